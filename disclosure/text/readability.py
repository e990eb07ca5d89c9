"""Passages and a Model come in; a Reading goes out: plainness, and every point explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from importlib import import_module
from math import fsum
from types import ModuleType
from typing import Literal

from disclosure.text import MODULES, for_language, scoring
from disclosure.text.acronyms import unexplained_in
from disclosure.text.gauges import Gauge, Gauges, Sentence, Tally
from disclosure.text.model import Feature, Limit, Model, Weight
from disclosure.text.normal import neutral
from disclosure.text.passage import Passage, Role
from disclosure.text.scoring import Tallies
from disclosure.text.span import Span

__all__ = ["Feature", "Limit", "Model", "Passage", "Reading", "Reason", "Role", "SentenceReading", "Weight", "profile", "read", "score"]

Band = Literal["plain", "fair", "hard"]

WHOLE = "whole_sentence"
"""The reason of a sentence that is hard by its points though no single feature is beyond its limit."""

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_MILLIONTH = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that makes a sentence hard, at `start` to `end` of its passage.

    `measured` is the sentence's value of `feature`, beyond `limit`; `points` is this place's share.
    """

    feature: str
    start: int
    end: int
    measured: Decimal
    limit: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One sentence of passage number `passage`, the points it would have alone, and why it is hard.

    A sentence without a reason is not hard, and one with the points of a hard sentence has a reason.
    """

    passage: int
    start: int
    end: int
    text: str
    points: Decimal
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How plain a text is: 100 less the contributions, never below 0 nor above 100.

    `contributions` add up to 100 less the plainness exactly, unless that would be beyond an end; below 0
    stands what makes the text easier than plain texts are. `difficulty` is the same sum before rounding:
    for ordering texts. `measures` are the features as measured over the whole text.
    """

    lang: str
    plainness: int
    band: Band
    contributions: tuple[tuple[str, Decimal], ...]
    measures: tuple[tuple[str, Decimal], ...]
    sentences: tuple[SentenceReading, ...]
    difficulty: Decimal


def read(passages: Sequence[Passage], lang: str, model: Model) -> Reading:
    """Read the passages as one text in `lang`.

    Every value is a mean over the text, so reading the same passages twice over changes nothing.
    ValueError where there is not a word to read, or the model is of another language.
    """
    gauges = _gauges(lang, model)
    sentences = tuple(_sentences(passages, lang, model))
    if not any(sentence.length > sentence.counts[_numbers(lang)] for sentence in sentences):
        raise ValueError("no words to read")
    tallied = tuple(_tallied(sentence, model, gauges) for sentence in sentences)
    scored = [pair for pair in zip(sentences, tallied) if pair[0].role != "statutory" and pair[0].length]
    points = _points(scored, lang, model)
    contributions = _shares(points.by_feature() if points else {})
    plainness = min(100, max(0, 100 - int(sum(points for _, points in contributions))))
    return Reading(
        lang=lang,
        plainness=plainness,
        band="plain" if plainness >= model.plain else "fair" if plainness >= model.fair else "hard",
        contributions=contributions,
        measures=tuple(_measures([tallies for _, tallies in scored], model, gauges)),
        sentences=tuple(_judged(*each, lang, model, gauges) for each in zip(sentences, tallied)),
        difficulty=_decimal(points.total() if points else 0.0, _MILLIONTH),
    )


def profile(passages: Sequence[Passage], lang: str, model: Model) -> tuple[Mapping[str, float], float]:
    """The traits of the passages read as one text, and how far it is weighed as a document: for fitting."""
    gauges = _gauges(lang, model)
    sentences = [sentence for sentence in _sentences(passages, lang, model) if sentence.length]
    if not any(sentence.length > sentence.counts[_numbers(lang)] for sentence in sentences):
        raise ValueError("no words to read")
    counted = {name: gauges[name] for name in scoring.COUNTED.values() if name in gauges}
    tallied = [
        {name: gauge.count(sentence, model) for name, gauge in counted.items() if _applies(gauge, sentence)}
        for sentence in sentences
    ]
    values = scoring.profile(sentences, tallied, _traits(lang), model)
    return values, scoring.share(sentences)


def score(passages: Sequence[Passage], lang: str, model: Model) -> Decimal:
    """The difficulty alone, as `read` gives it, without looking for reasons. ValueError as there."""
    values, document = profile([one for one in passages if one.role != "statutory"], lang, model)
    return _decimal(scoring.points(values, model, document).total(), _MILLIONTH)


def _numbers(lang: str) -> int:
    """Where the numbers stand among the counts: a text of numbers alone has no words."""
    return int(_traits(lang).FIELDS.index("numbers"))


def _traits(lang: str) -> ModuleType:
    return import_module(f"disclosure.text.traits_{MODULES[lang]}")


def _gauges(lang: str, model: Model) -> Gauges:
    if model.lang != lang:
        raise ValueError(f'a model of "{model.lang}" cannot read "{lang}"')
    if lang not in MODULES:
        raise ValueError(f'no readability for language "{lang}"; known: {", ".join(MODULES)}')
    gauges: Gauges = import_module(f"disclosure.text.gauges_{MODULES[lang]}").GAUGES
    unknown = [feature.id for feature in model.features if feature.id not in gauges]
    if unknown:
        raise ValueError(f"features.{unknown[0]}: no such feature; known: {', '.join(gauges)}")
    return gauges


