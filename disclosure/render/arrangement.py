"""The blocks of a section become rows of one or two columns, so that short things stand side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
)
from .typeset import width

Part = tuple[Block, ...]

_LINE = 54  # half-ems on a line of half the measure
_NARROW = 54
_TALL = 16.0  # lines: a column higher than this is not set beside another
_GAIN = 3.0  # lines a taller row has to save, as it cannot be parted between pages
_DASHES = {"–", "—", "-"}
_CAP = 40
_PADDING = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One or two columns of blocks that start at the same height."""

    columns: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its share of the width in percent, and whether its figures are aligned right."""

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


def is_narrow(table: Table) -> bool:
    """Does a table fit half the measure, and a phone, without becoming cards?"""
    most = [max(map(_said, cells)) for cells in _columns(table)]
    return sum(most) + 2 * len(most) <= _NARROW


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table: wide where the text is long, figures aligned where there is nothing else."""
    needs = [
        max(min(max(map(_said, cells)), _CAP), _longest_word(head)) + _PADDING
        for head, cells in zip(table.header, _columns(table), strict=True)
    ]
    return tuple(
        Column(round(100 * need / sum(needs)), index > 0 and all(map(_is_figure, cells)))
        for index, (need, cells) in enumerate(zip(needs, _columns(table), strict=True))
    )


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
    rows = [Row(tuple(parts[at : at + 2])) for at in range(0, len(parts), 2)]
    cut = _cut([_lines(part) for part in parts])
    columns = Row((sum(parts[:cut], ()), sum(parts[cut:], ())))
    yield from [columns] if _height(columns) < sum(map(_height, rows)) - _GAIN else rows


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
        return _lines(row.columns[0]) * 0.6 + 0.8
    return max(map(_lines, row.columns))


def _is_brief(section: Section) -> bool:
    prose = all(isinstance(block, Paragraph) for block in section.blocks)
    return prose and 0 < _lines(section.blocks) <= _TALL


def _lines(blocks: Sequence[Block]) -> float:
    """About how many lines the blocks take in half the measure."""
    return sum(map(_height_of, blocks))


def _height_of(block: Block) -> float:
    match block:
        case Paragraph(said) | Callout(said):
            return ceil(_said(said) / _LINE) + (1.0 if isinstance(block, Callout) else 0.35)
        case Heading():
            return 1.6
        case Bullets(items):
            return sum(ceil((_said(item) + 3) / _LINE) + 0.1 for item in items)
        case Table(_, rows):
            return 1.6 + 1.35 * len(rows)
        case Picture(data=Bars(parts, bars)):
            return 1.3 * len(bars) + 1.3 * (len(parts) if len(parts) > 1 else 0)
        case Picture():
            return 5.0
    return 0.0


def _columns(table: Table) -> tuple[tuple[Sentences, ...], ...]:
    return tuple(zip(*table.rows, strict=True)) or tuple((cell,) for cell in table.header)


def _said(sentences: Sentences) -> int:
    return sum(width(sentence.text) for sentence in sentences) + max(len(sentences) - 1, 0)


def _longest_word(sentences: Sentences) -> int:
    words = " ".join(sentence.text for sentence in sentences).split()
    return min(max(map(width, words), default=1), 12)


def _is_figure(sentences: Sentences) -> bool:
    runs = [run for sentence in sentences for run in sentence.runs if run.text.strip()]
    if "".join(run.text for run in runs).strip() in _DASHES:
        return True
    kinds = {run.fact.kind if run.fact else "" for run in runs}
    return bool(runs) and kinds <= {"money", "rate", "number"}
