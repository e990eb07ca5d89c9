"""A text comes in; the terms that markup cuts in two, as in `net **asset** value`, go out as doubts.

To rewrite them would mean to guess where the marks belong afterwards; a person must decide.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from . import boundary
from .choice import Doubt
from .fold import Fold, fold
from .index import Index, index
from .layers import Glossary
from .shield import Places, merged, touches

AROUND = 60
"""Characters on each side of a mark in which a term that it cuts is looked for."""
_MARK = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|~~|</?[A-Za-z][^<>\n]*>|\]\([^()\s]*\)|\[")


def is_marked(text: str) -> bool:
    """Can there be an inline mark in `text`?"""
    return any(mark in text for mark in "*_~<[]")


def split_terms(text: str, glossary: Glossary, lang: str, taken: Places) -> Iterator[Doubt]:
    """Each term that would stand in `text` if its inline marks were taken out; `taken` are
    places where none may begin or end."""
    marks = [found.span() for found in _MARK.finditer(text)]
    around = merged([(max(0, start - AROUND), end + AROUND) for start, end in marks])
    for first, last in around:
        for doubt in _split_in(text[first:last], index(glossary, lang)):
            start, end = doubt.start + first, doubt.end + first
            if not touches(taken, start, start + 1) and not touches(taken, end - 1, end):
                yield Doubt(start, end, doubt.entry, "split")


def _split_in(part: str, ready: Index) -> Iterator[Doubt]:
    marks = [found.span() for found in _MARK.finditer(part)]
    edges = [0, *(end for _, end in marks)]
    pieces = [part[a:b] for a, b in zip(edges, [*(start for start, _ in marks), len(part)])]
    seams = [*accumulate(map(len, pieces))][:-1]
    copy = fold("".join(pieces))
    for number, first, last in ready.search(copy.text):
        start, end = copy.source(first, last)
        seam = bisect_right(seams, start)
        if seam == len(seams) or seams[seam] >= end or not _stands(copy, first, last, ready):
            continue
        for surface in ready.surfaces[number]:
            if not surface.cased or copy.cased[first:last] == surface.cased:
                yield Doubt(start + _shift(seam, seams, edges), _source(end, seams, edges), surface.entry.id, "split")


def _shift(seam: int, seams: list[int], edges: list[int]) -> int:
    """How far what stands after so many seams is from its place in the text with the marks."""
    return edges[seam] - (seams[seam - 1] if seam else 0)


def _source(end: int, seams: list[int], edges: list[int]) -> int:
    return end + _shift(bisect_left(seams, end), seams, edges)


def _stands(copy: Fold, first: int, last: int, ready: Index) -> bool:
    if not boundary.latin_stands(copy.text, first, last):
        return False
    if not boundary.HAN.match(copy.text, first):
        return True
    return boundary.chinese_stands(*boundary.han_run(copy.text, first, last), ready.terms) != "leave"
