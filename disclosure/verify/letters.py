"""A PDF comes in; every letter drawn on its pages, with its size and weight, goes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import hypot
from typing import Any

from .reading import base_font

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


def pages(data: bytes) -> tuple[Letters, ...]:
    """The letters of each page, running feet included, white space left out."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page(page) for page in document)
    finally:
        document.close()


def x_height(data: bytes) -> Decimal | None:
    """How high the lowest x stands for each point of type size, in millimetres; None without an x."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return min((ratio for page in document for ratio in _heights(page)), default=None)
    finally:
        document.close()


def _heights(page: Any) -> Iterator[Decimal]:
    text = page.get_textpage()
    for index, letter, size in _drawn(text):
        if letter == "x":
            _, bottom, _, top = text.get_charbox(index)
            yield Decimal(top - bottom) * _TRUE_HEIGHT * MM_PER_POINT / size


def _page(page: Any) -> Letters:
    text = page.get_textpage()
    found = [(index, letter, size, _is_bold(text, index)) for index, letter, size in _drawn(text)]
    places = [index for index, _, _, _ in found]
    return Letters(
        "".join(letter for _, letter, _, _ in found),
        tuple(size for _, _, size, _ in found),
        tuple(bold for _, _, _, bold in found),
        tuple(index - before > 1 for before, index in zip([-1, *places], places, strict=False)),
    )


def _drawn(text: Any) -> Iterator[tuple[int, str, Decimal]]:
    """Each letter that is drawn, with its place and its size on the page."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if letter.isspace() or raw.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        raw.FPDFText_GetMatrix(text.raw, index, matrix)
        size = raw.FPDFText_GetFontSize(text.raw, index) * hypot(matrix.c, matrix.d)
        yield index, letter, Decimal(size).quantize(_TENTH)


def _is_bold(text: Any, index: int) -> bool:
    from pypdfium2 import raw

    item = raw.FPDFText_GetTextObject(text.raw, index)
    return bool(item) and "Bold" in base_font(item)
