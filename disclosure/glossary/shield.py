"""A text comes in; the places where no term may be looked for go out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

Places = Sequence[tuple[int, int]]

_TEMPLATE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>|\{[^\W\d][\w.:!-]*\}|\$[^\W\d]\w*|%\([^\W\d]\w*\)[sdf]"
    r"|(?<![\w%])%[^\W\d][\w.]*%(?!\w)|\[\[[^\[\]\n]+\]\]|<<[^<>\n]+>>|«[^«»\n]+»",
    re.DOTALL,
)
_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL | re.MULTILINE
)
_ANCHORS = {
    "://": re.compile("://"),
    "www.": re.compile(r"[Ww]ww\."),
    "mailto:": re.compile("[Mm]ailto:"),
    "@": re.compile(r"@(?<=[\w+-]@)(?=\w)", re.ASCII),
    ".": re.compile(r"\.(?<=[A-Za-z0-9_/-]{2}\.)(?=[a-z])"),
}
"""What an address or a file name cannot be without; from here it is followed to both sides."""
_BEFORE = {
    "://": re.compile(r"[A-Za-z]{2,10}\Z"),
    "@": re.compile(r"[\w.+-]+\Z", re.ASCII),
    ".": re.compile(r"[\w./~-]+\Z", re.ASCII),
}
_AFTER = {
    "@": re.compile(r"@[\w-]+(?:\.[\w-]+)*", re.ASCII),
    ".": re.compile(r"(?:\.[a-z][A-Za-z0-9_-]*)+(?:/[!-;=?-~]*)?"),
}
_ADDRESS = re.compile(r"[!-;=?-~]+")
_REACH = 80
_LINK = re.compile(r"(?<=\]\()[^()\s]*(?:\s\"[^\"]*\")?(?=\))|(?<=\])\[[^\[\]\n]+\]")
_LABEL = re.compile(r"^ {0,3}(\[[^\[\]\n]+\]):[ \t]", re.MULTILINE)
_TITLE = re.compile(r"《[^《》]*》|〈[^〈〉\n]*〉")
_LINES = r"[^{0}\n]*(?:\n(?!\s*\n)[^{0}\n]*)*"
_WORDS_WITH_APOSTROPHE = r"(?!(?:tis|twas|til|em|cause|cos|n)\b)"
_SINGLE = r"(?:[^{0}\n]|{1}(?=\w)|(?<=s){1}(?=\s[^.!?{0}\n]*{1}(?!\w)))*"
_QUOTED = {
    "“": re.compile("“" + _LINES.format("“”") + "”"),
    "「": re.compile("「" + _LINES.format("「」") + "」"),
    "『": re.compile("『" + _LINES.format("『』") + "』"),
    '"': re.compile(r'"(?<![A-Za-z0-9]")(?=\S)' + _LINES.format('"') + r'(?<=\S)"(?![A-Za-z0-9])'),
    "‘": re.compile(r"‘(?=[^\W\d])" + _SINGLE.format("‘’", "’") + r"’(?!\w)"),
    "'": re.compile(r"'(?<![^\s(\[（]')(?=[^\W\d])" + _WORDS_WITH_APOSTROPHE + _SINGLE.format("'", "'") + r"'(?!\w)"),
}
_TRIGGERS = (("{%$[<«", _TEMPLATE), ("`~", _CODE), ("]", _LINK), ("《〈", _TITLE))
_HEADING = re.compile(r"^ {0,3}#{1,6}\s.*$|^.*\n(?=[=-]{3,}[ \t]*$)", re.MULTILINE)
_BRACKETS = re.compile(r"[(（\[［〔【]|[)）\]］〕】]")
_OPENING = "(（[［〔【"


def shields(text: str) -> Places:
    """Placeholders, code, addresses, link targets and labels, file names, titles in 《》, quotations."""
    found = [match.span() for marks, pattern in _TRIGGERS if _holds(text, marks) for match in pattern.finditer(text)]
    return [*found, *_addresses(text), *_labels(text), *quotations(text)]


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Addresses of pages and people, and names of files with their folders."""
    for kind, anchor in _ANCHORS.items():
        follow = _AFTER.get(kind, _ADDRESS)
        for found in anchor.finditer(text):
            before = _BEFORE[kind].search(text, max(0, found.start() - _REACH), found.start()) if kind in _BEFORE else None
            after = follow.match(text, found.start())
            if after and (before or kind not in _BEFORE):
                yield before.start() if before else found.start(), after.end()


def quotations(text: str) -> Places:
    """What stands in quotation marks, marks included: the words of others, who may be a law.

    A quotation ends in the paragraph it begins in; an apostrophe begins none and, in ‘…’, ends one
    only after an s with no later mark in the sentence.
    """
    return [found.span() for mark, pattern in _QUOTED.items() if mark in text for found in pattern.finditer(text)]


def headings(text: str) -> Places:
    """The lines that are Markdown headings."""
    return [found.span() for found in _HEADING.finditer(text)]


def brackets(text: str) -> Places:
    """The insides of outermost brackets that close within the text; the text of a link is in none."""
    places: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _BRACKETS.finditer(text):
        if found.group() in _OPENING:
            opened.append(found.end())
        elif opened:
            start = opened.pop()
            if not opened and text[found.end() : found.end() + 1] not in ("(", "["):
                places.append((start, found.start()))
    return places


def merged(*groups: Places) -> Places:
    """All places in order, those that overlap or adjoin made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(place for group in groups for place in group):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def touches(places: Places, start: int, end: int) -> bool:
    """Does `start` to `end` share a character with one of these merged places?"""
    before = bisect_left(places, (end,)) - 1
    return before >= 0 and places[before][1] > start


def around(places: Places, start: int, end: int) -> tuple[int, int] | None:
    """The one of these ordered places that holds `start` to `end`."""
    before = bisect_left(places, (start + 1,)) - 1
    held = before >= 0 and places[before][0] <= start and end <= places[before][1]
    return places[before] if held else None


def _holds(text: str, marks: str) -> bool:
    return any(mark in text for mark in marks)


def _labels(text: str) -> Iterator[tuple[int, int]]:
    """The labels of link definitions, and where they are used alone: `[levy]` with `[levy]: https://…`."""
    if "]:" not in text:
        return
    for label in {found[1] for found in _LABEL.finditer(text)}:
        yield from (found.span() for found in re.finditer(re.escape(label), text, re.IGNORECASE))
