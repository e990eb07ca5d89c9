"""The blocks of a section become rows of one or two columns: short things stand side by side."""

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
    Table,
    Term,
)
from .tabulation import LINE, is_narrow, said
from .typeset import width

Part = tuple[Block, ...]

_AIRY, _DENSE = 88.0, 103.0  # lines, as estimated here
_PAGE = 40  # lines: columns side by side cannot go on on the next page, so none is set higher
_TALL = 16.0  # lines: a column higher than this is not set beside another
_GAIN = 5.0  # lines a taller row has to save, as it cannot be parted between pages
_SAVING = 1.0  # line that two parts in a row have to save


@dataclass(frozen=True, slots=True)
class Row:
    """One or two columns of blocks that start at the same height."""

    columns: tuple[Part, ...]


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
    cut = _cut([_explained([term], LINE) for term in terms]) if len(terms) > 1 else len(terms)
    parts = tuple(terms[:cut]), tuple(terms[cut:])
    under = max(_explained(part, LINE) for part in parts)
    heights = {
        Ending(True, False, (tuple(terms),)): max(
            _explained(terms, LINE), _lines(section.blocks, LINE)
        ),
        Ending(True, True, (tuple(terms),)): max(
            _explained(terms, LINE + 9), _lines(section.blocks, LINE - 9)
        ),
        Ending(False, False, parts): under + sum(map(_height, arranged(section.blocks))) + 2,
    }
    if under > _PAGE:
        return Ending(False, False, (tuple(terms),))
    fitting = [one for one in heights if not one.beside or heights[one] <= _PAGE]
    return min(fitting, key=lambda one: heights[one])


def _explained(terms: Sequence[Term], line: int) -> int:
    return sum(ceil((width(f"{term.original} {term.define}") + 2) / line) for term in terms)


def density(sections: Sequence[Section], terms: Sequence[Term]) -> str:
    """How close the lines stand in print, as there is much or little for two pages to hold: `airy`,
    `dense`, or neither."""
    groups = paired(sections)
    told = sum(max(sum(map(_height, arranged(one.blocks))) for one in group) for group in groups)
    lines = told + 2.2 * len(groups) + sum(width(term.define) for term in terms) / (2 * LINE)
    return "airy" if lines <= _AIRY else "dense" if lines > _DENSE else ""


def is_terse(bullets: Bullets) -> bool:
    """Does every item of a list fit on a line of half the measure?"""
    return len(bullets.items) > 1 and all(said(item) <= LINE - 6 for item in bullets.items)


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
        return _lines(row.columns[0], 2 * LINE + 8)
    return max(map(_lines, row.columns))


def _is_brief(section: Section) -> bool:
    prose = all(isinstance(block, Paragraph) for block in section.blocks)
    return prose and 0 < _lines(section.blocks) <= _TALL


def _lines(blocks: Sequence[Block], line: int = LINE) -> float:
    """About how many lines the blocks take, set on lines of so many half-ems."""
    return sum(_lines_of(block, line) for block in blocks)


def _lines_of(block: Block, line: int) -> float:
    match block:
        case Paragraph(sentences) | Callout(sentences):
            return ceil(said(sentences) / line) + (1.0 if isinstance(block, Callout) else 0.3)
        case Heading():
            return 1.5
        case Bullets(items):
            return sum(ceil((said(item) + 3) / line) + 0.1 for item in items)
        case Table(_, rows):
            return 1.6 + 1.25 * sum(ceil(max(map(said, row)) / line) for row in rows)
        case Picture(data=Bars(parts, bars)):
            return 1.3 * len(bars) + 1.3 * (len(parts) if len(parts) > 1 else 0)
        case Picture():
            return 4.5
    return 0.0


