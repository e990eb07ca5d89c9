"""An HTML page becomes a tagged, archivable PDF that holds only the shipped fonts."""

from functools import lru_cache
from hashlib import sha256
from typing import Any

from ..errors import DisclosureError, Problem
from . import typesetter
from .archive import Source, finish

__all__ = ["Source", "pdf", "warm"]


def pdf(page: str, name: str, source: Source | None = None) -> bytes:
    """The PDF (PDF/A-3a, identified as PDF/UA-1) of a page, with the definition it was made from.

    `name` stands for the document in messages. The identifier of the file is the sha256 of the page.
    Raises DisclosureError where a character is not in the shipped fonts or a resource cannot be
    loaded: nothing is left out silently.
    """
    typesetter.ready()
    with typesetter.uncollected(), typesetter.Notices() as noticed:
        try:
            data = _printed(page, name, source)
        except typesetter.StyleProblem as problem:
            raise _refusal(name, "resource-warning", detail=str(problem)) from None
    if noticed.messages:
        raise _refusal(name, "resource-warning", detail=noticed.messages[0])
    return data


def warm() -> None:
    """Load the typesetter and the fonts, so that the first document does not wait for them.

    Raises EnvironmentProblem where the machine lacks a library.
    """
    typesetter.ready()


def _printed(page: str, name: str, source: Source | None) -> bytes:
    document = typesetter.layout(page)
    _refuse_unknown_characters(document, name)

    def finisher(painted: Any, file: Any) -> None:
        _refuse_other_fonts(painted, name)
        finish(painted, file, source)

    data: bytes = document.write_pdf(
        pdf_variant=typesetter.VARIANT,
        pdf_identifier=sha256(page.encode()).hexdigest().encode(),
        finisher=finisher,
    )
    return data


def _refuse_unknown_characters(document: Any, name: str) -> None:
    known = _covered()
    strange = sorted({c for c in _text(document) if c not in known and not c.isspace()})
    if strange:
        raise _refusal(name, "character-not-in-font", characters=" ".join(strange), where=name)


def _refuse_other_fonts(document: Any, name: str) -> None:
    """The fonts are known once the pages are painted."""
    family = typesetter.described_fonts()["family"]
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
    return frozenset((typesetter.folder() / "drawn.txt").read_text(encoding="utf-8"))


def _refusal(name: str, code: str, **values: str) -> DisclosureError:
    return DisclosureError([Problem(name, 0, 0, "", code, values)])
