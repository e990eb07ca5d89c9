"""The text of an HTML page becomes its tree of elements, read by another reader than the typesetter's."""

import re
from html import unescape
from xml.etree.ElementTree import Element, SubElement

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLOCKS = {
    "p", "ul", "ol", "dl", "table", "section", "h1", "h2", "h3", "h4", "div", "figure", "header", "footer", "main",
    "nav",
}  # fmt: skip
_CLOSED_BY = {"p": _BLOCKS, "li": {"li"}, "td": {"td", "th", "tr"}, "th": {"td", "th", "tr"}, "tr": {"tr"}}
_DEEPEST = 200
_RAW = {"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"}
_TOKEN = re.compile(
    r"<(?:(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|!--(?:>|->|.*?(?:--!?>|\Z))|[!?/][^>]*>?)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


def tree(page: str) -> Element:
    """The root element of a page. What is left open at its end, or closed but never opened, is no error."""
    reader = _Reader()
    at = 0
    while found := _TOKEN.search(page, at):
        reader.text(page[at : found.start()])
        at = found.end()
        if not (tag := found["tag"]):
            continue
        tag = tag.lower()
        if found["close"]:
            reader.close(tag)
            continue
        rest = found["rest"]
        reader.open(tag, _attributes(rest) if rest else {}, rest.endswith("/"))
        if tag in _RAW and not reader.drawing:
            at = reader.raw(page, tag, at)
    reader.text(page[at:])
    return reader.root


def _attributes(rest: str) -> dict[str, str]:
    """The attributes of a tag; of two with one name the first counts."""
    given: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        value = double or single or bare
        given.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return given


class _Reader:
    """Builds elements from tags as they come."""

    def __init__(self) -> None:
        self.root = Element("html")
        self.around = [self.root]
        self.drawing = 0

    def open(self, tag: str, given: dict[str, str], closed: bool) -> None:
        """An element begins."""
        if tag == "html":
            self.root.attrib.update(given)
            return
        while self.around[-1].tag in _CLOSED_BY and tag in _CLOSED_BY[self.around[-1].tag]:
            self.around.pop()
        item = SubElement(self.around[-1], tag, given)
        if tag in _VOID or closed and (self.drawing or tag == "svg"):
            return
        if len(self.around) < _DEEPEST:
            self.around.append(item)
            self.drawing += tag == "svg"

    def close(self, tag: str) -> None:
        """An element ends, and with it all that is open in it."""
        if self.around[-1].tag != tag and not any(item.tag == tag for item in self.around[1:]):
            return
        if len(self.around) == 1:
            return
        while (item := self.around.pop()).tag != tag:
            self.drawing -= item.tag == "svg"
        self.drawing -= tag == "svg"

    def text(self, data: str) -> None:
        """Text stands in the open element, behind those that it holds."""
        if not data:
            return
        data = unescape(data) if "&" in data else data
        around = self.around[-1]
        if len(around):
            around[-1].tail = (around[-1].tail or "") + data
        else:
            around.text = (around.text or "") + data

    def raw(self, page: str, tag: str, at: int) -> int:
        """What stands in a style or script is no markup; where it ends."""
        end = re.compile(rf"</{tag}\b", re.IGNORECASE).search(page, at)
        stop = end.start() if end else len(page)
        held = page[at:stop]
        self.around[-1].text = unescape(held) if tag in ("title", "textarea") else held
        return stop
