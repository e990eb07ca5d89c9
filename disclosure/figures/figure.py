"""A number, its inputs and its rule go in; a figure that can be traced comes out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

Unit = Literal["money", "percent", "years", "months", "days", "level", "count"]

Reason = Literal[
    "missing_input",
    "out_of_range",
    "bad_tariff",
    "beyond_steps",
    "no_sign_change",
    "several_sign_changes",
    "rate_out_of_range",
    "never_repaid",
]

Input = Decimal | int | str | Sequence[Decimal] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number computed by one rule, with all that is needed to compute it again.

    `value` is unrounded unless the rule itself rounds on the way; `rounding` says how it must be
    rounded when printed. `unit` gives its meaning: `percent` 5 is 5 %, `money` is in the
    product's currency. `inputs` pairs each input's name with its text, `equation` is plain text,
    `rule` is a law article or "plain arithmetic".
    """

    name: str
    value: Decimal
    unit: Unit
    inputs: tuple[tuple[str, str], ...]
    equation: str
    rounding: str
    rule: str


def plain_money(
    name: str, value: Decimal, equation: str, inputs: tuple[tuple[str, str], ...]
) -> Figure:
    """An amount by plain arithmetic on the stated terms, unrounded, for print with 2 places."""
    return Figure(name, value, "money", inputs, equation, "half-up to 2 places", "plain arithmetic")


class NotComputable(ValueError):
    """There is no honest figure: `reason` is a permanent code, the text says why in English."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(reason, text)
        self.reason: Reason = reason
        self.text = text

    def __str__(self) -> str:
        return self.text


def listed(**inputs: Input) -> tuple[tuple[str, str], ...]:
    """The inputs as text, in the order given; equal neighbours in a list are written `12 x 100`."""
    return tuple((name, _text(value)) for name, value in inputs.items())


def _text(value: Input) -> str:
    if value is None:
        return "none"
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value) if isinstance(value, int | str) else "; ".join(_runs(value))


def _runs(values: Iterable[Decimal]) -> Iterable[str]:
    for value, run in groupby(values):
        count = len(list(run))
        yield _text(value) if count == 1 else f"{count} x {_text(value)}"


def finite(**inputs: Decimal | int | None) -> None:
    """Raise NotComputable unless every input is there and a finite number."""
    for name, value in inputs.items():
        _number(name, value)


def at_least(low: Decimal | int, **inputs: Decimal | int | None) -> None:
    """Raise NotComputable unless every input is a finite number that is `low` or more."""
    for name, value in inputs.items():
        if _number(name, value) < low:
            raise NotComputable("out_of_range", f"{name} must be {low} or more, not {value}")


def more_than(low: Decimal | int, **inputs: Decimal | int | None) -> None:
    """Raise NotComputable unless every input is a finite number above `low`."""
    for name, value in inputs.items():
        if _number(name, value) <= low:
            raise NotComputable("out_of_range", f"{name} must be more than {low}, not {value}")


def _number(name: str, value: Decimal | int | None) -> Decimal:
    if value is None:
        raise NotComputable("missing_input", f"{name} is missing")
    if not isinstance(value, Decimal | int):
        raise TypeError(f"{name} must be a Decimal or an int, not {type(value).__name__}")
    number = Decimal(value)
    if not number.is_finite():
        raise NotComputable("out_of_range", f"{name} must be a finite number, not {value}")
    return number
