"""An HTML page becomes a tagged, archivable PDF that holds only the shipped fonts."""

import gc
import io
import json
import logging
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .. import shipped
from ..errors import DisclosureError, EnvironmentProblem, Problem

_UA = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def pdf(page: str, name: str) -> bytes:
    """The PDF (PDF/A-3a, identified as PDF/UA-1) of a page.

    `name` stands for the document in messages. Raises DisclosureError where a character is not in
    the shipped fonts or a resource cannot be loaded: nothing is left out silently.
    """
    _require_subsetter()
    from weasyprint import HTML

    fonts, sheets = _fonts()
    noticed = _Notices()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(noticed)
    try:
        document = HTML(string=page, base_url=str(_folder()), url_fetcher=_fetcher()).render(
            font_config=fonts, stylesheets=sheets, pdf_variant="pdf/a-3a"
        )
        _refuse_other_fonts(document, name)
        data: bytes = document.write_pdf(
            pdf_variant="pdf/a-3a", xmp_metadata=[io.BytesIO(_UA)], finisher=_finish
        )
    finally:
        logger.removeHandler(noticed)
    if noticed.messages:
        raise _refusal(name, "resource-warning", detail=noticed.messages[0])
    return data


def warm() -> None:
    """Load the typesetter and the fonts, so that the first document does not wait for them.

    Raises EnvironmentProblem where the machine lacks a library.
    """
    _require_subsetter()
    _fonts()


def _folder() -> Path:
    return shipped.folder("templates", "layout", "fonts")


class _Notices(logging.Handler):
    """Keeps every warning of the typesetter; any of them fails the document."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@lru_cache
def _fonts() -> tuple[Any, list[Any]]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    described = json.loads((_folder() / "fonts.json").read_text(encoding="utf-8"))
    faces = "".join(
        f"@font-face{{font-family:'{described['family']}';font-weight:{face['weight']};"
        f"src:url('{(_folder() / face['file']).as_uri()}')}}"
        for face in described["faces"]
    )
    configuration = FontConfiguration()
    Finalize(None, _forget, exitpriority=0)
    sheet = CSS(string=faces, font_config=configuration, url_fetcher=_fetcher())
    return configuration, [sheet]


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
            if not ours or not path.is_relative_to(_folder().resolve()):
                raise ValueError(f"not among the shipped files: {url}")
            return super().fetch(path.as_uri(), headers)

    return OnlyOurFonts(allowed_protocols=("file",), allow_redirects=False)


def _refuse_other_fonts(document: Any, name: str) -> None:
    family = json.loads((_folder() / "fonts.json").read_text(encoding="utf-8"))["family"]
    known = _covered()
    strange = sorted({c for c in _text(document) if c not in known and not c.isspace()})
    if strange:
        raise _refusal(name, "character-not-in-font", characters=" ".join(strange), where=name)
    others = {font.family for font in document.fonts.values()} - {family, family.encode()}
    if others:
        raise _refusal(name, "render-failed", detail=f"fonts: {sorted(map(str, others))}")


def _text(document: Any) -> set[str]:
    return {
        character
        for page in document.pages
        for box in page._page_box.descendants()
        for character in getattr(box, "text", None) or ""
    }


@lru_cache
def _covered() -> frozenset[str]:
    """The characters that both faces draw, as listed when they were made (`scripts/make-fonts`)."""
    return frozenset((_folder() / "drawn.txt").read_text(encoding="utf-8"))


def _finish(document: Any, pdf_file: Any) -> None:
    for page in document.pages:
        for box in page._page_box.descendants():
            mark = getattr(box, "mark", None)
            if mark is not None and getattr(box, "element_tag", "") == "th":
                row = box.element.get("scope") == "row"
                mark["A"]["Scope"] = "/Row" if row else "/Column"


def _require_subsetter() -> None:
    try:
        from weasyprint.text import ffi
    except OSError as error:
        raise EnvironmentProblem("library-missing", library=str(error)[:120], command=INSTALL) from None
    if ffi.harfbuzz_subset is None:
        raise EnvironmentProblem("harfbuzz-missing", command=INSTALL)


INSTALL = (
    "sudo apt-get install -y --no-install-recommends "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


def _refusal(name: str, code: str, **values: str) -> DisclosureError:
    return DisclosureError([Problem(name, 0, 0, "", code, values)])
