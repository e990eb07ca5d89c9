"""The data of a picture become measured shapes, ready to be written as SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ..sheet.model import Bars, Scale, Years
from .typeset import width

WIDTH = 400
"""Every drawing is this wide; in print that is half the measure, so its text is the text's size."""

_CHARACTER = Decimal("7.6")  # a half-em of 14 units, with room to spare
_ROW = 22
_TOP, _DEEP = 26, 110  # where the bars of years may begin, and how much room they have


@dataclass(frozen=True, slots=True)
class Cell:
    """One level of a risk scale: left edge and width, its code, and whether it is this product's."""

    x: int
    width: int
    code: str
    here: bool

    @property
    def middle(self) -> int:
        """The middle of the cell."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a bar: left edge, width, and the number of its kind."""

    x: int
    width: int
    tone: int


@dataclass(frozen=True, slots=True)
class Row:
    """One bar with its label, its pieces, the sum printed beside it, and where that stands."""

    y: int
    label: str
    pieces: tuple[Piece, ...]
    end: int
    shown: str


def cells(scale: Scale) -> tuple[Cell, ...]:
    """The levels of a scale side by side over the whole width."""
    wide = WIDTH // len(scale.codes)
    return tuple(
        Cell(index * wide, wide, code, index + 1 == scale.level)
        for index, code in enumerate(scale.codes)
    )


def caption_at(scale: Scale, caption: str) -> int:
    """The middle of a caption over this product's level, kept inside the drawing."""
    half = int(width(caption) * _CHARACTER / 2)
    middle = next(cell.middle for cell in cells(scale) if cell.here)
    return min(max(middle, half), WIDTH - half)


def rows(bars: Bars) -> tuple[Row, ...]:
    """Bars drawn to one scale, the longest one filling the room between label and sum."""
    longest = max((sum(bar.sizes, Decimal(0)) for bar in bars.bars), default=Decimal(0))
    left = _room(bar.label for bar in bars.bars)
    stated = _room(bar.shown[0] for bar in bars.bars) if len(bars.parts) < 3 else 0
    room = Decimal(WIDTH - left - stated)
    return tuple(
        _row(index * _ROW, bar.label, bar.sizes, bar.shown[0], left, room, longest)
        for index, bar in enumerate(bars.bars)
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """One standing bar: left edge, top, width, height, and the number of its kind."""

    x: int
    y: int
    width: int
    height: int
    tone: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Standing bars over and under a line at `zero`, and each year with the middle of its bars."""

    bars: tuple[Standing, ...]
    years: tuple[tuple[int, str], ...]
    zero: int
    bottom: int


def chart(data: Years) -> Chart:
    """Results of years drawn to one scale, losses below the line."""
    known = [value for values in data.values for value in values if value is not None]
    most, least = max([*known, Decimal(0)]), min([*known, Decimal(0)])
    scale = Decimal(_DEEP) / (most - least or 1)
    zero, room = _TOP + int(most * scale), WIDTH // len(data.years)
    wide = min(room // 4, 26)
    middles = [index * room + room // 2 for index in range(len(data.years))]
    bars = [
        _standing(middle - wide + part * wide, value, wide, zero, scale, part)
        for middle, values in zip(middles, data.values, strict=True)
        for part, value in enumerate(values)
        if value is not None
    ]
    return Chart(tuple(bars), tuple(zip(middles, data.years, strict=True)), zero, _TOP + _DEEP + 16)


def _standing(x: int, value: Decimal, wide: int, zero: int, scale: Decimal, tone: int) -> Standing:
    high = max(int(abs(value) * scale), 1)
    return Standing(x, zero - high if value > 0 else zero, wide, high, tone)


def height(bars: Bars) -> int:
    """The height that the rows of a bar picture need."""
    return len(bars.bars) * _ROW


def _room(texts: Iterable[str]) -> int:
    longest = max((width(text) + text.count("%") for text in texts), default=0)
    return int(longest * _CHARACTER) + 10 if longest else 0


def _row(
    y: int, label: str, sizes: tuple[Decimal, ...], shown: str, left: int, room: Decimal,
    longest: Decimal,
) -> Row:
    pieces, at = [], Decimal(left)
    for tone, size in enumerate(sizes):
        wide = room * max(size, Decimal(0)) / longest if longest else Decimal(0)
        pieces.append(Piece(int(at), int(at + wide) - int(at), tone))
        at += wide
    return Row(y, label, tuple(pieces), int(at), shown)
