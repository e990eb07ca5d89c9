"""One sentence and what each feature counts in it come in; its points and what makes it hard go out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor
from types import ModuleType
from typing import NamedTuple

from disclosure.text import scoring
from disclosure.text.gauges import Gauge, Gauges, Sentence, Tally
from disclosure.text.model import Feature, Limit, Model
from disclosure.text.scoring import LABELS, Scale, Shown, Tallies
from disclosure.text.span import Span

WHOLE = "whole_sentence"
"""The reason of a sentence that is hard by its points though no single feature is beyond its limit."""

_HUNDREDTH = Decimal("0.01")


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


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """The features of a model made ready: how each is counted, here in prose and there in headings and cells."""

    model: Model
    gauges: tuple[Gauge, ...]
    bounds: tuple[Bound, ...]
    spoken: tuple[Callable[[Sentence, Model], Tally | None], ...]
    lexical: tuple[Callable[[Sentence, Model], Tally | None], ...]
    scales: tuple[Scale, Scale]

    @classmethod
    def of(cls, model: Model, gauges: Gauges, traits: ModuleType) -> "Panel":
        """The panel of a model whose features are all among `gauges`."""
        own = {feature.id: gauges[feature.id] for feature in model.features}
        return cls(
            model,
            tuple(own.values()),
            tuple(Bound.of(feature.limit, own[feature.id].scale) for feature in model.features),
            tuple(gauge.count for gauge in own.values()),
            tuple(gauge.count if gauge.lexical else _silent for gauge in own.values()),
            scoring.scales(model, traits, {name: gauge.lexical for name, gauge in own.items()}),
        )

    def tallies(self, sentence: Sentence) -> Tallies:
        """What every feature that applies to this sentence counts in it; a sentence without a word has none."""
        if not sentence.length:
            return [None] * len(self.gauges)
        counts = self.lexical if sentence.role in LABELS else self.spoken
        return [count(sentence, self.model) for count in counts]

    def scale(self, prose: bool) -> Scale:
        """The scale for a text with prose, or for one of headings and cells alone."""
        return self.scales[not prose]

    def judged(self, shown: Shown, tallies: Tallies) -> SentenceReading:
        """The points of one sentence, which may have no word, and why it is hard."""
        sentence, model = shown.sentence, self.model
        _, role, span, *_ = sentence
        points = None
        total = Decimal("0.00")
        if sentence.length:
            points = scoring.of_sentence(shown, model, self.scale(role not in LABELS))
            total = hundredths(points.total())
        reasons = tuple(self._reasons(sentence, tallies, points)) if points else ()
        if total >= model.hard_sentence and not reasons and role != "heading":
            reasons = (Reason(WHOLE, span.start, span.end, total, model.hard_sentence, total),)
        return SentenceReading(sentence.passage, span.start, span.end, span.text, total, reasons)

    def _reasons(self, sentence: Sentence, tallies: Tallies, points: scoring.Scored) -> list[Reason]:
        found: list[Reason] = []
        for at, tally in enumerate(tallies):
            if tally:
                amount, base, _ = tally
                by_amount, by_base, least = self.bounds[at]
                if by_amount * amount + by_base * base > least and base:
                    feature = self.model.features[at]
                    found += _places(sentence, feature, self.gauges[at], tally, points.of(feature.id), self.model)
        return found


def _silent(sentence: Sentence, model: Model) -> None:
    """Counts nothing, in place of a feature that does not apply."""


def _measured(gauge: Gauge, tally: Tally) -> Decimal:
    """The value shown; the bound says of it whether it is beyond the limit."""
    return (Decimal(gauge.scale * tally.amount) / tally.base).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _places(
    sentence: Sentence, feature: Feature, gauge: Gauge, tally: Tally, exact: float, model: Model
) -> Iterator[Reason]:
    """A reason for each spot of a sentence beyond the limit, or for the whole of it."""
    value = _measured(gauge, tally)
    spots = tally.spots or tuple(gauge.find(sentence, model) if gauge.find else ())
    if not spots:
        spots = (Span(0, len(sentence.span.text), sentence.span.text),)
    points = hundredths(exact / len(spots))
    for spot in spots:
        start = sentence.span.start + spot.start
        yield Reason(feature.id, start, start + len(spot.text), value, feature.limit.warn, points)


def hundredths(value: float) -> Decimal:
    """The value to two decimals, half up, never minus nought."""
    return Decimal(repr(value)).quantize(_HUNDREDTH, ROUND_HALF_UP) + Decimal(0)
