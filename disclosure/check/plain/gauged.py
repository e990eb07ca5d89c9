"""Passages and the id of a readability feature come in; the places that feature counts go out.

The score and the rules see the same passives, double negations and nestings: there is one detector.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ... import shipped, source
from ...text.model import Model
from ...text.passage import Passage, Role
from ...text.span import Span
from . import cuts


class _Plenty:
    """Counts of a sentence that always say "look closer": they only spare the gauges a search."""

    def __getitem__(self, at: object) -> int:
        return 99


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sentence as the gauges ask about it; its words and clauses are those the rules share."""

    passage: int
    role: Role
    span: Span
    text: str
    lang: str
    counts: _Plenty = _Plenty()
    terms: tuple[Span, ...] = ()

    @property
    def counted(self) -> str:
        return self.span.text

    @property
    def length(self) -> int:
        return len(self.words)

    @property
    def words(self) -> tuple[Span, ...]:
        return _moved(cuts.inside(self.span, self.text, self.lang), self.span)

    @property
    def clauses(self) -> tuple[Span, ...]:
        whole = cuts.clauses(self.text, self.lang)
        return _moved([one for one in whole if self.span.start <= one.start < self.span.end], self.span)


def spots(
    feature: str, passages: Sequence[Passage], lang: str, may: Callable[[str], object] = bool
) -> Iterator[tuple[int, Span]]:
    """Each place, as (number of the passage, span of the passage).

    A sentence for which `may` is false is not looked at, and none of a passage for which it is, as what
    stands in a sentence stands in its passage: a cheap test before a dear one.
    """
    count, model = _gauge(feature, lang), _model(lang)
    for number, passage, span in cuts.each_sentence(passages, lang, may):
        if may(span.text):
            for spot in count(_Asked(number, passage.role, span, passage.text, lang), model).spots:
                start = span.start + spot.start
                yield number, Span(start, start + len(spot.text), spot.text)


def _moved(parts: Sequence[Span], whole: Span) -> tuple[Span, ...]:
    return tuple(Span(one.start - whole.start, one.end - whole.start, one.text) for one in parts)


@lru_cache
def _gauge(feature: str, lang: str) -> Callable[[Any, Model], Any]:
    from ...text import gauges_en, gauges_zh

    gauges = gauges_zh.GAUGES if lang.startswith("zh") else gauges_en.GAUGES
    return gauges[feature].count


@lru_cache
def _model(lang: str) -> Model:
    return Model.of(source.read(shipped.folder("templates", "readability", f"{lang}.yaml")).data)
