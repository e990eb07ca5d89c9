"""The blocks of a section become rows of one or two columns, so that short things stand side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from ..sheet.model import (
    Bars,
    Block,
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Picture,
    Section,
    Sentences,
    Table,
    Term,
)
from .typeset import spaced, width

Part = tuple[Block, ...]

_LINE = 54  # half-ems on a line of half the measure
_NARROW = 54
_AIRY = 88.0  # lines, as estimated here
_TALL = 16.0  # lines: a column higher than this is not set beside another
_GAIN = 5.0  # lines a taller row has to save, as it cannot be parted between pages
_SAVING = 1.0  # line that two parts in a row have to save
_DASHES = {"–", "—", "-"}
_WORDY = 28  # half-ems: longer text in a table of two columns goes on two lines
_WORD = 16
_SHORT = 10
_LONG = 24
_CODE = re.compile(r"[!-~]+")
_PADDING = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One or two columns of blocks that start at the same height."""

    columns: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its share of the width in thousandths, and whether its figures are aligned right."""

    share: int
    figures: bool


def arranged(blocks: Sequence[Block]) -> tuple[Row, ...]:
    """Rows of a section's blocks. Read column by column, they are the blocks in their order."""
    rows: list[Row] = []
    waiting: list[Part] = []
    for part in _parts(blocks):
        if _is_short(part) or _goes_with(waiting, part):
            waiting.append(part)
        else:
            rows += [*_beside(waiting), *_spread(part)]
            waiting = []
    return tuple([*rows, *_beside(waiting)])


def paired(sections: Sequence[Section]) -> tuple[tuple[Section, ...], ...]:
    """Sections in ones and twos: two that follow each other and hold little prose stand in one row."""
    groups: list[tuple[Section, ...]] = []
    for section in reversed(sections):
        after = groups[-1] if groups else ()
        if len(after) == 1 and _is_brief(section) and _is_brief(after[0]):
            groups[-1] = (section, *after)
        else:
            groups.append((section,))
    return tuple(reversed(groups))


def lopsided(pair: Sequence[Section]) -> bool:
    """Does the second of two sections say far more than the first, so that it needs more room?"""
    first, second = (_lines(section.blocks) for section in pair)
    return second > 1.8 * first


@dataclass(frozen=True, slots=True)
class Ending:
    """How the last section and the explained words are set: beside each other or not, the second
    wider or not, the words in one list or two."""

    beside: bool
    uneven: bool
    lists: tuple[tuple[Term, ...], ...]


def ending(section: Section, terms: Sequence[Term]) -> Ending:
    """The lowest way to set the last section and the explained words."""
    cut = _cut([_explained([term], _LINE) for term in terms]) if len(terms) > 1 else len(terms)
    parts = tuple(terms[:cut]), tuple(terms[cut:])
    under = max(_explained(part, _LINE) for part in parts)
    heights = {
        Ending(True, False, (tuple(terms),)): max(
            _explained(terms, _LINE), _lines(section.blocks, _LINE)
        ),
        Ending(True, True, (tuple(terms),)): max(
            _explained(terms, _LINE + 9), _lines(section.blocks, _LINE - 9)
        ),
        Ending(False, False, parts): under + sum(map(_height, arranged(section.blocks))) + 2,
    }
    return min(heights, key=lambda one: heights[one])


def _explained(terms: Sequence[Term], line: int) -> int:
    return sum(ceil((width(f"{term.original} {term.define}") + 2) / line) for term in terms)


def is_airy(sections: Sequence[Section], terms: Sequence[Term]) -> bool:
    """Is there so little to say that two printed pages leave room for more space between the lines?"""
    groups = paired(sections)
    told = sum(max(sum(map(_height, arranged(one.blocks))) for one in group) for group in groups)
    explained = sum(width(term.define) for term in terms) / (2 * _LINE)
    return told + 2.2 * len(groups) + explained <= _AIRY


def is_narrow(table: Table) -> bool:
    """Does a table fit half the measure, and a phone, without becoming cards?"""
    most = [max(map(_said, cells)) for cells in _columns(table)]
    if len(most) == 2:
        return max(most) <= 2 * _WORDY and sum(min(one, _WORDY) for one in most) <= _NARROW
    return sum(most) + 2 * len(most) <= _NARROW


