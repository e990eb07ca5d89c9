"""The data of a readability model come in; a checked, frozen Model goes out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any


@dataclass(frozen=True, slots=True)
class Limit:
    """The measured value of one sentence beyond which it is reported, and beyond which it fails."""

    warn: Decimal
    fail: Decimal
    higher_is_worse: bool = True

    def passed_by(self, measured: Decimal) -> bool:
        """Whether `measured` lies beyond `warn`; a value at the limit does not."""
        return measured > self.warn if self.higher_is_worse else measured < self.warn


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that reviewers are shown: `limit` for one sentence, and the traits whose points it takes."""

    id: str
    limit: Limit
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weight:
    """One trait of the linear model: points a unit beyond the value `plain` that plain texts have.

    A single sentence and a longer text are weighed apart; see `scoring.share`.
    """

    trait: str
    sentence: float
    sentence_plain: float
    document: float
    document_plain: float


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A linear readability model of one language, as shipped in `templates/readability/<lang>.yaml`.

    `plain` and `fair` are the lowest plainness of these two bands, `hard_sentence` the points from
    which a sentence is hard. `lists` are words that the features count, `everyday_frequency` the
    occurrences from which a Chinese word is everyday. A model is equal to itself only.
    """

    version: str
    lang: str
    source: str
    features: tuple[Feature, ...]
    weights: tuple[Weight, ...]
    plain: int
    fair: int
    hard_sentence: Decimal
    lists: Mapping[str, frozenset[str]]
    everyday_frequency: int

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Model":
        """The model that `data` describes, all scalars text. ValueError names the first bad key."""
        features = _need(data, "features")
        return cls(
            version=str(_need(data, "version")),
            lang=str(_need(data, "lang")),
            source=str(_need(data, "source")),
            features=tuple(_feature(name, _need(features, name)) for name in features),
            weights=tuple(_weight(name, row) for name, row in _need(data, "weights").items()),
            plain=int(_number(_need(data, "bands"), "plain")),
            fair=int(_number(_need(data, "bands"), "fair")),
            hard_sentence=_number(_need(data, "bands"), "hard_sentence"),
            lists={name: _words(text) for name, text in data.get("lists", {}).items()},
            everyday_frequency=int(_number(data, "everyday_frequency", "0")),
        )

    def words(self, name: str) -> frozenset[str]:
        """The words of one list; none if the model has no such list."""
        return self.lists.get(name, frozenset())


def _feature(name: str, data: Mapping[str, Any]) -> Feature:
    worse = str(data.get("worse", "higher"))
    if worse not in ("higher", "lower"):
        raise ValueError(f'features.{name}.worse: "{worse}" is neither "higher" nor "lower"')
    try:
        limit = Limit(_number(data, "warn"), _number(data, "fail"), worse == "higher")
    except ValueError as problem:
        raise ValueError(f"features.{name}.{problem}") from None
    return Feature(name, limit, tuple(str(data.get("traits", "")).split()))


def _weight(name: str, row: Any) -> Weight:
    numbers = str(row).split()
    if len(numbers) != 4 or not all(re.fullmatch(r"-?\d+(?:\.\d+)?", number) for number in numbers):
        raise ValueError(f'weights.{name}: "{row}" is not four numbers')
    return Weight(name, *map(float, numbers))


def _need(data: Mapping[str, Any], key: str) -> Any:
    if not isinstance(data, Mapping) or key not in data:
        raise ValueError(f"{key}: missing from the readability model")
    return data[key]


def _number(data: Mapping[str, Any], key: str, default: str | None = None) -> Decimal:
    text = str(_need(data, key) if default is None else data.get(key, default))
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f'{key}: "{text}" is not a number') from None
    if not value.is_finite() or value < 0:
        raise ValueError(f'{key}: "{text}" is not a number from 0 up')
    return value


def _words(text: Any) -> frozenset[str]:
    """The entries of one list: lines or commas part them, so that an entry may hold blanks."""
    entries = text if isinstance(text, list | tuple) else re.split(r"[,\n]", str(text))
    return frozenset(word for entry in entries if (word := str(entry).strip()))
