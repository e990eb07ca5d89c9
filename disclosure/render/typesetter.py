"""An HTML page comes in; it goes out laid out in lines and pages, by WeasyPrint and the shipped fonts."""

import gc
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from .. import shipped
from ..errors import EnvironmentProblem

_NAMED = re.compile(r"#([\w-]+)")

VARIANT = "pdf/a-3a"

INSTALL = (
    "sudo apt-get install -y --no-install-recommends "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


def layout(page: str) -> Any:
    """The pages of an HTML page, as a WeasyPrint document."""
    fonts, faces = _fonts()
    read = _read(page)
    style = _style(read.etree_element)
    _forget_idle_names(read.etree_element, style)
    return read.render(font_config=fonts, stylesheets=[faces, _sheet(style)], pdf_variant=VARIANT)


def ready() -> None:
    """Load the typesetter and the fonts. Raises EnvironmentProblem where the machine lacks a library."""
    try:
        from weasyprint.text import ffi
    except OSError as error:
        raise EnvironmentProblem("library-missing", library=str(error)[:120], command=INSTALL) from None
    if ffi.harfbuzz_subset is None:
        raise EnvironmentProblem("harfbuzz-missing", command=INSTALL)
    _fonts()


def folder() -> Path:
    """Where the shipped fonts are, and all that a page may open."""
    return shipped.folder("templates", "layout", "fonts")


@contextmanager
def uncollected() -> Iterator[None]:
    """Garbage is collected after the work, not in it: a document is one growing net of boxes, all of
    them needed to its end, and going through them again and again takes a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Notices(logging.Handler):
    """Keeps every warning of the typesetter while it is open."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(record.getMessage())

    def __enter__(self) -> "Notices":
        logging.getLogger("weasyprint").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)


def _read(page: str) -> Any:
    """The tree of a page. Ours are written so that an XML reader finds the same tree as a reader of
    HTML, in a twentieth of the time; any other page is left to the reader of HTML."""
    from weasyprint import HTML

    try:
        return _page_class()(ElementTree.fromstring(page))
    except ElementTree.ParseError:
        return HTML(string=page, base_url=str(folder()), url_fetcher=_fetcher())


@lru_cache
def _page_class() -> Any:
    from cssselect2 import ElementWrapper
    from weasyprint import HTML

    class Read(HTML):
        """A page that has been read already."""

        def __init__(self, root: Any) -> None:
            self.base_url = str(folder())
            self.url_fetcher = _fetcher()
            self.media_type = "print"
            self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return Read


def _style(root: Any) -> str:
    """The styles of a page for print, as one; they leave its tree."""
    found = []
    for parent in [parent for parent in root.iter() if parent.find("style") is not None]:
        for style in parent.findall("style"):
            if style.get("media", "all") in {"all", "print"}:
                found.append(style.text or "")
            parent.remove(style)
    return "\n".join(found)


def _forget_idle_names(root: Any, style: str) -> None:
    """Leave out the ids that neither a link nor a style asks for: the typesetter takes an element with
    an id, and all in it, for unlike every other, and works out their styles one by one."""
    asked = {one.get("href", "")[1:] for one in root.iter("a")} | set(_NAMED.findall(style))
    for one in root.iter():
        if one.get("id") not in asked and "id" in one.attrib:
            del one.attrib["id"]


@lru_cache(maxsize=64)
def _sheet(text: str) -> Any:
    """A style sheet, parsed once for all pages that have the same. One that the typesetter warns of is
    not kept, so that each page with it is refused."""
    with Notices() as noticed:
        sheet = _parsed(text)
    if noticed.messages:
        raise StyleProblem(noticed.messages[0])
    return sheet


class StyleProblem(ValueError):
    """A style that cannot be used as it stands."""


def _parsed(text: str) -> Any:
    from weasyprint import CSS

    return CSS(string=text, base_url=str(folder()), url_fetcher=_fetcher(), media_type="print")


@lru_cache
def _fonts() -> tuple[Any, Any]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    described = described_fonts()
    faces = "".join(
        f"@font-face{{font-family:'{described['family']}';font-weight:{face['weight']};"
        f"src:url('{(folder() / face['file']).as_uri()}')}}"
        for face in described["faces"]
    )
    plain = f":root{{font-family:'{described['family']}'}}"  # of a page that names no font
    configuration = FontConfiguration()
    Finalize(None, _forget, exitpriority=0)
    return configuration, CSS(string=faces + plain, font_config=configuration, url_fetcher=_fetcher())


@lru_cache
def described_fonts() -> Any:
    """What `fonts.json` says of the shipped fonts: their family, and the file and weight of each face."""
    return json.loads((folder() / "fonts.json").read_text(encoding="utf-8"))


def _forget() -> None:
    """Let go of the fonts, which then remove their folder: a worker leaves without doing so itself,
    and an interpreter at its end is no longer able to."""
    _fonts.cache_clear()
    gc.collect()  # documents hold the fonts, and hold each other in circles


@lru_cache
def _fetcher() -> Any:
    from urllib.request import url2pathname

    from weasyprint.urls import URLFetcher

    class OnlyOurFonts(URLFetcher):
        """Gives out the shipped font files and nothing else: no network, no other file."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            path = Path(url2pathname(parts.path)).resolve()
            ours = parts.scheme == "file" and not parts.netloc
            if not ours or not path.is_relative_to(folder().resolve()):
                raise ValueError(f"not among the shipped files: {url}")
            return super().fetch(path.as_uri(), headers)

    return OnlyOurFonts(allowed_protocols=("file",), allow_redirects=False)