def _sentences(passages: Sequence[Passage], lang: str, model: Model) -> Iterator[Sentence]:
    module = for_language(lang)
    traits = _traits(lang)
    terms = unexplained_in(passages, model)
    for number, passage in enumerate(passages):
        for span in module.sentences(passage.text):
            counted = neutral(span.text)
            tokens = traits.tokens(counted)
            counts = traits.counts(tokens, model)
            inside = tuple(_inside(span, terms[number])) if terms[number] else ()
            yield Sentence(number, passage.role, span, inside, counted, counts[0], tokens, counts, module)


def _inside(sentence: Span, terms: Sequence[Span]) -> Iterator[Span]:
    for term in terms:
        if sentence.start <= term.start and term.end <= sentence.end:
            yield Span(term.start - sentence.start, term.end - sentence.start, term.text)


def _tallied(sentence: Sentence, model: Model, gauges: Gauges) -> Tallies:
    """What every feature that applies to this sentence counts in it."""
    return {
        feature.id: gauges[feature.id].count(sentence, model)
        for feature in model.features
        if _applies(gauges[feature.id], sentence)
    }


def _applies(gauge: Gauge, sentence: Sentence) -> bool:
    return sentence.length > 0 and (gauge.lexical or sentence.role not in ("heading", "cell"))


def _points(scored: Sequence[tuple[Sentence, Tallies]], lang: str, model: Model) -> scoring.Scored | None:
    """The points of all these sentences as one text."""
    if not scored:
        return None
    sentences, tallied = zip(*scored)
    values = scoring.profile(sentences, tallied, _traits(lang), model)
    return scoring.points(values, model, scoring.share(sentences))


def _measures(tallied: Sequence[Tallies], model: Model, gauges: Gauges) -> Iterator[tuple[str, Decimal]]:
    """Each feature over the whole text. A feature that nothing here can show is left out."""
    for feature in model.features:
        found = [tallies[feature.id] for tallies in tallied if feature.id in tallies]
        base = sum(tally.base for tally in found)
        if base:
            value = Decimal(gauges[feature.id].scale * sum(tally.amount for tally in found)) / base
            yield feature.id, value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def _shares(exact: Mapping[str, float]) -> tuple[tuple[str, Decimal], ...]:
    """The points to one decimal, the largest adjusted so that they add up to a whole number."""
    rounded = {name: _decimal(points, _TENTH) for name, points in exact.items()}
    whole = _decimal(fsum(exact.values()), Decimal(1))
    if rounded:
        largest = max(rounded, key=lambda name: rounded[name])
        rounded[largest] += whole - sum(rounded.values())
    return tuple((name, points) for name, points in rounded.items() if points)


def _judged(sentence: Sentence, tallies: Tallies, lang: str, model: Model, gauges: Gauges) -> SentenceReading:
    points = _points([(sentence, tallies)], lang, model) if sentence.length else None
    total = _decimal(points.total() if points else 0.0, _HUNDREDTH)
    passed = [feature for feature in model.features if feature.id in tallies and _passes(feature, gauges, tallies)]
    exact = points.by_feature() if points and passed else {}
    reasons = tuple(
        reason
        for feature in passed
        for reason in _reasons(sentence, feature, gauges[feature.id], tallies[feature.id], exact, model)
    )
    span = sentence.span
    if total >= model.hard_sentence and not reasons and sentence.role != "heading":
        reasons = (Reason(WHOLE, span.start, span.end, total, model.hard_sentence, total),)
    return SentenceReading(sentence.passage, span.start, span.end, span.text, total, reasons)


def _passes(feature: Feature, gauges: Gauges, tallies: Tallies) -> bool:
    tally = tallies[feature.id]
    return bool(tally.base) and feature.limit.passed_by(_measured(gauges[feature.id], tally))


def _measured(gauge: Gauge, tally: Tally) -> Decimal:
    """The value shown, which decides, so that no reason contradicts it."""
    if tally.base == 1:
        return Decimal(gauge.scale * tally.amount)
    return (Decimal(gauge.scale * tally.amount) / tally.base).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _reasons(
    sentence: Sentence, feature: Feature, gauge: Gauge, tally: Tally, exact: Mapping[str, float], model: Model
) -> Iterator[Reason]:
    """A reason for each spot of a sentence beyond the limit, or for the whole of it."""
    value = _measured(gauge, tally).quantize(_HUNDREDTH)
    whole = Span(0, len(sentence.span.text), sentence.span.text)
    spots = tally.spots or tuple(gauge.find(sentence, model) if gauge.find else ()) or (whole,)
    points = _decimal(exact.get(feature.id, 0.0) / len(spots), _HUNDREDTH)
    for spot in spots:
        start = sentence.span.start + spot.start
        yield Reason(feature.id, start, start + len(spot.text), value, feature.limit.warn, points)


def _decimal(value: float, unit: Decimal) -> Decimal:
    return Decimal(repr(value)).quantize(unit, ROUND_HALF_UP) + Decimal(0)
