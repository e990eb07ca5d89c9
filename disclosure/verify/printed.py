"""A PDF comes in; the text on its pages in runs of one type, and whether each can be seen, goes out."""

import ctypes
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, repeat
from math import hypot
from typing import Any, NamedTuple

from .ink import Raster

FOOT = 40.0
"""Points: the bottom margin, in which the running foot stands."""

_HYPHENS_AT_LINE_END = str.maketrans("\x02\ufffe", "--")  # what PDFium makes of a hyphen at the end of a line
NOT_IN_FILE = " (not embedded)"
"""What follows the name of a font that is not in the file."""

_IMAGE, _FORM, _TEXT = 3, 5, 1
_DEEPEST = 8


class Box(NamedTuple):
    """Where something stands on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Run(NamedTuple):
    """A stretch of text of one type: its text, its place in the text of the document (-1 in a running
    foot), its page, box, size in points, font, whether it begins apart from the run before it (a space
    or a new line is between them), and whether it can be seen."""

    text: str
    start: int
    page: int
    box: Box
    size: float
    font: str
    apart: bool
    seen: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a PDF (of all its pages, without running feet, a line end after each), where each page
    starts in it, its runs, its running feet, its links, how high an x stands for each point of type, the
    file's identifier, and what stands in it that a sheet must not have, as (message, text)."""

    text: str
    starts: tuple[int, ...]
    runs: tuple[Run, ...]
    feet: tuple[str, ...]
    links: tuple[str, ...]
    heights: tuple[float, ...]
    identifier: str
    troubles: tuple[tuple[str, str], ...]


def read(data: bytes, heights: bool = False) -> Printed:
    """What a PDF says and shows. `heights` asks for those of the letter x."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return _Reader(document, heights).read()
    finally:
        document.close()


class _Reader:
    """Goes through the pages of a document once."""

    def __init__(self, document: Any, heights: bool) -> None:
        self.document = document
        self.texts: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.runs: list[Run] = []
        self.feet: list[str] = []
        self.links: list[str] = []
        self.heights: list[float] = []
        self.measured: set[float] = set()
        self.wants_heights = heights
        self.fonts: dict[int, str] = {}
        self.troubles: list[tuple[str, str]] = []

    def read(self) -> Printed:
        """Everything that is read of the document."""
        for number in range(len(self.document)):
            page = self.document[number]
            self.starts.append(self.length)
            self.page(number, page)
            self.keep("\n")
            page.close()
        return Printed(
            "".join(self.texts), tuple(self.starts), tuple(self.runs), tuple(self.feet), tuple(self.links),
            tuple(self.heights), _identifier(self.document), tuple(dict.fromkeys(self.troubles)),
        )  # fmt: skip

    def keep(self, text: str) -> None:
        """Add to the text of the document."""
        self.texts.append(text)
        self.length += len(text)

    def page(self, number: int, page: Any) -> None:
        """Read one page."""
        layer = page.get_textpage()
        text, owners = _characters(layer)
        measure, raster = _Measure(layer), Raster(page)
        foot, apart, at = "", True, 0
        for owner, group in groupby(owners):
            size = len(list(group))
            words = text[at : at + size]
            if not owner or words.isspace():
                self.keep(words)
                apart = True
            else:
                foot += self.run(number, measure, raster, words, at, owner, apart)
                apart = words[-1:].isspace()
            at += size
        self.feet.append(foot)
        self.links += _links(self.document, page)
        self.troubles += _unread(page, set(owners))
        layer.close()

    def run(
        self, number: int, measure: "_Measure", raster: Raster, words: str, at: int, owner: int, apart: bool
    ) -> str:
        """Keep a run; what it says, where it stands in the running foot."""
        boxes = measure.boxes(at, len(words))
        box = boxes[0] if len(boxes) == 1 else _around(boxes)
        size = measure.size(at)
        font = self.font(owner)
        is_foot = box.top < FOOT
        seen = bool(boxes) and all(raster.shows(one, size, words) for one in boxes)
        self.runs.append(Run(words, -1 if is_foot else self.length, number, box, size, font, apart, seen))
        if self.wants_heights and "x" in words and (key := round(size, 3) + ("Bold" in font) / 1e6) not in self.measured:
            self.measured.add(key)
            self.heights.append(measure.height(at + words.index("x")) / size)
        if is_foot:
            return words
        self.keep(words)
        return ""

    def font(self, owner: int) -> str:
        """The name of the font of a text object, without the subset's tag; a font that is not in the file
        has none of ours."""
        key = _font_of()(owner) or 0
        if key not in self.fonts:
            self.fonts[key] = _name(key)
        return self.fonts[key]


class _Measure:
    """Says where the characters of a page stand, and how large they are."""

    def __init__(self, layer: Any) -> None:
        from pypdfium2 import raw

        self.layer, self.raw, self.matrix = layer.raw, raw, raw.FS_MATRIX()
        self.edges = left, top, right, bottom = [ctypes.c_double() for _ in range(4)]
        self.given = [ctypes.byref(one) for one in (left, top, right, bottom)]
        self.at = ctypes.byref(self.matrix)

    def boxes(self, at: int, size: int) -> list[Box]:
        """The boxes, one a line, of some characters."""
        left, top, right, bottom = self.edges
        found = []
        for number in range(self.raw.FPDFText_CountRects(self.layer, at, size)):
            self.raw.FPDFText_GetRect(self.layer, number, *self.given)
            found.append(Box(left.value, bottom.value, right.value, top.value))
        return found

    def size(self, at: int) -> float:
        """The size of a character as it stands on the page, in points."""
        matrix = self.matrix
        self.raw.FPDFText_GetMatrix(self.layer, at, self.at)
        return float(self.raw.FPDFText_GetFontSize(self.layer, at)) * hypot(matrix.c, matrix.d)

    def height(self, at: int) -> float:
        """How high a letter is, in points."""
        left, top, right, bottom = self.edges
        self.raw.FPDFText_GetCharBox(self.layer, at, *(ctypes.byref(one) for one in (left, right, bottom, top)))
        return top.value - bottom.value


@lru_cache
def _owner_of() -> Callable[[int, int], int | None]:
    """PDFium's finder of the object that a character belongs to, by plain numbers."""
    from pypdfium2 import raw

    place = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(place)  # type: ignore[return-value]