def is_terse(bullets: Bullets) -> bool:
    """Does every item of a list fit on a line of half the measure?"""
    return len(bullets.items) > 1 and all(_said(item) <= _LINE - 6 for item in bullets.items)


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table: so wide that it has few lines, figures aligned where there is nothing else."""
    cells = _columns(table)
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
    said = "".join(one.text for row in (table.header, *table.rows) for cell in row for one in cell)
    half = _LINE if width(said) > len(said) else _LINE + 3
    return half if is_narrow(table) else 2 * half + 9


def _shares(sizes: Sequence[Sequence[int]], words: Sequence[int], room: int) -> list[int]:
    """The shares, in thousandths, at which the rows take the fewest lines and no header is broken."""
    tries = [_tries(column, word) for column, word in zip(sizes, words, strict=True)]
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
    return sorted({max(longest // count + _PADDING + 3 * (count > 1), word) for count in (1, 2, 3, 4, 6)})


def _rows_of(sizes: Sequence[Sequence[int]], widths: Sequence[float]) -> int:
    lines = (
        [1 if size + _PADDING <= wide else ceil((size + 6) / (wide - _PADDING)) for size in column]
        for column, wide in zip(sizes, widths, strict=True)
    )
    return sum(map(max, zip(*lines, strict=True)))


def _parts(blocks: Sequence[Block]) -> Iterator[Part]:
    """What belongs together: a heading and all under it; before the first one, a run of prose or a
    table with the prose under it."""
    part: list[Block] = []
    headed = False
    for block in blocks:
        starts = isinstance(block, Heading) or (not headed and _turns(part, block))
        if starts and part:
            yield tuple(part)
            part = []
        headed = headed or isinstance(block, Heading)
        part.append(block)
    if part:
        yield tuple(part)


def _turns(part: Sequence[Block], block: Block) -> bool:
    if not part or isinstance(block, Table):
        return True
    if isinstance(part[0], Table):
        return not isinstance(block, Paragraph | Callout) or not is_narrow(part[0])
    return isinstance(block, Bullets) != isinstance(part[0], Bullets)


def _is_short(part: Part) -> bool:
    first = part[0]
    if isinstance(first, Table):
        return is_narrow(first) and _lines(part) <= _TALL
    if any(isinstance(block, Picture | Table) for block in part) or _lines(part) > _TALL:
        return False
    return isinstance(first, Heading)


def _goes_with(waiting: Sequence[Part], part: Part) -> bool:
    """Is this a list that can stand beside a table waiting for its neighbour?"""
    return len(waiting) == 1 and isinstance(waiting[0][0], Table) and isinstance(part[0], Bullets)


def _beside(parts: Sequence[Part]) -> Iterator[Row]:
    """Short parts in two columns: in pairs, or, where that is lower, one column after the other."""
    if len(parts) < 2:
        yield from (Row((part,)) for part in parts)
        return
    rows = [row for at in range(0, len(parts), 2) for row in _pair(parts[at : at + 2])]
    cut = _cut([_lines(part) for part in parts])
    both = Row((sum(parts[:cut], ()), sum(parts[cut:], ())))
    yield from [both] if _height(both) < sum(map(_height, rows)) - _GAIN else rows


def _pair(parts: Sequence[Part]) -> list[Row]:
    """Two parts in one row where that saves lines, else one under the other."""
    under = [Row((part,)) for part in parts]
    beside = Row(tuple(parts))
    return [beside] if _height(beside) <= sum(map(_height, under)) - _SAVING else under


def _spread(part: Part) -> Iterator[Row]:
    """A part over the whole measure; a drawing in it stands beside what is said about it."""
    if isinstance(part[0], Heading):
        yield Row((part[:1],))
        part = part[1:]
    drawn = any(isinstance(block, Picture) for block in part)
    wide = any(isinstance(block, Table) and not is_narrow(block) for block in part)
    if drawn and not wide and len(part) > 1:
        cut = _cut([_lines((block,)) for block in part])
        yield Row((part[:cut], part[cut:]))
    elif part:
        yield Row((part,))


def _cut(heights: Sequence[float]) -> int:
    """Where to cut a list of heights in two so that the higher half is lowest."""
    return min(range(1, len(heights)), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))


def _height(row: Row) -> float:
    if len(row.columns) == 1:
        return _lines(row.columns[0], 2 * _LINE + 8)
    return max(map(_lines, row.columns))


def _is_brief(section: Section) -> bool:
    prose = all(isinstance(block, Paragraph) for block in section.blocks)
    return prose and 0 < _lines(section.blocks) <= _TALL


def _lines(blocks: Sequence[Block], line: int = _LINE) -> float:
    """About how many lines the blocks take, set on lines of so many half-ems."""
    return sum(_lines_of(block, line) for block in blocks)


def _lines_of(block: Block, line: int) -> float:
    match block:
        case Paragraph(said) | Callout(said):
            return ceil(_said(said) / line) + (1.0 if isinstance(block, Callout) else 0.3)
        case Heading():
            return 1.5
        case Bullets(items):
            return sum(ceil((_said(item) + 3) / line) + 0.1 for item in items)
        case Table(_, rows):
            return 1.6 + 1.25 * len(rows)
        case Picture(data=Bars(parts, bars)):
            return 1.3 * len(bars) + 1.3 * (len(parts) if len(parts) > 1 else 0)
        case Picture():
            return 4.5
    return 0.0


def _columns(table: Table) -> tuple[tuple[Sentences, ...], ...]:
    return tuple(zip(*table.rows, strict=True)) or tuple((cell,) for cell in table.header)


def _size(sentences: Sentences) -> int:
    """The room a text takes, in half-ems."""
    return sum(width(spaced(one.text)) for one in sentences) + max(len(sentences) - 1, 0)


def _said(sentences: Sentences) -> int:
    """The room a text takes among others: the letters of other scripts than Han are narrower."""
    western = all(width(one.text) == len(one.text) for one in sentences)
    return ceil(0.94 * _size(sentences)) if western else _size(sentences)


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
    if "".join(run.text for run in runs).strip() in _DASHES:
        return True
    kinds = {run.fact.kind if run.fact else "" for run in runs}
    return bool(runs) and kinds <= {"money", "rate", "number"}
