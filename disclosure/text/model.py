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
    """One thing that makes a text hard: `weight` points for each unit beyond `easy`, at most `most`."""

    id: str
    weight: Decimal
    easy: Decimal
    most: Decimal
    limit: Limit

    def points(self, measured: Decimal) -> Decimal:
        """The points that `measured` takes off, from 0 to `most`, exact."""
        beyond = measured - self.easy if self.limit.higher_is_worse else self.easy - measured
        return min(self.most, max(Decimal(0), self.weight * beyond))


@dataclass(frozen=True, slots=True)
class Model:
    """A linear readability model of one language, as shipped in `templates/readability/<lang>.yaml`.

    `plain` and `fair` are the lowest plainness of these two bands. `lists` are words that the
    features count, `everyday_frequency` the occurrences from which a Chinese word is everyday.
    """

    version: str
    lang: str
    source: str
    features: tuple[Feature, ...]
    plain: int
    fair: int
    lists: tuple[tuple[str, frozenset[str]], ...]
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
            plain=int(_number(_need(data, "bands"), "plain")),
            fair=int(_number(_need(data, "bands"), "fair")),
            lists=tuple((name, _words(text)) for name, text in data.get("lists", {}).items()),
            everyday_frequency=int(_number(data, "everyday_frequency", "0")),
        )

    def words(self, name: str) -> frozenset[str]:
        """The words of one list; none if the model has no such list."""
        return dict(self.lists).get(name, frozenset())


def _feature(name: str, data: Mapping[str, Any]) -> Feature:
    worse = str(data.get("worse", "higher"))
    if worse not in ("higher", "lower"):
        raise ValueError(f'features.{name}.worse: "{worse}" is neither "higher" nor "lower"')
    try:
        limit = Limit(_number(data, "warn"), _number(data, "fail"), worse == "higher")
        return Feature(name, _number(data, "weight"), _number(data, "easy"), _number(data, "most"), limit)
    except ValueError as problem:
        raise ValueError(f"features.{name}.{problem}") from None


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