@lru_cache
def _font_of() -> Callable[[int], int | None]:
    """PDFium's finder of the font of a text object, by plain numbers."""
    from pypdfium2 import raw

    place = ctypes.cast(raw.FPDFTextObj_GetFont, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(place)  # type: ignore[return-value]


def _characters(layer: Any) -> tuple[str, list[int | None]]:
    """The text of a page, and of each character the object that draws it, if one does."""
    from pypdfium2 import raw

    count = layer.count_chars()
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    length = raw.FPDFText_GetText(layer.raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(length - 1, 0)].decode("utf-16-le", "replace")
    handle = ctypes.cast(layer.raw, ctypes.c_void_p).value or 0
    owners = list(map(_owner_of(), repeat(handle), range(count)))
    return text.translate(_HYPHENS_AT_LINE_END), owners


def _around(boxes: list[Box]) -> Box:
    if not boxes:
        return Box(0.0, 0.0, 0.0, 0.0)
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def _name(place: int) -> str:
    from pypdfium2 import raw

    if not place:
        return "?"
    font = ctypes.cast(place, raw.FPDF_FONT)
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    embedded = raw.FPDFFont_GetIsEmbedded(font) == 1
    return (name.partition("+")[2] or name) + ("" if embedded else NOT_IN_FILE)


def _identifier(document: Any) -> str:
    from pypdfium2 import raw

    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDF_GetFileIdentifier(document.raw, 0, buffer, 256)
    return buffer.raw[: max(length - 1, 0)].decode("latin-1") if length <= 256 else ""


def _links(document: Any, page: Any) -> Iterator[str]:
    """The addresses outside the document that a page leads to."""
    from pypdfium2 import raw

    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page.raw, place, link):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0) if action else 0
        if length > 1:
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
            yield buffer.value.decode("utf-8", "replace")


def _unread(page: Any, owners: Set[int | None]) -> Iterator[tuple[str, str]]:
    """Pictures, and text that is drawn but cannot be read."""
    for item, kind in _objects(page.raw, None, 0):
        if kind == _IMAGE:
            yield "page-brings-in", "image"
        elif kind == _TEXT and ctypes.addressof(item.contents) not in owners:
            yield "page-brings-in", "text without letters"


def _objects(page: Any, form: Any, depth: int) -> Iterator[tuple[Any, int]]:
    from pypdfium2 import raw

    count, get, around = raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page
    if form:
        count, get, around = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, form
    kind_of = raw.FPDFPageObj_GetType
    for number in range(count(around)):
        item = get(around, number)
        kind = kind_of(item)
        yield item, kind
        if kind == _FORM and depth < _DEEPEST:
            yield from _objects(page, item, depth + 1)
