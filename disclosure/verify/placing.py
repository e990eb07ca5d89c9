"""Where each passage is drawn on the pages of a PDF comes in; what does not stand in its place goes out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from .expected import Expectation, Passage
from .loss import Loss
from .printed import Box, Printed, Run
from .reckoning import named
from .walk import Found, Span, Text
from .words import squeezed

_PAGE = 10_000.0  # points: more than any page is high
_SLACK = 2.0  # points by which the boxes of lines may overlap
_COLUMN = 15.0  # points: what stands higher than what was read before it stands that much further right
_SHARED = 0.3  # of the smaller of two boxes, that the other one may cover
_LINES = 3.5  # heights of type between two lines of a passage
_LINE_GAP = 0.3  # heights of type between a line and the one above it
_DRAWING = 16.0  # heights of type between a heading and what follows it: room for a drawing


def misplaced(expected: Expectation, pdf: Printed, text: Text, found: Found) -> Iterator[Loss]:
    """Passages whose lines do not stand below each other, that stand above what is read before them without
    standing further right, or over other text; rows of tables whose cells do not stand side by side."""
    drawn = _Drawn(pdf, text)
    yield from _interleaved(expected, drawn, found)
    yield from _jumping(expected, drawn, found)
    yield from _overlapping(pdf)


class _Drawn:
    """The runs of a document, found by the words that they draw."""

    def __init__(self, pdf: Printed, text: Text) -> None:
        self.runs = [run for run in pdf.runs if run.start >= 0]
        self.starts = [run.start for run in self.runs]
        self.text = text

    def of(self, span: Span) -> list[Run]:
        """The runs that the words of a span are drawn with."""
        if span[0] == span[1]:
            return []
        places = self.text.places
        first = max(bisect_right(self.starts, places[span[0]]) - 1, 0)
        return self.runs[first : bisect_right(self.starts, places[span[1] - 1])]


def _interleaved(expected: Expectation, drawn: _Drawn, found: Found) -> Iterator[Loss]:
    for table in expected.tables:
        before: list[Run] = []
        spanned = any(row and row[0] < 0 for row in table[1:])
        for row in filter(holds, table):
            cells = [drawn.of(found.spans[number]) for number in row if number >= 0]
            here = [run for cell in cells[spanned and row[0] >= 0 :] for run in cell]
            if not _side_by_side(cells) or not _above(before, here):
                yield row_mixed(expected, row)
            before = here or before


def holds(row: Sequence[int]) -> bool:
    """Is there a passage in a row of a table?"""
    return any(number >= 0 for number in row)


def row_mixed(expected: Expectation, row: Sequence[int]) -> Loss:
    """That a row of a table does not stand together."""
    return named("pdf", next(expected.passages[number] for number in row if number >= 0), "row-mixed")


def _above(upper: list[Run], lower: list[Run]) -> bool:
    """Does each run of a row stand above all of the next one, or on a page before?"""
    if not upper or not lower:
        return True
    floor = min(run.box.bottom - run.page * _PAGE for run in upper)
    return floor >= max(run.box.top - run.page * _PAGE for run in lower) - 2 * _SLACK


def _side_by_side(cells: list[list[Run]]) -> bool:
    """Do cells stand from left to right, without overlapping?"""
    edges = [_edges(cell) for cell in cells if cell]
    return all(one.right <= other.left + _SLACK for one, other in pairwise(edges))


def _edges(runs: list[Run]) -> Box:
    lefts, bottoms, rights, tops = zip(*(run.box for run in runs), strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def _jumping(expected: Expectation, drawn: _Drawn, found: Found) -> Iterator[Loss]:
    """What is read next stands below, further right, or on the next page."""
    flowing = {squeezed(one.words) for one in expected.fixed if one.flows}
    tight = drawn.text.tight
    others = [(span, Passage("", "", (tight[slice(*span)],))) for _, span in found.loose
              if tight[slice(*span)] in flowing]  # fmt: skip
    passages = [(span, one) for one, span in zip(expected.passages, found.spans, strict=True) if span[0] < span[1]]
    before: Run | None = None
    heads = False
    flow = sorted(passages + others, key=lambda one: one[0]) if others else passages
    for span, passage in flow:
        runs = drawn.of(span)
        far = heads and before and _leaves(before, runs[0])
        if far or before and _jumps(before, runs[0]) or not all(_goes_on(*two) for two in pairwise(runs)):
            yield named("pdf", passage, "out-of-place")
        heads = passage.role == "heading" and passage.place != "title"
        before = runs[-1] if heads else runs[0]


def _leaves(heading: Run, after: Run) -> bool:
    """Is a heading not followed, below or on the next page, by what it heads?"""
    down = heading.box.bottom - after.box.top
    return heading.page == after.page and not -after.size <= down <= _DRAWING * heading.size


def _jumps(before: Run, after: Run) -> bool:
    above = before.page > after.page
    higher = before.page == after.page and after.box.bottom > before.box.top + _LINE_GAP * after.size
    return (above or higher) and after.box.left < before.box.left + _COLUMN


def _goes_on(before: Run, after: Run) -> bool:
    """Does a run stand on the line of the one before it, or not far below?"""
    if before.page != after.page:
        return before.page < after.page
    down = before.box.bottom - after.box.bottom
    return -before.size <= down <= _LINES * before.size


def _overlapping(pdf: Printed) -> Iterator[Loss]:
    """Text that stands on other text."""
    for _, runs in groupby(pdf.runs, lambda run: run.page):
        here = sorted((run for run in runs if not run.text.isspace()), key=lambda run: -run.box.top)
        for number, run in enumerate(here):
            for other in here[number + 1 :]:
                if other.box.top < run.box.bottom:
                    break
                if _covers(run.box, other.box):
                    yield Loss("pdf", "", other.text.strip(), "out-of-place")


def _covers(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    if wide <= 0 or high <= 0:
        return False
    least = min((box.right - box.left) * (box.top - box.bottom) for box in (one, other))
    return wide * high > _SHARED * least
