"""One sentence comes in; what each feature counts in it, its points and what makes it hard go out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil, floor
from types import ModuleType
from typing import Any, NamedTuple

from disclosure.text import scoring
from disclosure.text.gauges import Gauge, Gauges, Sentence, Tally, nothing
from disclosure.text.model import Feature, Limit, Model
from disclosure.text.packing import mask
from disclosure.text.scoring import LABELS, Column, Scale, Shown, Tallies
from disclosure.text.span import Span
from disclosure.text.weighing import Weigher, hundredth, hundredths, measured

WHOLE = "whole_sentence"
"""The reason of a sentence that is hard by its points though no single feature is beyond its limit."""


class Reason(NamedTuple):
    """One thing that makes a sentence hard, at `start` to `end` of its passage.

    `measured` is the sentence's value of `feature`, beyond `limit`; `points` is this place's share.
    """

    feature: str
    start: int
    end: int
    measured: Decimal
    limit: Decimal
    points: Decimal


class SentenceReading(NamedTuple):
    """One sentence of passage number `passage`, the points it would have alone, and why it is hard.

    A sentence without a reason is not hard, and one with the points of a hard sentence has a reason.
    """

    passage: int
    start: int
    end: int
    text: str
    points: Decimal
    reasons: tuple[Reason, ...]


class Bound(NamedTuple):
    """A limit in whole numbers: a tally is beyond it if `by_amount * amount + by_base * base > least`.

    It says what comparing the value rounded half up to two decimals says, without a division.
    """

    by_amount: int
    by_base: int
    least: int

    @classmethod
    def of(cls, limit: Limit, scale: int) -> "Bound":
        """The bound of a limit for a feature measured on this scale."""
        if limit.higher_is_worse:
            return cls(200 * scale, -(2 * floor(limit.warn * 100) + 1), -1)
        return cls(-200 * scale, 2 * ceil(limit.warn * 100) - 1, 0)

    def passed(self, column: Column) -> list[int]:
        """Which of the tallies are beyond it."""
        by_amount, by_base, least = self
        return [
            at for at, tally in enumerate(column)
            if tally and by_amount * tally[0] + by_base * tally[1] > least and tally[1]
        ]  # fmt: skip


class Judged(NamedTuple):
    """One sentence, what each feature counts in it, its points alone, and its reasons as if it began the passage."""

    shown: Shown
    tallies: Tallies
    points: Decimal
    reasons: tuple[Reason, ...]

    def placed(self, passage: int, start: int) -> SentenceReading:
        """What to say of the sentence where it stands at `start` of passage number `passage`."""
        text = self.shown.sentence.span.text
        reasons = tuple([
            Reason(feature, start + first, start + last, *values) for feature, first, last, *values in self.reasons
        ]) if start else self.reasons  # fmt: skip
        return SentenceReading(passage, start, start + len(text), text, self.points, reasons)


Count = Callable[[Sentence, Model], Tally | None]


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """The features of a model made ready: how each is counted, here in prose and there in headings and cells.

    With each way of counting stand the bits of a sentence's packed counts without which nothing can be counted,
    and whether it is counted out of the words.
    """

    model: Model
    gauges: tuple[Gauge, ...]
    bounds: tuple[Bound, ...]
    spoken: tuple[tuple[Count, int, bool], ...]
    lexical: tuple[tuple[Count, int, bool], ...]
    scales: tuple[Scale, Scale]
    weighers: tuple[Weigher, Weigher]
    recent: dict[Any, Judged] = field(default_factory=dict)
    """What was judged last, by all that it depends on."""

    @classmethod
    def of(cls, model: Model, gauges: Gauges, traits: ModuleType) -> "Panel":
        """The panel of a model whose features are all among `gauges`."""
        return cls.counting(model, {feature.id: gauges[feature.id] for feature in model.features}, traits)

    @classmethod
    def counting(cls, model: Model, gauges: Gauges, traits: ModuleType) -> "Panel":
        """The panel that counts just what is given; it can judge only if that is what the model's features are."""
        ways = [(gauge.count, _mask(gauge, traits), gauge.per_word) for gauge in gauges.values()]
        scales = scoring.scales(model, traits, {name: gauge.lexical for name, gauge in gauges.items()})
        return cls(
            model=model,
            gauges=tuple(gauges.values()),
            bounds=tuple(Bound.of(one.limit, gauges[one.id].scale) for one in model.features if one.id in gauges),
            spoken=tuple(ways),
            lexical=tuple(way if gauge.lexical else (_silent, -1, False) for way, gauge in zip(ways, gauges.values())),
            scales=scales,
            weighers=(Weigher.of(model, scales[0]), Weigher.of(model, scales[1])),
        )

    def columns(self, sentences: Sequence[Sentence]) -> list[Column]:
        """What every feature counts in sentences of one role that all have words; feature by feature, as that is quicker."""
        ways = self.lexical if sentences and sentences[0].role in LABELS else self.spoken
        return [_column(way, sentences, self.model) for way in ways]

    def judged(self, sentences: Sequence[Sentence]) -> list[Judged]:
        """What is counted in sentences of one role, of which some may have no word, their points, and why they are hard."""
        worded = [one for one in sentences if one.length]
        judged = iter(self._worded(worded))
        return [next(judged) if one.length else self._wordless(one) for one in sentences]

    def _wordless(self, sentence: Sentence) -> Judged:
        row = self.scales[0].traits.row(sentence.counts)
        return Judged(Shown(sentence, row, (0,) * len(self.scales[0].counted)), (None,) * len(self.gauges), hundredth(0), ())

    def _worded(self, sentences: Sequence[Sentence]) -> list[Judged]:
        if not sentences:
            return []
        columns, role, hard = self.columns(sentences), sentences[0].role, self.model.hard_sentence
        shown = scoring.shown(sentences, columns, self.scales[0])
        weigher = self.weighers[role in LABELS]
        rests = weigher.rests(shown)
        totals = weigher.totals(sentences, rests)
        reasons = self._reasons(sentences, columns, weigher, rests)
        for at, total in enumerate(totals):
            if total >= hard and not reasons[at] and role != "heading":
                reasons[at].append(Reason(WHOLE, 0, sentences[at].span.end, total, hard, total))
        return list(map(Judged, shown, zip(*columns), totals, map(tuple, reasons)))

    def _reasons(
        self, sentences: Sequence[Sentence], columns: Sequence[Column], weigher: Weigher, rests: Sequence[Sequence[float]]
    ) -> list[list[Reason]]:
        """The reasons of each sentence, in the order of the features."""
        found: list[list[Reason]] = [[] for _ in sentences]
        for feature, gauge, bound, column in zip(self.model.features, self.gauges, self.bounds, columns):
            for at in bound.passed(column):
                tally, sentence = column[at], sentences[at]
                if tally:
                    exact = weigher.of_feature(feature.id, sentence, rests[at])
                    found[at] += _places(sentence, feature, gauge, tally, exact, self.model)
        return found


def _column(way: tuple[Count, int, bool], sentences: Sequence[Sentence], model: Model) -> Column:
    count, need, per_word = way
    if need < 0:
        return [count(one, model) for one in sentences]
    none = nothing()
    return [count(one, model) if one.packed & need else nothing(one.length) if per_word else none for one in sentences]


def _mask(gauge: Gauge, traits: ModuleType) -> int:
    return mask(map(traits.FIELDS.index, gauge.needs)) if gauge.needs else -1


def _silent(sentence: Sentence, model: Model) -> None:
    """Counts nothing, in place of a feature that does not apply."""


def _places(
    sentence: Sentence, feature: Feature, gauge: Gauge, tally: Tally, exact: float, model: Model
) -> Iterator[Reason]:
    """A reason for each spot of a sentence beyond the limit, or for the whole of it."""
    value = measured(tally.amount, tally.base, gauge.scale)
    spots = tally.spots or tuple(gauge.find(sentence, model) if gauge.find else ())
    if not spots:
        spots = (sentence.span,)
    points = hundredths(exact / len(spots))
    for spot in spots:
        yield Reason(feature.id, spot.start, spot.start + len(spot.text), value, feature.limit.warn, points)
