"""The frozen building block of every part of a product, and the typed scalars its fields use."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from .. import quantity
from ..quantity import Period, QuantityError, Rate

_LEAST, _MOST = Decimal(-100), Decimal(1000)


class Part(BaseModel):
    """A frozen part of a product; a key that no part knows is refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


@dataclass(frozen=True, slots=True)
class Text:
    """One text in several languages: language tag → words. Each language is written natively."""

    versions: tuple[tuple[str, str], ...]

    def get(self, lang: str) -> str | None:
        """The words in a language, or None where it has none."""
        return dict(self.versions).get(lang)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.versions)


def refuse(code: str, **values: str) -> PydanticCustomError:
    """A validation error whose `code` names a message in `templates/messages/`."""
    return PydanticCustomError("disclosure", code, {"code": code, **values})


def rising(low: Rate | None, high: Rate | None) -> None:
    """Refuse a range of rates that has no beginning, or that ends below it."""
    if high is not None and low is None:
        raise refuse("rate-up-to-without-rate")
    if low is not None and high is not None and low.percent > high.percent:
        raise refuse("rate-range-upside-down", low=str(low), high=str(high))


def _typed(parse: Callable[[str], Any], kind: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if isinstance(value, kind) and not isinstance(value, str):
            return value
        if not isinstance(value, str):
            raise refuse("scalar-expected")
        try:
            return parse(value)
        except QuantityError as error:
            raise refuse(error.code, **error.values) from None

    return read


def percentage(text: str) -> Rate:
    """A rate within what a rate can be: no more than all is lost, or ten times as much is added.

    Raises QuantityError: a rate beyond is a slip of the point, or basis points typed as percent.
    """
    read = quantity.rate(text)
    if _LEAST <= read.percent <= _MOST:
        return read
    meant = Rate(read.percent.scaleb(-2))
    better = str(meant) if _LEAST <= meant.percent <= _MOST else ""
    raise QuantityError("rate-beyond", text=text, better=better)


def _signed(text: str) -> Decimal:
    return quantity.amount(text)


def _unsigned(text: str) -> Decimal:
    value = quantity.amount(text)
    if value < 0:
        raise QuantityError("amount-negative", text=text)
    return value


def _truth(text: str) -> bool:
    if text in ("yes", "no"):
        return text == "yes"
    raise QuantityError("yes-or-no", text=text)


def _line(text: str) -> str:
    return " ".join(text.split())


def _language_map(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        raise refuse("text-without-language", text=value[:40])
    if not isinstance(value, Mapping) or not value:
        raise refuse("text-malformed")
    for lang, words in value.items():
        if not isinstance(words, str | None):
            raise refuse("text-malformed-in", lang=str(lang))
    _same_languages(set(value), set((info.context or {}).get("languages", value)))
    return Text(tuple((lang, _line(words)) for lang, words in value.items() if words))


def _same_languages(written: set[str], declared: set[str]) -> None:
    if lacking := sorted(declared - written):
        raise refuse("text-untranslated", lang=", ".join(lacking))
    if extra := sorted(written - declared):
        raise refuse("text-language-undeclared", lang=", ".join(extra))


def _schema(description: str, pattern: str | None = None, **more: Any) -> WithJsonSchema:
    rule = {"pattern": pattern} if pattern else {}
    return WithJsonSchema({"type": "string", "description": description, **rule, **more})


Amount = Annotated[
    Decimal,
    BeforeValidator(_typed(_unsigned, Decimal)),
    _schema("An amount in the product's currency, e.g. 10000", r"^\d[\d,]*(\.\d+)?$"),
]
SignedAmount = Annotated[
    Decimal,
    BeforeValidator(_typed(_signed, Decimal)),
    _schema("An amount that may be negative, e.g. -250.00", r"^[+-]?\d[\d,]*(\.\d+)?$"),
]
Percent = Annotated[
    Rate,
    BeforeValidator(_typed(percentage, Rate)),
    _schema("A percentage with its sign, e.g. 0.50%", r"^[+-]?\d+(\.\d+)?\s*%$"),
]
Length = Annotated[
    Period,
    BeforeValidator(_typed(quantity.period, Period)),
    _schema("A length of time, e.g. P1Y, P6M, P90D", r"^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$"),
]
Day = Annotated[
    date,
    BeforeValidator(_typed(quantity.day, date)),
    _schema("A calendar day, e.g. 2026-11-24", r"^\d{4}-\d{2}-\d{2}$"),
]
Count = Annotated[
    int, BeforeValidator(_typed(quantity.count, int)), _schema("A whole number", r"^\d+$")
]
YesNo = Annotated[
    bool,
    BeforeValidator(_typed(_truth, bool)),
    _schema("yes or no", enum=["yes", "no"]),
]
Words = Annotated[
    Text,
    BeforeValidator(_language_map),
    WithJsonSchema(
        {
            "type": "object",
            "description": "The same text in each language of the product, e.g. zh-CN and en",
            "additionalProperties": {"type": "string"},
            "minProperties": 1,
        }
    ),
]
