"""What was read of a PDF comes in; the letters drawn on each page, with their size and weight, go out."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from .printed import Printed, Run
from .words import squeezed

MM_PER_POINT = Decimal("25.4") / 72
_TENTH = Decimal("0.1")
_TRUE_HEIGHT = Decimal(64) / 65  # PDFium adds a 64th to the top of a letter's box


@dataclass(frozen=True, slots=True)
class Letters:
    """The visible letters of one page in reading order, and of each the size in points, whether it is
    bold, and whether it stands apart from the one before: a space or a new line is between them."""

    text: str
    sizes: tuple[Decimal, ...]
    bold: tuple[bool, ...]
    apart: tuple[bool, ...]


def letters(pdf: Printed) -> tuple[Letters, ...]:
    """The letters of each page, running feet included, white space left out."""
    return tuple(_page(list(runs)) for _, runs in groupby(pdf.runs, lambda run: run.page))


def x_height(pdf: Printed) -> Decimal | None:
    """How high the lowest x stands for each point of type size, in millimetres; None without an x."""
    ratios = (Decimal(one) * _TRUE_HEIGHT * MM_PER_POINT for one in pdf.heights)
    return min(ratios, default=None)


def _page(runs: list[Run]) -> Letters:
    text, sizes, bold, apart = [], [], [], []
    for run in runs:
        words = squeezed(run.text)
        text.append(words)
        sizes += [Decimal(run.size).quantize(_TENTH)] * len(words)
        bold += ["Bold" in run.font] * len(words)
        apart += _apart(run)
    return Letters("".join(text), tuple(sizes), tuple(bold), tuple(apart))


def _apart(run: Run) -> list[bool]:
    """Of each letter of a run, whether it stands apart from the one before."""
    parted, found = run.apart, []
    for letter in run.text:
        if letter.isspace():
            parted = True
        elif squeezed(letter):
            found.append(parted)
            parted = False
    return found
