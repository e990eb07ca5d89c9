"""The inputs of a computation as data come in; typed numbers, times and days go out, each asked for by name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from disclosure.figures.figure import NotComputable

Inputs = Mapping[str, Any]
_FRACTION = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:/\s*(\d+))?\s*")


class Given:
    """The inputs of one computation; it notes which were asked for, so that none is ignored.

    Every method raises NotComputable for an input that is missing or not of its type.
    """

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._asked: set[str] = set()

    def has(self, name: str) -> bool:
        """Is the input there?"""
        self._asked.add(name)
        return self._inputs.get(name) is not None

    def raw(self, name: str) -> Any:
        """The input as it was given."""
        if not self.has(name):
            raise NotComputable("missing_input", f"{name} is missing")
        return self._inputs[name]

    def number(self, name: str, default: str | None = None) -> Decimal:
        """A finite number."""
        if default is not None and not self.has(name):
            return Decimal(default)
        return number(name, self.raw(name))

    def whole(self, name: str, default: str | None = None) -> int:
        """A whole number."""
        value = self.number(name, default)
        if value != value.to_integral_value():
            raise NotComputable("out_of_range", f"{name} must be a whole number, not {value}")
        return int(value)

    def numbers(self, name: str) -> list[Decimal]:
        """A list of finite numbers."""
        return [number(f"{name}[{n}]", one) for n, one in enumerate(self.rows(name))]

    def rows(self, name: str) -> Sequence[Any]:
        """A list."""
        value = self.raw(name)
        if not isinstance(value, list | tuple):
            raise NotComputable("out_of_range", f"{name} must be a list")
        return value

    def day(self, name: str) -> date:
        """A calendar day."""
        try:
            return date.fromisoformat(str(self.raw(name)))
        except ValueError:
            raise NotComputable("out_of_range", f"{name} must be a day such as 2026-11-24") from None

    def unknown(self) -> list[str]:
        """The inputs that nobody asked for."""
        return sorted(set(self._inputs) - self._asked)


def number(name: str, value: Any) -> Decimal:
    """A number of the input, from its text or a JSON number. Raises NotComputable for anything else."""
    try:
        if isinstance(value, bool):
            raise InvalidOperation
        read = Decimal(value if isinstance(value, Decimal | int) else str(value).strip())
    except InvalidOperation:
        raise NotComputable("out_of_range", f"{name} must be a number, not {value!r}") from None
    if not read.is_finite():
        raise NotComputable("out_of_range", f"{name} must be a finite number, not {value}")
    return read


def fraction(name: str, value: Any) -> Fraction:
    """A time such as 546/365, 18/12, 1.5 or 0. Raises NotComputable for anything else."""
    read = _FRACTION.fullmatch(str(value))
    if not read or read[2] is not None and not int(read[2]):
        raise NotComputable("out_of_range", f"{name} must be a time such as 3/12, not {value!r}")
    return Fraction(read[1]) / int(read[2] or 1)


def mappings(rows: Sequence[Any], name: str) -> Iterator[Mapping[str, Any]]:
    """The rows of a list, each of which names its parts."""
    for n, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise NotComputable("out_of_range", f"{name}[{n}] must name its parts")
        yield row
