"""Passages come in; their glossary terms and acronyms that nobody explains go out, passage by passage."""

import re
from collections.abc import Iterable, Iterator, Sequence

from disclosure.text.gauges import apart
from disclosure.text.listed import defined
from disclosure.text.model import Model
from disclosure.text.passage import Passage
from disclosure.text.span import Span

_ACRONYM = re.compile(
    r"[A-Z](?:(?<![A-Za-z0-9&.@/-][A-Z])[A-Z&]{1,6}s?(?:\+\d|\d{1,4})?(?![A-Za-z0-9@-])"
    r"|(?<![A-Za-z0-9][A-Z])(?:\+\d|(?<=R)[1-5](?![A-Za-z0-9])))"
)
_CAPITALS = re.compile(r"[A-Z]{2,}")
_LIKELY = re.compile(r"[A-Z][A-Z&+1-5]")
_EXPLAINED = re.compile(r"[(（]\s*([A-Z][A-Z&]{1,6}s?)\s*[)）]|([A-Z][A-Z&]{1,6}s?)\s*[(（](?=[^)）]{4})")


def unexplained_in(passages: Sequence[Passage], model: Model) -> tuple[tuple[Span, ...], ...]:
    """For each passage its `jargon`, but what is everyday, and its unexplained acronyms, in order of place."""
    known = frozenset(_explained(passages)) | model.words("acronyms")
    everyday = model.words("everyday")
    return tuple(
        tuple(sorted((*_terms(passage, everyday), *_acronyms(passage, known)), key=lambda term: (term.start, term.end)))
        for passage in passages
    )


def _terms(passage: Passage, everyday: frozenset[str]) -> Iterator[Span]:
    return (term for term in passage.jargon if term.text not in everyday and not defined(passage.text, term))


def _explained(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        if ("(" in passage.text or "（" in passage.text) and _LIKELY.search(passage.text):
            for found in _EXPLAINED.finditer(passage.text):
                yield (found.group(1) or found.group(2)).removesuffix("s")


def _acronyms(passage: Passage, known: frozenset[str]) -> Iterator[Span]:
    """The acronyms nobody explains; none where the whole passage is in capitals."""
    text = passage.text
    if not _LIKELY.search(text) or (text.isupper() and len(_CAPITALS.findall(text)) > 3):
        return
    spots = (Span(*found.span(), found.group()) for found in _ACRONYM.finditer(text))
    yield from apart((spot for spot in spots if spot.text.removesuffix("s") not in known), passage.jargon)
