"""What a sheet must say and the finished pages become the list of what was lost on the way."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..sheet import Sheet
from .reading import html_text, pdf_fonts, pdf_text, squeezed

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


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a finished page does not show, or shows in another font."""

    where: str
    path: str
    text: str


def expectation(sheet: Sheet, family: str) -> Expectation:
    """What a reader of the sheet must find, in reading order. `family` is the only font allowed."""
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
    return Expectation(tuple(facts[True]), tuple(facts[False]), tuple(sentences), family)


def prove(expected: Expectation, page: str, pdf: bytes | None) -> tuple[Loss, ...]:
    """What the HTML page, and the PDF where there is one, lack of what was expected."""
    losses = list(_lost(expected, html_text(page), "html"))
    if pdf is not None:
        losses += _lost(expected, pdf_text(pdf), "pdf")
        strange = {name for name in pdf_fonts(pdf) if not name.startswith(expected.family)}
        losses += [Loss("pdf", "", f"font {name}") for name in sorted(strange)]
    return tuple(losses)


def _lost(expected: Expectation, text: str, where: str) -> list[Loss]:
    tight = squeezed(text)
    facts = [(*one, _FIGURE) for one in expected.figures] + [(*one, set()) for one in expected.names]
    lost = [Loss(where, path, shown) for path, shown, whole in facts if not _stands(shown, text, whole)]
    lost += [Loss(where, section, said) for section, said in expected.sentences if said not in tight]
    return lost


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
