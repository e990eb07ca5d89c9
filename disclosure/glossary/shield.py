"""A text comes in; the places where no term may be looked for go out."""

import re
from bisect import bisect_left
from collections.abc import Sequence

Places = Sequence[tuple[int, int]]

_SHIELDED = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\$?\{[A-Za-z_][\w.]*\}"
    r"|^(?P<fence>```|~~~).*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|(?:https?://|www\.)[!-;=?-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<=\]\()[^()\s]*(?:\s\"[^\"]*\")?(?=\))|《[^《》]*》"
    r"|[A-Za-z0-9_-]{2,}(?:\.[a-z][A-Za-z0-9_-]*)+",
    re.DOTALL | re.MULTILINE | re.ASCII,
)
_HEADING = re.compile(r"^ {0,3}#{1,6}\s.*$|^.*\n(?=[=-]{3,}[ \t]*$)", re.MULTILINE)
_BRACKETS = re.compile(r"[(（\[［〔【]|[)）\]］〕】]")
_OPENING = "(（[［〔【"


def shields(text: str) -> Places:
    """Placeholders, code, addresses, link targets, file names and titles in 《》."""
    return [found.span() for found in _SHIELDED.finditer(text)]


def headings(text: str) -> Places:
    """The lines that are Markdown headings."""
    return [found.span() for found in _HEADING.finditer(text)]


def brackets(text: str) -> Places:
    """The insides of outermost brackets that close within the text."""
    places: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _BRACKETS.finditer(text):
        if found.group() in _OPENING:
            opened.append(found.end())
        elif opened:
            start = opened.pop()
            if not opened:
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
