"""Sentences with their counts come in; the traits of the text and the points each trait takes go out.

Everything here is a mean or a share over the text, so the same text twice has the same points.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from operator import mul, sub
from types import ModuleType

from disclosure.text.gauges import Sentence, Tally
from disclosure.text.model import Model, Weight

Tallies = Sequence[Tally | None]
"""What each feature of a `Scale` counts in one sentence, in its order; None where it does not apply."""

COUNTED = {
    "formal": "formal_words", "vague": "vague_words", "jargon": "jargon", "terms": "unexplained_terms",
    "number_words": "number_words", "passive": "passive", "double_negation": "double_negation",
    "noun_phrases": "noun_phrases", "nesting": "nesting", "de_chain": "de_chain",
}  # fmt: skip
"""Traits that are the mean number of a feature's finds in a sentence, of which four count at most."""

MOST_FINDS = 4
RAMP = 5
"""Different sentences after the second, from which a text is weighed wholly as a document."""

LABELS = ("heading", "cell")
"""Roles that are read for their words only."""


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """The traits of a model in the order in which they are measured, and what each weighs.

    `counted` are, for each trait of `COUNTED` that the features can show, its feature's number.
    A trait without a weight, or that no passage of this kind can show, weighs 0.
    """

    names: tuple[str, ...]
    traits: ModuleType
    counted: tuple[int, ...]
    owners: tuple[str, ...]
    sentence: tuple[float, ...]
    sentence_plain: tuple[float, ...]
    document: tuple[float, ...]
    document_plain: tuple[float, ...]
    places: Mapping[str, tuple[int, ...]]
    """Where the traits of each feature stand."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The points of each trait of a scale, in its order; 0 for what the text could not show."""

    scale: Scale
    points: Sequence[float]

    def total(self) -> float:
        """All points together; below 0 for a text easier than plain ones."""
        return fsum(self.points)

    def of(self, feature: str) -> float:
        """The points of one feature: those of its traits."""
        return fsum([self.points[at] for at in self.scale.places.get(feature, ())])

    def by_feature(self) -> dict[str, float]:
        """The points of each feature; of what no feature names, as `tone`."""
        return {name: self.of(name) for name, places in self.scale.places.items() if any(self.points[at] for at in places)}


def scale(model: Model, traits: ModuleType, features: tuple[str, ...], lexical: frozenset[str]) -> tuple[Scale, Scale]:
    """The scale for texts with prose, and that for headings and cells alone, which have no length."""
    return _scale(model, traits, features, None), _scale(model, traits, features, lexical)


def _scale(model: Model, traits: ModuleType, features: tuple[str, ...], lexical: frozenset[str] | None) -> Scale:
    counted = [trait for trait, feature in COUNTED.items() if feature in features]
    names = (*traits.SHARES, *traits.DIFFERENT, *traits.ROWS, *counted)
    unseen = set() if lexical is None else {*traits.ROWS, *(one for one in counted if COUNTED[one] not in lexical)}
    nothing = Weight("", 0.0, 0.0, 0.0, 0.0)
    known = {weight.trait: weight for weight in model.weights if weight.trait not in unseen}
    rows = [known.get(name, nothing) for name in names]
    owner = {trait: feature.id for feature in model.features for trait in feature.traits}
    owners = tuple(owner.get(name, "tone") for name in names)
    return Scale(
        names=names,
        traits=traits,
        counted=tuple(features.index(COUNTED[trait]) for trait in counted),
        owners=owners,
        sentence=tuple(row.sentence for row in rows),
        sentence_plain=tuple(row.sentence_plain for row in rows),
        document=tuple(row.document for row in rows),
        document_plain=tuple(row.document_plain for row in rows),
        places={
            name: tuple(at for at, own in enumerate(owners) if own == name)
            for name in (*(feature.id for feature in model.features), "tone")
        },
    )


def of_sentence(sentence: Sentence, tallies: Tallies, row: Sequence[float], model: Model, scale: Scale) -> Scored:
    """The points that one sentence would have as a text of its own; `row` are the traits named in `ROWS`."""
    traits = scale.traits
    values = traits.shares(sentence.counts)
    values += traits.different(traits.counts_different(sentence, model))
    values += row
    for at in scale.counted:
        tally = tallies[at]
        amount = tally[0] if tally else 0
        values.append(amount if amount < MOST_FINDS else MOST_FINDS)
    return Scored(scale, tuple(map(mul, scale.sentence, map(sub, values, scale.sentence_plain))))
