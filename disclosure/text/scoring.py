"""Sentences with their counts come in; the traits of the text and the points each trait takes go out.

Everything here is a mean or a share over the text, so the same text twice has the same points.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from types import ModuleType

from disclosure.text.gauges import Sentence, Tally
from disclosure.text.model import Model

Tallies = Mapping[str, Tally]

COUNTED = {
    "formal": "formal_words", "vague": "vague_words", "jargon": "jargon", "terms": "unexplained_terms",
    "number_words": "number_words", "passive": "passive", "double_negation": "double_negation",
    "noun_phrases": "noun_phrases", "nesting": "nesting", "de_chain": "de_chain",
}  # fmt: skip
"""Traits that are the mean number of a feature's finds in a sentence, of which four count at most."""

MOST_FINDS = 4
RAMP = 5
"""Different sentences after the second, from which a text is weighed wholly as a document."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The points of each trait of a model, in its order, and which traits the text could not show."""

    model: Model
    points: tuple[float, ...]

    def total(self) -> float:
        """All points together; below 0 for a text easier than plain ones."""
        return fsum(self.points)

    def by_feature(self) -> dict[str, float]:
        """The points of each feature: those of its traits; of what no feature names, as `tone`."""
        names, owners = _owners(self.model)
        found: dict[str, list[float]] = {name: [] for name in names}
        for owner, value in zip(owners, self.points):
            if value:
                found[owner].append(value)
        return {name: fsum(values) for name, values in found.items() if values}


@lru_cache(maxsize=8)
def _owners(model: Model) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that points go by, and for each weight its own."""
    owner = {trait: feature.id for feature in model.features for trait in feature.traits}
    names = (*(feature.id for feature in model.features), "tone")
    return names, tuple(owner.get(weight.trait, "tone") for weight in model.weights)


def profile(
    sentences: Sequence[Sentence], tallied: Sequence[Tallies], traits: ModuleType, model: Model
) -> dict[str, float]:
    """The value of each trait. Headings and cells have no length; a trait nothing can show is left out."""
    if len(sentences) == 1:
        totals = sentences[0].counts
    else:
        totals = tuple(map(sum, zip(*(sentence.counts for sentence in sentences))))
    words = {token for sentence in sentences for token in sentence.tokens}
    found = dict(zip(traits.SHARES, traits.shares(totals)))
    found.update(zip(traits.DIFFERENT, traits.different(traits.counts(words, model))))
    rows = [traits.row(sentence.counts) for sentence in sentences if sentence.role not in ("heading", "cell")]
    if rows:
        found.update(zip(traits.ROWS, rows[0] if len(rows) == 1 else map(_mean, zip(*rows))))
    for trait, feature in COUNTED.items():
        amounts = [min(MOST_FINDS, tallies[feature].amount) for tallies in tallied if feature in tallies]
        if amounts:
            found[trait] = sum(amounts) / len(amounts)
    return found


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def share(sentences: Iterable[Sentence]) -> float:
    """How far a text is weighed as a document: 0 for two sentences at most, 1 for seven or more different ones."""
    different = len({sentence.counted for sentence in sentences})
    return min(1.0, max(0, different - 2) / RAMP)


def points(values: Mapping[str, float], model: Model, document: float) -> Scored:
    """The points of each trait: its weight times what it is beyond the value of plain texts; may be below 0."""
    if not document:
        return Scored(model, tuple(
            weight.sentence * (values[weight.trait] - weight.sentence_plain) if weight.trait in values else 0.0
            for weight in model.weights
        ))  # fmt: skip
    single = 1 - document
    return Scored(model, tuple(
        single * weight.sentence * (values[weight.trait] - weight.sentence_plain)
        + document * weight.document * (values[weight.trait] - weight.document_plain)
        if weight.trait in values else 0.0
        for weight in model.weights
    ))  # fmt: skip
