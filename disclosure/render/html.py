"""A sheet becomes one self-contained HTML page, the same that is printed to PDF."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from .. import shipped
from ..sheet import Sheet
from . import drawing
from .jsonld import jsonld
from .typeset import between, pieces, spaced


def html(sheet: Sheet, *, pdf: str | None = None, other: tuple[str, str] | None = None) -> str:
    """The page of a sheet.

    `pdf` is the relative address of its print version, `other` the language tag and relative
    address of the same sheet in another language.
    """
    page = _environment().get_template("sheet.html")
    return page.render(
        sheet=sheet,
        css=_css,
        data=Markup(jsonld(sheet)),
        pdf=pdf,
        other=other,
        **_tools(sheet.lang),
    )


def index(pages: list[dict[str, Any]], lang: str, labels: dict[str, str]) -> str:
    """The index page of a site: `pages` are dicts of title, provider, kind, href and pdf."""
    page = _environment().get_template("index.html")
    return page.render(pages=pages, lang=lang, labels=labels, css=_css)


def _tools(lang: str) -> dict[str, Callable[..., Any]]:
    return {
        "pieces": lambda sentence: pieces(sentence.runs, lang),
        "plain": lambda sentences: between(lang).join(
            "".join(text for _, text in pieces(one.runs, lang)) for one in sentences
        ),
        "gap": lambda: between(lang),
        "spaced": (spaced if lang.startswith("zh") else str),
        "cells": drawing.cells,
        "rows": drawing.rows,
        "height": drawing.height,
        "block_kind": lambda block: type(block).__name__,
    }


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(shipped.folder("templates", "layout")),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache
def _css(name: str) -> Markup:
    path = shipped.folder("templates", "layout", f"{name}.css")
    return Markup(path.read_text(encoding="utf-8"))
