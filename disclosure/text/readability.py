"""Passages and a Model come in; a Reading goes out: plainness, and every point explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib import import_module
from math import fsum
from types import ModuleType
from typing import Literal

from disclosure.text import MODULES, for_language, listed, scoring
from disclosure.text.acronyms import unexplained_in
from disclosure.text.gauges import Gauges, Sentence
from disclosure.text.judging import WHOLE, Panel, Reason, SentenceReading
from disclosure.text.model import Feature, Limit, Model, Weight
from disclosure.text.normal import neutral
from disclosure.text.passage import Passage, Role
from disclosure.text.scoring import LABELS, Scale, Tallies
from disclosure.text.span import Span

__all__ = ["Feature", "Limit", "Model", "Passage", "Reading", "Reason", "Role", "SentenceReading", "WHOLE", "Weight", "profile", "read", "score"]

Band = Literal["plain", "fair", "hard"]

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_MILLIONTH = Decimal("0.000001")


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
    panel = _panel(lang, model)
    sentences = _sentences(passages, lang, model)
    tallied = [panel.tallies(sentence) for sentence in sentences]
    shown = [scoring.shown(*each, panel.scales[0]) for each in zip(sentences, tallied)]
    scored = [at for at, one in enumerate(sentences) if one.role != "statutory" and one.length]
    points = _points([shown[at] for at in scored], model, panel.scales)
    contributions = _shares(points.by_feature() if points else {})
    plainness = min(100, max(0, 100 - int(sum(points for _, points in contributions))))
    return Reading(
        lang=lang,
        plainness=plainness,
        band="plain" if plainness >= model.plain else "fair" if plainness >= model.fair else "hard",
        contributions=contributions,
        measures=tuple(_measures([tallied[at] for at in scored], panel)),
        sentences=tuple(map(panel.judged, shown, tallied)),
        difficulty=_decimal(points.total() if points else 0.0, _MILLIONTH),
    )


def profile(passages: Sequence[Passage], lang: str, model: Model) -> tuple[Mapping[str, float], float]:
    """The traits of the passages read as one text, and how far it is weighed as a document: for fitting."""
    values, scale, document = _profile(passages, lang, model)
    return {name: value for name, value in zip(scale.names, values) if name not in scale.unseen}, document


def score(passages: Sequence[Passage], lang: str, model: Model) -> Decimal:
    """The difficulty alone, as `read` gives it, without looking for reasons. ValueError as there."""
    values, scale, document = _profile([one for one in passages if one.role != "statutory"], lang, model)
    return _decimal(scoring.points(values, scale, document).total(), _MILLIONTH)


def _profile(passages: Sequence[Passage], lang: str, model: Model) -> tuple[list[float], Scale, float]:
    gauges, scales = _counted(lang, model)
    sentences = [sentence for sentence in _sentences(passages, lang, model) if sentence.length]
    shown = [
        scoring.shown(
            sentence,
            [gauge.count(sentence, model) if gauge.lexical or sentence.role not in LABELS else None for gauge in gauges.values()],
            scales[0],
        )
        for sentence in sentences
    ]
    scale = _fitting(sentences, scales)
    return scoring.profile(shown, model, scale), scale, scoring.share(sentences)


def _fitting(sentences: Sequence[Sentence], scales: tuple[Scale, Scale]) -> Scale:
    """The scale for these sentences: whether there is prose among them."""
    return scales[all(sentence.role in LABELS for sentence in sentences)]


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


@lru_cache(maxsize=16)
def _panel(lang: str, model: Model) -> Panel:
    return Panel.of(model, _gauges(lang, model), _traits(lang))


@lru_cache(maxsize=16)
def _counted(lang: str, model: Model) -> tuple[Gauges, tuple[Scale, Scale]]:
    """What must be counted to score without looking for reasons, and the scales of it."""
    known = _gauges(lang, model)
    gauges = {name: known[name] for name in scoring.COUNTED.values() if name in known}
    return gauges, scoring.scales(model, _traits(lang), {name: gauge.lexical for name, gauge in gauges.items()})


def _sentences(passages: Sequence[Passage], lang: str, model: Model) -> list[Sentence]:
    """The sentences of all passages. ValueError where there is not a word among them, only numbers."""
    module = for_language(lang)
    traits = _traits(lang)
    numbers = traits.FIELDS.index("numbers")
    found: list[Sentence] = []
    for number, (passage, terms) in enumerate(zip(passages, unexplained_in(passages, model))):
        spans = module.sentences(passage.text)
        for span, hits in zip(spans, listed.found([span.text for span in spans], model)):
            counted = neutral(span.text)
            tokens = traits.tokens(counted)
            packed = traits.packed(tokens, model)
            counts = traits.unpacked(packed)
            inside = tuple(_inside(span, terms)) if terms else ()
            found.append(Sentence(number, passage.role, span, inside, counted, counts[0], tokens, counts, packed, module, hits))
    if not any(sentence.length > sentence.counts[numbers] for sentence in found):
        raise ValueError("no words to read")
    return found


def _inside(sentence: Span, terms: Sequence[Span]) -> Iterator[Span]:
    for term in terms:
        if sentence.start <= term.start and term.end <= sentence.end:
            yield Span(term.start - sentence.start, term.end - sentence.start, term.text)


def _points(scored: Sequence[scoring.Shown], model: Model, scales: tuple[Scale, Scale]) -> scoring.Scored | None:
    """The points of all these sentences as one text."""
    if not scored:
        return None
    sentences = [one.sentence for one in scored]
    scale = _fitting(sentences, scales)
    return scoring.points(scoring.profile(scored, model, scale), scale, scoring.share(sentences))


def _measures(tallied: Sequence[Tallies], panel: Panel) -> Iterator[tuple[str, Decimal]]:
    """Each feature over the whole text. A feature that nothing here can show is left out."""
    for feature, gauge, column in zip(panel.model.features, panel.gauges, zip(*tallied)):
        found = [tally for tally in column if tally]
        base = sum([tally[1] for tally in found])
        if base:
            value = Decimal(gauge.scale * sum([tally[0] for tally in found])) / base
            yield feature.id, value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def _shares(exact: Mapping[str, float]) -> tuple[tuple[str, Decimal], ...]:
    """The points to one decimal, the largest adjusted so that they add up to a whole number."""
    rounded = {name: _decimal(points, _TENTH) for name, points in exact.items()}
    whole = _decimal(fsum(exact.values()), Decimal(1))
    if rounded:
        largest = max(rounded, key=lambda name: rounded[name])
        rounded[largest] += whole - sum(rounded.values())
    return tuple((name, points) for name, points in rounded.items() if points)


def _decimal(value: float, unit: Decimal) -> Decimal:
    return Decimal(repr(value)).quantize(unit, ROUND_HALF_UP) + Decimal(0)
