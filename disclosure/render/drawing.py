"""The data of a picture become measured shapes, ready to be written as SVG."""

from dataclasses import dataclass
from decimal import Decimal

from ..sheet.model import Bars, Scale

WIDTH = 640
_LABEL = 96
_VALUE = 110
_ROW = 26


@dataclass(frozen=True, slots=True)
class Cell:
    """One level of a risk scale: left edge and width, its code, and whether it is this product's."""

    x: int
    width: int
    code: str
    here: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a bar: left edge, width, and the number of its kind (0 dark, 1 mid, 2 light)."""

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
    width = WIDTH // len(scale.codes)
    return tuple(
        Cell(index * width, width, code, index + 1 == scale.level)
        for index, code in enumerate(scale.codes)
    )


def rows(bars: Bars) -> tuple[Row, ...]:
    """Bars drawn to one scale, the longest one filling the room between label and value."""
    longest = max((sum(bar.sizes, Decimal(0)) for bar in bars.bars), default=Decimal(0))
    left = _LABEL if any(bar.label for bar in bars.bars) else 0
    room = WIDTH - left - (_VALUE if len(bars.parts) < 3 else 0)
    return tuple(
        _row(index * _ROW, bar.label, bar.sizes, bar.shown[0], left, Decimal(room), longest)
        for index, bar in enumerate(bars.bars)
    )


def height(bars: Bars) -> int:
    """The height that the rows of a bar picture need."""
    return len(bars.bars) * _ROW


def _row(
    y: int, label: str, sizes: tuple[Decimal, ...], shown: str, left: int, room: Decimal,
    longest: Decimal,
) -> Row:
    pieces, at = [], Decimal(left)
    for tone, size in enumerate(sizes):
        width = room * max(size, Decimal(0)) / longest if longest else Decimal(0)
        pieces.append(Piece(int(at), int(at + width) - int(at), tone))
        at += width
    return Row(y, label, tuple(pieces), int(at), shown)
