"""A finished page, HTML or PDF, becomes the text that a reader of it sees, and its fonts."""

from html.parser import HTMLParser

_UNSEEN = {"script", "style", "title", "head"}
_HEADINGS = {"h1", "h2", "h3"}
_INLINE = {"a", "b", "abbr", "dfn", "em", "span", "strong"}
_HYPHEN_AT_LINE_END = "\x02"  # what PDFium makes of a hyphen at the end of a line
_VOID = {"meta", "link", "br", "img", "input", "hr"}


class _Visible(HTMLParser):
    """Gathers text that is not in a hidden or unseen element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.hidden: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.texts.append(" ")
        if tag in _VOID:
            return
        given = dict(attrs)
        style = (given.get("style") or "").replace(" ", "")
        unseen = tag in _UNSEEN or "hidden" in given or "display:none" in style
        if self.hidden or unseen:
            self.hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden and tag in self.hidden:
            while self.hidden.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.texts.append(data)


class _Headings(HTMLParser):
    """Gathers the text of each heading."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = False
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self.inside = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in _HEADINGS

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data


def html_headings(page: str) -> tuple[str, ...]:
    """The text of each heading of an HTML page, in their order."""
    reader = _Headings()
    reader.feed(page)
    reader.close()
    return tuple(reader.texts)


def html_text(page: str) -> str:
    """The visible text of an HTML page; a space parts what stands in different boxes."""
    reader = _Visible()
    reader.feed(page)
    reader.close()
    return "".join(reader.texts)


def pdf_pages(data: bytes) -> tuple[str, ...]:
    """The text of each page of a PDF, running feet left out."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page(page) for page in document)
    finally:
        document.close()


def pdf_fonts(data: bytes) -> frozenset[str]:
    """The names of the fonts that text in a PDF is drawn with, without the subset's tag."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    try:
        return frozenset(
            base_font(item.raw).partition("+")[2]
            for page in document
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
        )
    finally:
        document.close()


def squeezed(text: str) -> str:
    """A text without white space, soft hyphens and invisible spaces, for comparison."""
    return "".join(c for c in text if not c.isspace() and c not in "\u00ad\u200b\u2060\ufeff")


def _page(page: object) -> str:
    width, height = page.get_size()  # type: ignore[attr-defined]
    text = page.get_textpage()  # type: ignore[attr-defined]
    foot = 40  # points: the bottom margin, in which the running foot stands
    shown = str(text.get_text_bounded(left=0, bottom=foot, right=width, top=height))
    return shown.replace(_HYPHEN_AT_LINE_END, "-")


def base_font(item: object) -> str:
    """The name of the font that a text object of a PDF is drawn with."""
    import ctypes

    from pypdfium2 import raw

    font = raw.FPDFTextObj_GetFont(item)
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")
