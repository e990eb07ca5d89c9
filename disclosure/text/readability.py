"""Passages and a Model come in; a Reading goes out: plainness, and every point explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from importlib import import_module
from typing import Literal

from disclosure.text import MODULES, for_language
from disclosure.text.gauges import Gauge, Gauges, Sentence, Tally
from disclosure.text.model import Feature, Limit, Model
from disclosure.text.normal import neutral
from disclosure.text.passage import Passage, Role
from disclosure.text.span import Span

__all__ = ["Feature", "Limit", "Model", "Passage", "Reading", "Reason", "Role", "SentenceReading", "read"]

Tallies = Mapping[str, Tally]
Band = Literal["plain", "fair", "hard"]

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_ACRONYM = re.compile(r"(?<![A-Za-z0-9&.@/-])[A-Z][A-Z&]{1,6}s?(?:\+\d)?(?![A-Za-z0-9@-])|(?<![A-Za-z0-9])[A-Z]\+\d")
_CAPITALS = re.compile(r"[A-Z]{2,}")
_EXPLAINED = re.compile(r"[(（]\s*([A-Z][A-Z&]{1,6}s?)\s*[)）]|([A-Z][A-Z&]{1,6}s?)\s*[(（](?=[^)）]{4})")


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
    """One sentence of passage number `passage`; its points are the sum of its reasons' points."""

    passage: int
    start: int
    end: int
    text: str
    points: Decimal
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How plain a text is: 100 less the contributions, never below 0.

    `contributions` add up to 100 less the plainness exactly, unless that would be below 0.
    `difficulty` is the same sum before rounding: for ordering texts, 0 and up. `measures` are the
    features as measured over the whole text, however many points they took.
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

    The value of a feature is a mean over the text, so reading the same passages twice over changes
    nothing. ValueError where there is not a word to read, or the model is of another language.
    """
    gauges = _gauges(lang, model)
    sentences = tuple(_sentences(passages, lang, model))
    if not any(sentence.length for sentence in sentences):
        raise ValueError("no words to read")
    tallied = tuple(_tallied(sentence, model, gauges) for sentence in sentences)
    scored = [counts for sentence, counts in zip(sentences, tallied) if sentence.role != "statutory"]
    measures = tuple(_measures(scored, model, gauges))
    exact = tuple((feature.id, feature.points(value)) for feature, value in measures)
    contributions = _shares(exact)
    plainness = max(0, 100 - int(sum(points for _, points in contributions)))
    return Reading(
        lang=lang,
        plainness=plainness,
        band="plain" if plainness >= model.plain else "fair" if plainness >= model.fair else "hard",
        contributions=contributions,
        measures=tuple((feature.id, _half_up(value, _HUNDREDTH)) for feature, value in measures),
        sentences=tuple(_judged(*each, model, gauges) for each in zip(sentences, tallied)),
        difficulty=_half_up(sum((points for _, points in exact), Decimal(0)), _HUNDREDTH),
    )


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
    explained = frozenset(_explained(passages)) | model.words("acronyms")
    for number, passage in enumerate(passages):
        terms = (*passage.jargon, *_acronyms(passage, explained))
        for span in module.sentences(passage.text):
            counted = neutral(span.text)
            yield Sentence(
                passage=number,
                role=passage.role,
                span=span,
                counted=counted,
                length=len(module.words(counted)),
                words=module.words(span.text),
                clauses=module.clauses(span.text),
                terms=tuple(_inside(span, terms)),
            )


def _explained(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        for found in _EXPLAINED.finditer(passage.text):
            yield (found.group(1) or found.group(2)).removesuffix("s")


def _acronyms(passage: Passage, explained: frozenset[str]) -> Iterator[Span]:
    """The acronyms nobody explains; none where the whole passage is in capitals."""
    if passage.text.isupper() and len(_CAPITALS.findall(passage.text)) > 3:
        return
    for found in _ACRONYM.finditer(passage.text):
        inside_term = any(term.start < found.end() and found.start() < term.end for term in passage.jargon)
        if found.group().removesuffix("s") not in explained and not inside_term:
            yield Span(*found.span(), found.group())


def _inside(sentence: Span, terms: Iterable[Span]) -> Iterator[Span]:
    for term in sorted(terms, key=lambda term: (term.start, term.end)):
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


def _measures(tallied: Sequence[Tallies], model: Model, gauges: Gauges) -> Iterator[tuple[Feature, Decimal]]:
    """Each feature over the whole text. A feature that nothing here can show is left out."""
    for feature in model.features:
        found = [tallies[feature.id] for tallies in tallied if feature.id in tallies]
        base = sum(tally.base for tally in found)
        if base:
            yield feature, Decimal(gauges[feature.id].scale * sum(tally.amount for tally in found)) / base


def _shares(exact: tuple[tuple[str, Decimal], ...]) -> tuple[tuple[str, Decimal], ...]:
    """The points to one decimal, the largest adjusted so that they add up to a whole number."""
    rounded = {name: _half_up(points, _TENTH) for name, points in exact}
    whole = _half_up(sum((points for _, points in exact), Decimal(0)), Decimal(1))
    if rounded:
        largest = max(rounded, key=lambda name: rounded[name])
        rounded[largest] += whole - sum(rounded.values())
    return tuple((name, points) for name, points in rounded.items() if points)


def _judged(sentence: Sentence, tallies: Tallies, model: Model, gauges: Gauges) -> SentenceReading:
    reasons = tuple(
        reason
        for feature in model.features
        if feature.id in tallies
        for reason in _reasons(sentence, feature, gauges[feature.id].scale, tallies[feature.id])
    )
    points = sum((reason.points for reason in reasons), Decimal(0))
    return SentenceReading(
        sentence.passage, sentence.span.start, sentence.span.end, sentence.span.text, points, reasons
    )


def _reasons(sentence: Sentence, feature: Feature, scale: int, tally: Tally) -> Iterator[Reason]:
    """A reason for each spot, or for the whole sentence, if the sentence is beyond the limit."""
    measured = Decimal(scale * tally.amount) / tally.base if tally.base else Decimal(0)
    value = _half_up(measured, _HUNDREDTH)  # what is shown decides, so that no reason contradicts it
    if not tally.base or not feature.limit.passed_by(value):
        return
    spots = tally.spots or (Span(0, len(sentence.span.text), sentence.span.text),)
    points = _half_up(feature.points(measured) / len(spots), _HUNDREDTH)
    for spot in spots:
        start = sentence.span.start + spot.start
        yield Reason(feature.id, start, start + len(spot.text), value, feature.limit.warn, points)


def _half_up(value: Decimal, unit: Decimal) -> Decimal:
    return value.quantize(unit, ROUND_HALF_UP)
