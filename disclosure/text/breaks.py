"""A text comes in; the places where it must be cut, whatever the language, go out.

Cuts are offsets between two characters. A list of cuts becomes Spans that leave out only white space.
"""

import re
from collections.abc import Iterable, Iterator

from disclosure.text.span import Span

CLOSERS = "\"'”’»)]}」』）》〉】〕］"
"""Marks that still belong to the sentence whose full stop stands before them."""

_MARKER = re.compile(
    r"\s*(?:[-*+•·–—▪●○◆■□✓#>|]|\(?\d{1,2}[.)、]\s?\D"
    r"|[(（][\da-zA-Z一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
)
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def spans(text: str, cuts: Iterable[int]) -> tuple[Span, ...]:
    """The parts of `text` between the cuts, trimmed, without the empty ones."""
    edges = sorted({0, len(text), *cuts})
    parts = (Span.trimmed(text, start, end) for start, end in zip(edges, edges[1:]))
    return tuple(part for part in parts if part)


def lines(text: str, wrapped: int) -> Iterator[int]:
    """The line breaks that end a unit: an empty line, a list item, a heading.

    A line of at least `wrapped` characters was wrapped by hand, and so was one that ends in a comma
    or stands before lower case: those breaks are blanks within a sentence.
    """
    edges = [found.span() for found in _BREAK.finditer(text)]
    if not edges:
        return
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    rows = [text[start:end].strip() for start, end in zip(starts, ends)]
    for before, after, cut in zip(rows, rows[1:], starts[1:]):
        if _ends_unit(before, after, wrapped):
            yield cut


def _ends_unit(before: str, after: str, wrapped: int) -> bool:
    if not before or not after or before.startswith("#") or _MARKER.match(after):
        return True
    if before[-1] in ",，、" or after[0].islower():
        return False
    return len(before) < wrapped
