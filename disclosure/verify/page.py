"""The text of an HTML page comes in; what of it is seen in each window, and what else it holds, goes out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from .backdrop import Backdrop
from .measure import WHITE
from .sight import Look, look
from .style import Declared, Rule, Styles, declared, styles
from .tree import tree

_INLINE = {"a", "abbr", "b", "bdi", "dfn", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "u", "tspan"}
_KNOWN = _INLINE | {
    "html", "head", "meta", "title", "style", "script", "body", "header", "footer", "main", "nav", "section",
    "article", "aside", "div", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
    "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption", "svg", "g", "defs",
    "path", "rect", "line", "circle", "ellipse", "polygon", "polyline", "text", "desc", "br", "hr", "wbr", "details",
    "summary",
}  # fmt: skip
_DATA = "application/ld+json"
_UNSEEN = {"head", "script", "style", "template", "noscript", "col", "colgroup", "defs", "title", "desc"}
_DRAWN = (
    "fill", "fill-opacity", "opacity", "display", "visibility", "font-size", "font-family", "transform", "color",
    "filter", "clip-path", "mask", "letter-spacing", "word-spacing",
)  # fmt: skip
_ADDRESS = ("src", "srcset", "data", "poster", "background", "xlink:href", "formaction", "ping")


class Piece(NamedTuple):
    """A stretch of seen text: why it is not seen in some windows, and the cell and row it stands in."""

    start: int
    why: frozenset[str]
    cell: int
    row: int


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: its text with spaces for the ends of boxes, made of pieces; its headings, links,
    drawings' texts, machine-readable data, and the headers repeated beside cells with the cells they are
    of; and what stands in it that a sheet must not have, as (message, text)."""

    text: str
    pieces: tuple[Piece, ...]
    headings: tuple[str, ...]
    links: tuple[str, ...]
    alternatives: tuple[str, ...]
    titles: tuple[str, ...]
    data: tuple[str, ...]
    labels: Mapping[int, str]
    troubles: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Held:
    """What is gathered of a page while it is read."""

    troubles: list[tuple[str, str]]
    texts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)

    def page(self) -> Page:
        """All of it."""
        return Page(
            "".join(self.texts), tuple(self.pieces), tuple(self.headings), tuple(self.links), tuple(self.alternatives),
            tuple(self.titles), tuple(self.data), self.labels, tuple(dict.fromkeys(self.troubles)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Looks:
    """How an element is seen in each window."""

    each: tuple[Look, ...]
    why: frozenset[str]
    gone: bool


def read(page: str) -> Page:
    """What a page shows and holds."""
    import cssselect2

    root = tree(page)
    sheets = tuple((one.get("media") or "", one.text or "") for one in root.iter("style"))
    known = styles(sheets)
    reader = _Reader(known, _Held(list(known.troubles)))
    for item in root.iter():
        reader.notice(item)
    reader.visit(cssselect2.ElementWrapper.from_html_root(root), _outside(known), -1, -1)
    return reader.held.page()


@lru_cache(64)
def _outside(known: Styles) -> _Looks:
    return _Looks(tuple(Look() for _ in known.windows), frozenset(), False)


@lru_cache(8192)
def _looks(known: Styles, around: _Looks, rules: tuple[Rule, ...], style: str, drawn: str) -> _Looks:
    """How an element is seen that these rules match, in the order in which they override each other."""
    troubles: list[tuple[str, str]] = []
    by_element = declared(drawn, troubles)[0] if drawn else {}
    own, own_important = declared(style, troubles) if style else ({}, {})
    each = []
    for number, window in enumerate(known.windows):
        held = [rule for rule in rules if rule.windows >> number & 1]
        given: Declared = dict(by_element)
        for part in (*(rule.normal for rule in held), own, *(rule.important for rule in held), own_important):
            given.update(part)
        each.append(look(around.each[number], given, window.width))
    return _seen(tuple(each), drawn=False)


def _seen(each: tuple[Look, ...], drawn: bool) -> _Looks:
    reasons = [one.reason(drawn) for one in each]
    return _Looks(each, frozenset(filter(None, reasons)), all(reasons))


class _Reader:
    """Walks through the elements of a page and keeps what it finds."""

    def __init__(self, known: Styles, held: _Held) -> None:
        self.known = known
        self.held = held
        self.length = 0
        self.rows = 0
        self.cells = 0

    def notice(self, item: Element) -> None:
        """Keep what an element holds beside the text that is seen."""
        tag, held = item.tag, self.held
        if tag not in _KNOWN or tag == "script" and item.get("type") != _DATA:
            held.troubles.append(("page-brings-in", f"<{tag}>"))
        for name in item.keys() if len(item.keys()) else ():
            if name.startswith("on") or name in _ADDRESS or name == "http-equiv":
                held.troubles.append(("page-brings-in", f"<{tag} {name}>"))
        if tag == "script":
            held.data.append(item.text or "")
        elif tag == "title":
            held.titles.append("".join(item.itertext()))
        elif tag == "a":
            held.links.append(item.get("href") or "")
        elif tag in ("h1", "h2", "h3"):
            held.headings.append("".join(item.itertext()))
        elif tag == "svg":
            held.alternatives += [one.text or "" for one in item if one.tag == "title"]

    def visit(self, node: Any, around: _Looks, cell: int, row: int, drawing: Backdrop | None = None) -> None:
        """Read an element and all in it."""
        item: Element = node.etree_element
        tag = item.tag
        if tag in _UNSEEN or "hidden" in item.attrib or item.get("aria-hidden") == "true":
            return
        seen = self.looks(node, item, around, drawing is not None or tag == "svg")
        if tag == "svg":
            drawing = Backdrop(item)
        elif tag == "tr":
            self.rows += 1
            row = self.rows
        elif tag in ("td", "th"):
            self.cells += 1
            cell = self.cells
            if "data-label" in item.attrib:
                self.held.labels[cell] = item.get("data-label") or ""
        self.inside(node, item, seen, cell, row, drawing)

    def inside(self, node: Any, item: Element, seen: _Looks, cell: int, row: int, drawing: Backdrop | None) -> None:
        """Read what stands in an element, its own text first."""
        own = self.before(item, seen, drawing) if drawing else seen
        apart = item.tag not in _INLINE
        if apart:
            self.add(" ", own, cell, row)
        if item.text:
            self.add(item.text, own, cell, row)
        if len(item):
            for child in node.iter_children():
                self.visit(child, seen, cell, row, drawing)
                if child.etree_element.tail:
                    self.add(child.etree_element.tail, own, cell, row)
        if apart:
            self.add(" ", own, cell, row)

    def before(self, item: Element, seen: _Looks, drawing: Backdrop) -> _Looks:
        """How the text of a drawing is seen before what is painted under it, or over it."""
        if item.tag not in ("text", "tspan"):
            return seen
        ground, why = drawing.under(item)
        each = tuple(one._replace(ground=ground or one.ground or WHITE, why=one.why or why) for one in seen.each)
        return _seen(each, drawn=True)

    def looks(self, node: Any, item: Element, around: _Looks, drawn: bool) -> _Looks:
        """How an element is seen, by the rules that match it and what it declares itself."""
        rules = tuple(found[3] for found in self.known.matcher.match(node))
        style = item.get("style") or ""
        own = ";".join(_attributes(item)) if drawn else ""
        if not (rules or style or own):
            return around
        if style:
            self.troubles(style)
        seen = _looks(self.known, around, rules, style, own)
        if "moved" in seen.why and "moved" not in around.why and not drawn:
            self.held.troubles.append(("page-covered", f"<{item.tag}>"))
        return seen

    def troubles(self, style: str) -> None:
        """Keep what a style attribute brings in or nobody can read."""
        declared(style, self.held.troubles)

    def add(self, text: str, seen: _Looks, cell: int, row: int) -> None:
        """Keep a text that is seen in at least one window."""
        if not seen.gone:
            self.held.pieces.append(Piece(self.length, seen.why, cell, row))
            self.held.texts.append(text)
            self.length += len(text)


def _attributes(item: Element) -> Iterator[str]:
    for name in _DRAWN:
        if value := item.get(name):
            unit = "px" if name == "font-size" and value.replace(".", "").isdigit() else ""
            yield f"{name}:{value}{unit}"
