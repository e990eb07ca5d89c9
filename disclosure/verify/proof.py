"""What a sheet must say and the finished pages become the list of what was lost on the way."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from .form import Form, misshapen, misworded
from .loss import Loss
from .reading import html_text, pdf_fonts, pdf_pages, squeezed

if TYPE_CHECKING:
    from ..sheet import Sheet

_FIGURE = set("0123456789.,")
_FIGURES = {"money", "rate", "period", "date", "number"}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a reader must find: the facts (path, printed form) and the sentences of a sheet.

    A line may not break in a figure; it may in a name, which a code or an address of a page also is.
    """

    figures: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    sentences: tuple[tuple[str, str], ...]
    family: str
    form: Form | None = None


def expectation(sheet: "Sheet", family: str, form: Form | None = None) -> Expectation:
    """What a reader of the sheet must find, in reading order. `family` is the only font allowed, `form`
    what the rulebook wants of the finished document."""
    facts: dict[bool, dict[tuple[str, str], None]] = {True: {}, False: {}}
    sentences: dict[tuple[str, str], None] = {}
    for section, role, group in sheet.everything():
        if role == "alternative":
            continue
        for sentence in group:
            sentences[section, squeezed(sentence.text)] = None
            for run in sentence.runs:
                if run.fact and run.fact.kind != "text":
                    facts[run.fact.kind in _FIGURES][run.fact.path, run.text.strip()] = None
    return Expectation(tuple(facts[True]), tuple(facts[False]), tuple(sentences), family, form)


def prove(expected: Expectation, page: str, pdf: bytes | None) -> tuple[Loss, ...]:
    """What the HTML page, and the PDF where there is one, lack of what was expected."""
    shown = html_text(page)
    losses = _lost(expected, (shown,), "html")
    if expected.form:
        losses += misworded(expected.form, page)
    if pdf is not None:
        losses += misshapen(expected.form, pdf) if expected.form else ()
        losses += _lost(expected, pdf_pages(pdf), "pdf")
        strange = {name for name in pdf_fonts(pdf) if not name.startswith(expected.family)}
        losses += [Loss("pdf", "", f"font {name}") for name in sorted(strange)]
    return tuple(losses)


def _lost(expected: Expectation, pages: tuple[str, ...], where: str) -> list[Loss]:
    text, tight = " ".join(pages), tuple(map(squeezed, pages))
    facts = [(*one, _FIGURE) for one in expected.figures] + [(*one, set()) for one in expected.names]
    lost = [Loss(where, path, shown) for path, shown, whole in facts if not _stands(shown, text, whole)]
    said = [Loss(where, *one) for one in expected.sentences if not _is_said(one[1], tight)]
    return lost + said


def _is_said(sentence: str, pages: tuple[str, ...]) -> bool:
    """Does a sentence stand on a page, or begin on one and go on where the next one starts?"""
    if any(sentence in page for page in pages):
        return True
    return any(
        sentence[:cut] in page and after.startswith(sentence[cut:])
        for page, after in pairwise(pages)
        for cut in range(1, len(sentence))
    )


def _stands(shown: str, text: str, whole: Set[str]) -> bool:
    return re.search(_pattern(shown, frozenset(whole)), text) is not None


@lru_cache(4096)
def _pattern(shown: str, whole: frozenset[str]) -> re.Pattern[str]:
    """A fact as it may stand on a page: lines may break in it, but never between two characters of
    `whole`, and no digit may touch it: 9.98% is not found in 19.98%."""
    joined = re.escape(shown[:1])
    for before, after in pairwise(shown):
        gap = "" if {before, after} <= whole else r"\s*"
        joined += gap + ("" if after.isspace() else re.escape(after))
    start = r"(?<![0-9.,])" if shown[:1] in _FIGURE else ""
    end = r"(?![0-9]|[.,][0-9])" if shown[-1:] in _FIGURE else ""
    return re.compile(start + joined + end)
