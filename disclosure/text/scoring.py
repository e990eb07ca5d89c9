"""Sentences with their counts come in; the traits of the text and the points each trait takes go out.

Everything here is a mean or a share over the text, so the same text twice has the same points.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import fsum
from operator import mul, sub
from types import ModuleType
from typing import NamedTuple

from disclosure.text.gauges import Sentence, Tally
from disclosure.text.model import Model, Weight

Tallies = Sequence[Tally | None]
"""What each feature of a `Scale` counts in one sentence, in its order; None where it does not apply."""

Column = Sequence[Tally | None]
"""What one feature counts in each sentence."""

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

    `counted` are, for each trait of `COUNTED` that the features can show, its feature's number, and
    `prose_only` whether headings and cells are left out of its mean. A trait that no passage of this
    kind can show is among the `unseen` and weighs 0.
    """

    names: tuple[str, ...]
    unseen: frozenset[str]
    traits: ModuleType
    counted: tuple[int, ...]
    prose_only: tuple[bool, ...]
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
        points = self.points
        each = ((name, [points[at] for at in places]) for name, places in self.scale.places.items())
        return {name: fsum(own) for name, own in each if any(own)}


def scales(model: Model, traits: ModuleType, features: Mapping[str, bool]) -> tuple[Scale, Scale]:
    """The scale for texts with prose, and that for headings and cells alone, which have no length.

    `features` are those counted in each sentence, in order, and whether they are counted in headings too.
    """
    spoken = [trait for trait, feature in COUNTED.items() if not features.get(feature, True)]
    return _scale(model, traits, features, ()), _scale(model, traits, features, (*traits.ROWS, *spoken))


def _scale(model: Model, traits: ModuleType, features: Mapping[str, bool], unseen: Sequence[str]) -> Scale:
    counted = [trait for trait, feature in COUNTED.items() if feature in features]
    names = (*traits.SHARES, *traits.DIFFERENT, *traits.ROWS, *counted)
    nothing = Weight("", 0.0, 0.0, 0.0, 0.0)
    known = {weight.trait: weight for weight in model.weights if weight.trait not in unseen}
    rows = [known.get(name, nothing) for name in names]
    owner = {trait: feature.id for feature in model.features for trait in feature.traits}
    owners = [owner.get(name, "tone") for name in names]
    return Scale(
        names=names,
        unseen=frozenset(unseen),
        traits=traits,
        counted=tuple(list(features).index(COUNTED[trait]) for trait in counted),
        prose_only=tuple(not features[COUNTED[trait]] for trait in counted),
        sentence=tuple(row.sentence for row in rows),
        sentence_plain=tuple(row.sentence_plain for row in rows),
        document=tuple(row.document for row in rows),
        document_plain=tuple(row.document_plain for row in rows),
        places={
            name: tuple(at for at, own in enumerate(owners) if own == name)
            for name in (*(feature.id for feature in model.features), "tone")
        },
    )


class Shown(NamedTuple):
    """What the traits need of one sentence: its own traits (`ROWS`), and its finds, four at most of each kind."""

    sentence: Sentence
    row: tuple[float, ...]
    finds: tuple[int, ...]


def shown(sentences: Sequence[Sentence], columns: Sequence[Column], scale: Scale) -> list[Shown]:
    """Each sentence with what is counted in it; a column is what one feature counts in each."""
    finds = [_finds(columns[at]) for at in scale.counted]
    row = scale.traits.row
    rows = [row(one.counts) for one in sentences]
    return list(map(Shown, sentences, rows, zip(*finds) if finds else repeat(())))


def _finds(column: Column) -> list[int]:
    """What counts of one feature's finds."""
    return [min(tally[0], MOST_FINDS) if tally and tally[0] else 0 for tally in column]


def profile(text: Sequence[Shown], model: Model, scale: Scale) -> list[float]:
    """The value of each trait of the scale; 0 for one that nothing in the text can show."""
    traits = scale.traits
    values = traits.shares(traits.unpacked(sum([one.sentence.packed for one in text])))
    values += traits.different(set().union(*[one.sentence.tokens for one in text]), model)
    prose = [one for one in text if one.sentence.role not in LABELS]
    values += map(_mean, zip(*[one.row for one in prose])) if prose else [0.0] * len(traits.ROWS)
    amounts = map(sum, zip(*[one.finds for one in text]))
    values += [amount / (len(prose) or 1 if only else len(text)) for amount, only in zip(amounts, scale.prose_only)]
    return values


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def share(sentences: Iterable[Sentence]) -> float:
    """How far a text is weighed as a document: 0 for two sentences at most, 1 for seven or more different ones."""
    different = len({sentence.counted for sentence in sentences})
    return min(1.0, max(0, different - 2) / RAMP)


def points(values: Sequence[float], scale: Scale, document: float) -> Scored:
    """The points of each trait: its weight times what it is beyond the value of plain texts; may be below 0."""
    single = tuple(map(mul, scale.sentence, map(sub, values, scale.sentence_plain)))
    if not document:
        return Scored(scale, single)
    rest = 1 - document
    return Scored(scale, tuple(
        rest * by_sentence * (value - plain) + document * by_document * (value - document_plain)
        for value, by_sentence, plain, by_document, document_plain in zip(
            values, scale.sentence, scale.sentence_plain, scale.document, scale.document_plain
        )
    ))  # fmt: skip
