"""Runs of one stretch of text become sentences, its words of the trade explained or replaced."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .. import text as language
from ..glossary import Edit, Glossary, rewrite
from .model import Run, Sentence, Sentences, Term

_SHIELDED = {"money", "rate", "period", "date", "number", "name", "link", "statutory"}


@dataclass(slots=True)
class Explainer:
    """Explains each term once in a sheet, at its first use in running text."""

    glossary: Glossary
    lang: str
    kind: str
    audience: str
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
        return tuple(self._edited(runs, done.edits))

    def _edited(self, runs: Sequence[Run], edits: Sequence[Edit]) -> Iterator[Run]:
        at = 0
        for edit in edits:
            yield from _cut(runs, at, edit.start)
            covering = next(iter(_cut(runs, edit.start, edit.end)), Run(""))
            yield replace(covering, text=edit.to, term=self._term(edit))
            at = edit.end
        yield from _cut(runs, at, sum(len(run.text) for run in runs))

    def _term(self, edit: Edit) -> Term | None:
        entry = next((one for one in self.glossary.entries if one.id == edit.entry), None)
        if entry is None:
            return None
        term = Term(entry.id, edit.mode, edit.original, entry.plain, entry.define)
        if entry.id not in {known.entry for known in self.terms}:
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
            yield replace(run, text=run.text[low:high])
        at += len(run.text)


def _sentences(runs: Sequence[Run], lang: str) -> Sentences:
    text = "".join(run.text for run in runs)
    spans = language.for_language(lang).sentences(text)
    return tuple(Sentence(tuple(_cut(runs, span.start, span.end))) for span in spans)


def _joined(runs: Sequence[Run], lang: str) -> tuple[Run, ...]:
    gap = "" if lang.startswith("zh") else " "
    joined = [replace(run, text=gap.join(run.text.split("\n"))) for run in runs]
    return tuple(run for run in joined if run.text)
