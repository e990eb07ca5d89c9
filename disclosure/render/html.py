"""A sheet becomes one self-contained HTML page, the same that is printed to PDF."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from .. import shipped
from ..sheet import Sheet
from . import arrangement, drawing, tabulation
from .jsonld import jsonld
from .phrase import anchor, phrase, plain, reach
from .skeleton import inlined, skeleton
from .typeset import spaced, tight


def html(sheet: Sheet, *, pdf: str | None = None, other: tuple[str, str] | None = None) -> str:
    """The page of a sheet.

    `pdf` is the relative address of its print version, `other` the language tag and relative
    address of the same sheet in another language.
    """
    page = skeleton(f"{sheet.layout}.html")
    return page.render(
        sheet=sheet,
        css=_css,
        forms=_forms(),
        data=_quoted(jsonld(sheet)),
        pdf=pdf,
        other=other,
        **_tools(sheet.lang),
    )


def _quoted(data: str) -> Markup:
    """JSON for a script element, in which neither HTML nor XML finds anything to read."""
    return Markup(data.replace("&", "\\u0026").replace("<", "\\u003c"))


@lru_cache
def _tools(lang: str) -> dict[str, Callable[..., Any]]:
    """What the skeletons call, for sheets in a language."""
    gap = spaced if lang.startswith("zh") else str
    return {
        "sentences": lambda sentences: phrase(sentences, lang),
        "plain": lambda sentences: plain(sentences, lang),
        "heads": lambda table: [plain(head, lang) for head in table.header],
        "anchor": anchor,
        "reach": reach,
        "spaced": gap,
        "set": lambda text: tight(gap(text)),
        "block_kind": lambda block: type(block).__name__,
        **_MEASURES,
    }


_MEASURES: dict[str, Callable[..., Any]] = {
    "arranged": arrangement.arranged,
    "paired": arrangement.paired,
    "columns": tabulation.columns,
    "grid": tabulation.grid,
    "ending": arrangement.ending,
    "lopsided": arrangement.lopsided,
    "density": arrangement.density,
    "is_narrow": tabulation.is_narrow,
    "is_terse": arrangement.is_terse,
    "cells": drawing.cells,
    "caption_at": drawing.caption_at,
    "rows": drawing.rows,
    "height": drawing.height,
    "chart": drawing.chart,
}


@lru_cache
def _forms() -> frozenset[str]:
    """The rulebooks that have a style of their own."""
    return frozenset(path.stem for path in shipped.folder("templates", "layout").glob("forms/*.css"))


def _css(name: str) -> Markup:
    return inlined(f"{name}.css")
