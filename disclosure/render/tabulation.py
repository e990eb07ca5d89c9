"""A table becomes measured columns: how wide each is, and which hold figures to be aligned."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product, takewhile
from math import ceil

from ..sheet.model import Sentences, Table
from .typeset import spaced, width

LINE = 54
"""The half-ems of a line of half the measure in print, at the size of its text."""

_WORDY = 28  # half-ems: longer text in a table of two columns goes on two lines
_WORD = 16
_SHORT = 10
_LONG = 24
_CODE = re.compile(r"[!-~]+")
_PADDING = 2
_MOST = 70  # per cent of the room that one column may ask for, however long its text
_DASHES = {"–", "—", "-"}


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its share of the width in thousandths, and whether it holds only figures."""

    share: int
    figures: bool


def is_narrow(table: Table) -> bool:
    """Does a table fit half the measure, and a phone, without becoming cards?"""
    most = [max(map(said, cells)) for cells in _cells(table)]
    if len(most) == 2:
        return max(most) <= 2 * _WORDY and sum(min(one, _WORDY) for one in most) <= LINE
    return sum(most) + 2 * len(most) <= LINE


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table, so wide that it has few lines."""
    cells = _cells(table)
    sizes = [[_size(cell) for cell in column] for column in cells]
    words = [
        max(_headed(head), *map(_longest_code, column)) + _PADDING
        for head, column in zip(table.header, cells, strict=True)
    ]
    shares = _shares(sizes, words, _room(table))
    return tuple(
        Column(share, index > 0 and all(map(_is_figure, column)))
        for index, (share, column) in enumerate(zip(shares, cells, strict=True))
    )


def _room(table: Table) -> int:
    """The half-ems across a table in print: fewer where full-width characters leave none to spare."""
    text = "".join(one.text for row in (table.header, *table.rows) for cell in row for one in cell)
    half = LINE if width(text) > len(text) else LINE + 3
    return half if is_narrow(table) else 2 * half + 9


def _shares(sizes: Sequence[Sequence[int]], words: Sequence[int], room: int) -> list[int]:
    """The shares, in thousandths, at which the rows take the fewest lines and no header is broken."""
    most = room * _MOST // 100
    tries = [
        sorted({min(wide, most) for wide in _tries(column, word)})
        for column, word in zip(sizes, words, strict=True)
    ]
    scaled = [[room * one / sum(widths) for one in widths] for widths in product(*tries)]
    best = min(scaled, key=lambda widths: (_broken(words, widths), _rows_of(sizes, widths)))
    return [int(1000 * one / room) for one in best]


def _broken(words: Sequence[int], widths: Sequence[float]) -> int:
    return sum(wide < word for wide, word in zip(widths, words, strict=True))


def _tries(column: Sequence[int], word: int) -> list[int]:
    """Widths at which the longest text of a column takes one line, two, and so on."""
    longest = max(column)
    if longest <= _WORD:
        return [max(longest + _PADDING + 1, word)]
    parts = (longest // lines + 3 * (lines > 1) + _PADDING for lines in (1, 2, 3, 4, 6))
    return sorted({max(part, word) for part in parts})


def _rows_of(sizes: Sequence[Sequence[int]], widths: Sequence[float]) -> int:
    lines = (
        [1 if size + _PADDING <= wide else ceil((size + 6) / (wide - _PADDING)) for size in column]
        for column, wide in zip(sizes, widths, strict=True)
    )
    return sum(map(max, zip(*lines, strict=True)))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is set: its column, and over how many columns and rows it extends."""

    sentences: Sentences
    column: int
    across: int
    down: int


def grid(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table, of each the cells that are set."""
    return tuple(
        tuple(
            Cell(cell, column, *_reach(table, number, column))
            for column, cell in enumerate(row)
            if (number, column) not in table.joined
        )
        for number, row in enumerate(table.rows)
    )


def _reach(table: Table, number: int, column: int) -> tuple[int, int]:
    """How many columns and rows a cell takes."""
    if not table.joined:
        return 1, 1
    after = range(column + 1, len(table.rows[number]))
    across = 1 + _run((number, one) in table.joined for one in after)
    below = range(number + 1, len(table.rows)) if column == 0 else ()
    return across, 1 + _run((one, 0) in table.joined for one in below)


def _run(joined: Iterable[bool]) -> int:
    return len(list(takewhile(bool, joined)))


def _cells(table: Table) -> tuple[tuple[Sentences, ...], ...]:
    """The cells of each column; one that takes more than it counts as empty."""
    wide = {(number, cell.column) for number, row in enumerate(grid(table)) for cell in row if cell.across > 1}
    rows = [
        [() if (number, column) in wide else cell for column, cell in enumerate(row)]
        for number, row in enumerate(table.rows)
    ]
    return tuple(zip(*rows, strict=True)) or tuple((cell,) for cell in table.header)


def _size(sentences: Sentences) -> int:
    """The room a text takes, in half-ems."""
    return sum([_measured(one.text)[0] for one in sentences]) + max(len(sentences) - 1, 0)


def said(sentences: Sentences) -> int:
    """The room a text takes among others: the letters of other scripts than Han are narrower."""
    rooms = [_measured(one.text) for one in sentences]
    room = sum([room for room, _ in rooms]) + max(len(rooms) - 1, 0)
    return ceil(0.94 * room) if all([western for _, western in rooms]) else room


@lru_cache(maxsize=4096)
def _measured(text: str) -> tuple[int, bool]:
    """The room of a text in half-ems, and whether all its characters are half-em ones."""
    return width(spaced(text)), width(text) == len(text)


def _headed(sentences: Sentences) -> int:
    """The room that a short header needs on one line, a longer one on two, without a broken word."""
    words = [width(word) for sentence in sentences for word in sentence.text.split()]
    whole = _size(sentences)
    least = whole if whole <= _SHORT else ceil(whole / 2)
    return max([ceil(1.2 * min(one, _WORD)) for one in words] + [least])


def _longest_code(sentences: Sentences) -> int:
    """The room of the longest run of Western signs, such as a number of a licence, that should not
    be broken; an address may be."""
    found = _CODE.findall("".join(one.text for one in sentences))
    return ceil(1.25 * max((len(code) for code in found if len(code) <= _LONG), default=0))


def _is_figure(sentences: Sentences) -> bool:
    runs = [run for sentence in sentences for run in sentence.runs if run.text.strip()]
    if "".join(run.text for run in runs).strip() in {"", *_DASHES}:
        return True
    kinds = {run.fact.kind if run.fact else "" for run in runs}
    return bool(runs) and kinds <= {"money", "rate", "number"}
