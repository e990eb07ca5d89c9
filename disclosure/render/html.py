"""A sheet becomes one self-contained HTML page, the same that is printed to PDF."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    select_autoescape,
)
from markupsafe import Markup

from .. import shipped, wording
from ..sheet import Sheet
from . import arrangement, drawing, tabulation
from .jsonld import jsonld
from .phrase import anchor, phrase, plain, reach
from .typeset import spaced, tight


def html(sheet: Sheet, *, pdf: str | None = None, other: tuple[str, str] | None = None) -> str:
    """The page of a sheet.

    `pdf` is the relative address of its print version, `other` the language tag and relative
    address of the same sheet in another language.
    """
    page = _environment().get_template(f"{sheet.layout}.html")
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


def index(pages: Sequence[Mapping[str, str | None]]) -> str:
    """The index page of a site, one part a language.

    A page is a mapping of title, provider, kind (its label), lang, href, pdf, risk and summary; the
    last three may be None. Languages stand in the order in which they first occur.
    """
    langs = list(dict.fromkeys(page["lang"] for page in pages))
    parts = [(lang, _labels(lang), _by_kind(pages, lang)) for lang in langs]
    return _environment().get_template("index.html").render(parts=parts, css=_css, set=_setter)


def _by_kind(
    pages: Sequence[Mapping[str, str | None]], lang: str | None
) -> list[tuple[str | None, list[Mapping[str, str | None]]]]:
    kinds = list(dict.fromkeys(page["kind"] for page in pages))
    mine = sorted(
        (page for page in pages if page["lang"] == lang), key=lambda page: kinds.index(page["kind"])
    )
    return [(kind, list(group)) for kind, group in groupby(mine, key=lambda page: page["kind"])]


def _labels(lang: str | None) -> Mapping[str, str]:
    labels: Mapping[str, str] = wording.load(str(lang)).labels["sheet"]
    return labels


def _setter(text: str, lang: str) -> Markup:
    return tight(spaced(text)) if lang.startswith("zh") else tight(text)


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
def _environment() -> Environment:
    place = shipped.cache("layout")
    return Environment(
        loader=FileSystemLoader(shipped.folder("templates", "layout")),
        bytecode_cache=FileSystemBytecodeCache(str(place)) if place else None,
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache
def _forms() -> frozenset[str]:
    """The rulebooks that have a style of their own."""
    return frozenset(path.stem for path in shipped.folder("templates", "layout").glob("forms/*.css"))


@lru_cache
def _css(name: str) -> Markup:
    path = shipped.folder("templates", "layout", f"{name}.css")
    return Markup(path.read_text(encoding="utf-8"))
