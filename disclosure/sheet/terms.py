"""Runs of one stretch of text become sentences, its words of the trade explained or replaced."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from .. import text as language
from ..glossary import Edit, Entry, Glossary, defined, rewrite
from .model import Run, Sentence, Sentences, Term

_IN_BRACKETS = ("explain", "required")
_MAY_END = re.compile(r"[.!?…。！？\n\r\x0b\x0c\x85\u2028\u2029]")
"""Without one of these a text is one sentence."""
_SHIELDED = {"money", "rate", "period", "date", "number", "name", "link", "statutory"}


@dataclass(slots=True)
class Explainer:
    """Explains each term once in a sheet, at its first use in running text.

    A sentence holds at most `brackets` explanations; a term that comes after them is explained in
    the list of words alone. `seen` are the entries that need no explanation, or have had theirs.
    """

    glossary: Glossary
    lang: str
    kind: str
    audience: str
    brackets: int
    seen: frozenset[str] = frozenset()
    terms: list[Term] = field(default_factory=list)

    def finish(self, runs: tuple[Run, ...], role: str) -> Sentences:
        """Sentences of runs. Headings are split but never explained in."""
        clean = _joined(runs, self.lang)
        return _sentences(clean if role == "heading" else self._explained(clean), self.lang)

    def unexplained(self, runs: tuple[Run, ...], role: str) -> Sentences:
        """Sentences of runs as they stand, whatever their role: for what must be read at a glance."""
        return _sentences(_joined(runs, self.lang), self.lang)

    def _explained(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        text = "".join(run.text for run in runs)
        done = rewrite(
            text,
            self.glossary,
            lang=self.lang,
            kind=self.kind,
            audience=self.audience,
            protected=_shielded(runs),
            seen=self.seen,
        )
        self.seen = done.seen
        return tuple(self._edited(runs, self._spaced(text, done.edits))) if done.edits else tuple(runs)

    def _spaced(self, text: str, edits: Sequence[Edit]) -> Iterator[Edit]:
        """The edits, those of explanations that would crowd a sentence without their brackets."""
        starts = [start for start, _ in _spans(text, self.lang)]
        told: Counter[int] = Counter()
        for edit in edits:
            if edit.mode in _IN_BRACKETS:
                at = bisect_right(starts, edit.start)
                told[at] += 1
                if told[at] > self.brackets:
                    edit = replace(edit, to=edit.original, mode="listed")
            yield edit

    def _edited(self, runs: Sequence[Run], edits: Iterable[Edit]) -> Iterator[Run]:
        at = 0
        for edit in edits:
            yield from _cut(runs, at, edit.start)
            covering = next(iter(_cut(runs, edit.start, edit.end)), Run(""))
            yield replace(covering, text=edit.to, term=self._term(edit))
            at = edit.end
        yield from _cut(runs, at, sum(len(run.text) for run in runs))

    def _term(self, edit: Edit) -> Term | None:
        entry = _named(self.glossary).get(edit.entry)
        if entry is None:
            return None
        words = edit.term or edit.original
        term = Term(entry.id, edit.mode, words, entry.plain, defined(entry, words))
        if edit.mode != "replace" and entry.id not in {known.entry for known in self.terms}:
            self.terms.append(term)
        return term


def _shielded(runs: Sequence[Run]) -> tuple[tuple[int, int], ...]:
    spans, at = [], 0
    for run in runs:
        if run.fact and run.fact.kind in _SHIELDED:
            spans.append((at, at + len(run.text)))
        at += len(run.text)
    return tuple(spans)


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        low, high = max(start - at, 0), min(end - at, len(run.text))
        if low < high:
            yield run if high - low == len(run.text) else _reading(run, run.text[low:high])
        at += len(run.text)


def _sentences(runs: Sequence[Run], lang: str) -> Sentences:
    text = "".join(run.text for run in runs)
    if text and not _MAY_END.search(text) and text == text.strip():
        return (Sentence(tuple(runs)),)
    spans = _spans(text, lang)
    if spans == ((0, len(text)),):
        return (Sentence(tuple(runs)),)
    return tuple(Sentence(tuple(_cut(runs, start, end))) for start, end in spans)


@lru_cache(maxsize=2048)
def _spans(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends."""
    return tuple((span.start, span.end) for span in language.for_language(lang).sentences(text))


def _joined(runs: Sequence[Run], lang: str) -> tuple[Run, ...]:
    gap = "" if lang.startswith("zh") else " "
    joined = (_reading(run, run.text.replace("\n", gap)) if "\n" in run.text else run for run in runs)
    return tuple(run for run in joined if run.text)


def _reading(run: Run, text: str) -> Run:
    return Run(text, run.fact, run.term, run.strong, run.href)


@lru_cache(maxsize=4)
def _named(glossary: Glossary) -> Mapping[str, Entry]:
    """The entries of a glossary by their ids; of two languages' entries with one id, the first."""
    return {entry.id: entry for entry in reversed(glossary.entries)}
