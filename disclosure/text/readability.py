"""Passages and a Model come in; a Reading goes out: plainness, and every point explained."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib import import_module
from math import fsum
from operator import attrgetter
from types import ModuleType
from typing import Literal

from disclosure.text import MODULES, for_language, listed, scoring
from disclosure.text.acronyms import unexplained_in
from disclosure.text.gauges import Gauges, Sentence
from disclosure.text.judging import WHOLE, Judged, Panel, Reason, SentenceReading
from disclosure.text.model import Feature, Limit, Model, Weight
from disclosure.text.normal import neutral
from disclosure.text.passage import Passage, Role
from disclosure.text.scoring import LABELS, Scale, Tallies
from disclosure.text.span import Span
from disclosure.text.weighing import measured, rounded

__all__ = ["Feature", "Limit", "Model", "Passage", "Reading", "Reason", "Role", "SentenceReading", "WHOLE", "Weight", "profile", "read", "score"]

Band = Literal["plain", "fair", "hard"]

Asked = tuple[str, Role, tuple[Span, ...]]
"""A sentence to read: its text, the role of its passage, and its unexplained terms, which count from its start."""

RECENT, LONGEST = 512, 1000
"""So many sentences are kept as judged, each of so many characters at most."""

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
    placed = _placed(passages, panel)
    judged = [one for _, _, one in placed]
    scored = [one for one in judged if one.shown.sentence.role != "statutory" and one.shown.sentence.length]
    points = _points([one.shown for one in scored], model, panel.scales)
    contributions = _shares(points.by_feature() if points else {})
    plainness = min(100, max(0, 100 - int(sum(points for _, points in contributions))))
    return Reading(
        lang=lang,
        plainness=plainness,
        band="plain" if plainness >= model.plain else "fair" if plainness >= model.fair else "hard",
        contributions=contributions,
        measures=tuple(_measures([one.tallies for one in scored], panel)),
        sentences=tuple([one.placed(number, start) for number, start, one in placed]),
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
    panel = _counted(lang, model)
    scales = panel.scales
    found = [list(_sentences(asked, lang, model)) for _, _, asked in _asked(passages, lang, model)]
    _some_word([one for each in found for one in each], lang)
    worded = [[one for one in each if one.length] for each in found]
    shown = [one for each in worded for one in scoring.shown(each, panel.columns(each), scales[0])]
    sentences = [one for each in worded for one in each]
    scale = _fitting(sentences, scales)
    return scoring.profile(shown, model, scale), scale, scoring.share(sentences)


def _fitting(sentences: Sequence[Sentence], scales: tuple[Scale, Scale]) -> Scale:
    """The scale for these sentences: whether there is prose among them."""
    return scales[all(sentence.role in LABELS for sentence in sentences)]


@lru_cache(maxsize=4)
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
def _counted(lang: str, model: Model) -> Panel:
    """What must be counted to score without looking for reasons."""
    known = _gauges(lang, model)
    return Panel.counting(model, {name: known[name] for name in scoring.COUNTED.values() if name in known}, _traits(lang))


def _placed(passages: Sequence[Passage], panel: Panel) -> list[tuple[int, int, Judged]]:
    """Each sentence with the number of its passage and where it begins. ValueError where there is not a word among them."""
    lang = panel.model.lang
    found: list[tuple[int, int, Judged]] = []
    for number, starts, asked in _asked(passages, lang, panel.model):
        found += [(number, start, one) for start, one in zip(starts, _judged(asked, panel))]
    _some_word([one.shown.sentence for _, _, one in found], lang)
    return found


def _judged(asked: Sequence[Asked], panel: Panel) -> list[Judged]:
    """The sentences judged; one that was judged a moment ago, as when a section is read and then the whole, is so again."""
    known = panel.recent
    fresh = [one for one in dict.fromkeys(asked) if one not in known]
    new = dict(zip(fresh, panel.judged(list(_sentences(fresh, panel.model.lang, panel.model)))))
    found = [new[one] if one in new else known[one] for one in asked]
    if len(known) + len(new) > RECENT:
        known.clear()
    known.update([one for one in new.items() if len(one[0][0]) <= LONGEST][:RECENT])
    return found


def _some_word(sentences: Sequence[Sentence], lang: str) -> None:
    numbers = _traits(lang).FIELDS.index("numbers")
    if not any(sentence.length > sentence.counts[numbers] for sentence in sentences):
        raise ValueError("no words to read")


def _asked(passages: Sequence[Passage], lang: str, model: Model) -> Iterator[tuple[int, list[int], list[Asked]]]:
    """Of each passage its number, where its sentences begin, and the sentences."""
    cut = for_language(lang).sentences
    for number, (passage, terms) in enumerate(zip(passages, unexplained_in(passages, model))):
        spans = cut(passage.text)
        inside = [tuple(_inside(span, terms)) for span in spans] if terms else [()] * len(spans)
        asked = [(span.text, passage.role, own) for span, own in zip(spans, inside)]
        yield number, [span.start for span in spans], asked


def _sentences(asked: Sequence[Asked], lang: str, model: Model) -> Iterator[Sentence]:
    """The sentences with what is counted in them."""
    module, traits = for_language(lang), _traits(lang)
    hits = listed.found([text for text, _, _ in asked], model)
    counted = [neutral(text) for text, _, _ in asked]
    tokens = [traits.tokens(text) for text in counted]
    packed = [traits.packed(words, model) for words in tokens]
    counts = map(traits.unpacked, packed)
    for (text, role, terms), *each, found in zip(asked, counted, tokens, counts, packed, hits):
        own = Span(0, len(text), text)
        yield Sentence(role, own, terms, each[0], each[2][0], each[1], each[2], each[3], module, found)


def _inside(sentence: Span, terms: Sequence[Span]) -> Iterator[Span]:
    """The terms, in order of place, that lie in the sentence; they count from its first character."""
    for at in range(bisect_left(terms, sentence.start, key=attrgetter("start")), len(terms)):
        term = terms[at]
        if term.start >= sentence.end:
            return
        if term.end <= sentence.end:
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
        amount = base = 0
        for tally in column:
            if tally:
                amount += tally[0]
                base += tally[1]
        if base:
            yield feature.id, measured(amount, base, gauge.scale)


def _shares(exact: Mapping[str, float]) -> tuple[tuple[str, Decimal], ...]:
    """The points to one decimal, the largest adjusted so that they add up to a whole number."""
    tenths = {name: rounded(points, 1) for name, points in exact.items()}
    whole = rounded(fsum(exact.values()), 0)
    if tenths:
        largest = max(tenths, key=lambda name: tenths[name])
        tenths[largest] += whole - sum(tenths.values())
    return tuple((name, points) for name, points in tenths.items() if points)


def _decimal(value: float, unit: Decimal) -> Decimal:
    return Decimal(repr(value)).quantize(unit, ROUND_HALF_UP) + Decimal(0)
