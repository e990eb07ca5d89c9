"""One sentence with what is counted in it comes in; its points, and those of one feature, go out.

The sum over sixty traits is worked out a word at a time, as each word always adds the same. Where that sum is
so near to the half of a hundredth that its last digits decide, all traits are added up exactly instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import floor, fsum
from operator import mul
from types import ModuleType
from typing import NamedTuple

from disclosure.text.gauges import Sentence
from disclosure.text.model import Model
from disclosure.text.scoring import Scale, Shown

_DOUBTFUL, _LARGEST = 1e-6, 1e6
"""So near a half, or so large, the quick sum is not trusted; it errs by less than a millionth of this."""


class Part(NamedTuple):
    """Some traits: of each its place, its weight for a sentence, and its value in plain texts.

    `words` are shares of the sentence's words, placed in its counts; `rest` all others, placed in `Weigher.rest`.
    """

    words: tuple[tuple[int, float, float], ...]
    rest: tuple[tuple[int, float, float], ...]


class _WordPoints(dict[str, float]):
    """Each word met so far, and the points that its counts take in a sentence of one word."""

    def __init__(self, model: Model, traits: ModuleType, weights: Sequence[float]) -> None:
        super().__init__()
        self._model, self._traits, self._weights = model, traits, weights

    def __missing__(self, word: str) -> float:
        counts = self._traits.unpacked(self._traits.packed((word,), self._model))
        self[word] = points = sum(map(mul, self._weights, self._traits.picked(counts)))
        return points


@dataclass(frozen=True, slots=True, eq=False)
class Weigher:
    """What the traits of one scale weigh in a single sentence."""

    model: Model
    traits: ModuleType
    words: Mapping[str, float]
    weights: tuple[float, ...]
    constant: float
    parts: Mapping[str, Part]

    @classmethod
    def of(cls, model: Model, scale: Scale) -> "Weigher":
        """The weigher for sentences that are measured by this scale."""
        traits = scale.traits
        size = len(traits.PER_WORD)
        return cls(
            model,
            traits,
            _WordPoints(model, traits, scale.sentence[:size]),
            scale.sentence[size:],
            fsum(map(mul, scale.sentence, scale.sentence_plain)),
            {name: _part(scale, places, size) for name, places in scale.places.items()},
        )

    def rests(self, shown: Sequence[Shown]) -> list[list[float]]:
        """Of each sentence the traits that are no share of its words, in the order of the scale."""
        rates, different, model = self.traits.rates, self.traits.different, self.model
        some = [different(set(one.tokens), model) for one, _, _ in shown]
        return [[*rates(one.counts), *few, *row, *finds] for (one, row, finds), few in zip(shown, some)]

    def totals(self, sentences: Sequence[Sentence], rests: Sequence[Sequence[float]]) -> list[Decimal]:
        """All points of each sentence to two decimals, half up."""
        words, weights, constant = self.words.__getitem__, self.weights, self.constant
        quick = [
            sum(map(words, one.tokens)) / one.length + sum(map(mul, weights, rest)) - constant
            for one, rest in zip(sentences, rests)
        ]
        return [self._rounded(*each) for each in zip(quick, sentences, rests)]

    def _rounded(self, points: float, sentence: Sentence, rest: Sequence[float]) -> Decimal:
        if (quick := _quickly(points, 2)) is not None:
            return quick
        return hundredths(fsum([one for name in self.parts for one in self._each(name, sentence, rest)]))

    def of_feature(self, name: str, sentence: Sentence, rest: Sequence[float]) -> float:
        """The points of the traits of one feature, exact but for each product."""
        return fsum(self._each(name, sentence, rest)) if name in self.parts else 0.0

    def _each(self, name: str, sentence: Sentence, rest: Sequence[float]) -> list[float]:
        part, counts, length = self.parts[name], sentence.counts, sentence.length
        return [
            *[weight * (counts[at] / length - plain) for at, weight, plain in part.words],
            *[weight * (rest[at] - plain) for at, weight, plain in part.rest],
        ]


def _part(scale: Scale, places: Iterable[int], size: int) -> Part:
    fields = {name: at for at, name in enumerate(scale.traits.FIELDS)}
    words: list[tuple[int, float, float]] = []
    rest: list[tuple[int, float, float]] = []
    for at in places:
        weight, plain = scale.sentence[at], scale.sentence_plain[at]
        if at < size:
            words.append((fields[scale.names[at]], weight, plain))
        else:
            rest.append((at - size, weight, plain))
    return Part(tuple(words), tuple(rest))


def rounded(value: float, digits: int) -> Decimal:
    """The value to so many decimals, half up, never minus nought."""
    if (quick := _quickly(value, digits)) is not None:
        return quick
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + Decimal(0)


def hundredths(value: float) -> Decimal:
    """The value to two decimals, half up, never minus nought."""
    return rounded(value, 2)


def _quickly(value: float, digits: int) -> Decimal | None:
    """The rounded value, unless it is near a half or large."""
    if -_LARGEST < value < _LARGEST:
        near = value * _TENS[digits] + 0.5
        whole = floor(near)
        if _DOUBTFUL < near - whole < 1 - _DOUBTFUL:
            return _scaled(whole, digits)
    return None


_TENS = (1, 10, 100, 1000)


@lru_cache(maxsize=4096)
def _scaled(whole: int, digits: int) -> Decimal:
    return Decimal(whole).scaleb(-digits)


def hundredth(whole: int) -> Decimal:
    """So many hundredths, to two decimals."""
    return _scaled(whole, 2)


def measured(amount: int, base: int, scale: int) -> Decimal:
    """`scale` times `amount` out of `base` to two decimals, half up; none of them below 0."""
    return hundredth((200 * scale * amount + base) // (2 * base))
