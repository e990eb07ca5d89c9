"""Values of a product as wording sees them: each one printed leaves a mark that leads to its source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..figures import Figure
from ..locale import half_up
from ..product import Part, Text
from ..quantity import Period, Rate, minor_units
from ..wording import Wording
from .model import Fact, FactKind, Picture

MARK = "\ue000"
_FIRST = 0xE100
_BASE = 4096
MARKED = re.compile(f"{MARK}([\ue100-\uf0ff])([\ue100-\uf0ff])")
DIGIT = re.compile(r"\d")
_PLACES = re.compile(r"to (\d+) place")
_NAMES = ("name", "provider.name", "distributor.name", "investment.custodian")


class UnsourcedFigure(Exception):
    """Wording prints a number that no field of the product and no figure stands for."""


class NothingToPrint(Exception):
    """Wording prints a value that the product does not have; `path` names the field."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)


@dataclass(slots=True)
class Trace:
    """The marks left while one section is worded, in the order of printing."""

    wording: Wording
    marks: list[Fact | Picture] = field(default_factory=list)

    def renew(self) -> None:
        """Begin another section: what is worded alike then has the same marks, and the same tree."""
        self.marks.clear()

    def mark(self, thing: Fact | Picture) -> str:
        """Remember a thing and give the mark that stands for it in the text."""
        index = len(self.marks)
        self.marks.append(thing)
        return MARK + chr(_FIRST + index // _BASE) + chr(_FIRST + index % _BASE)

    def marked(self, found: re.Match[str]) -> Fact | Picture:
        """The thing a mark in the text stands for."""
        high, low = (ord(letter) - _FIRST for letter in found.groups())
        return self.marks[high * _BASE + low]


class View:
    """A value and its path. Wording reads fields, loops and compares; printing makes a fact."""

    __slots__ = ("_currency", "_format", "_path", "_trace", "_value")

    def __init__(
        self, value: Any, path: str, trace: Trace, currency: str, format_: str = ""
    ) -> None:
        self._value, self._path, self._trace = value, path, trace
        self._currency, self._format = currency, format_

    def __getattr__(self, name: str) -> "View":
        found = self._field(name)
        if found is None:
            raise AttributeError(name)
        return found

    def _field(self, name: str) -> "View | None":
        names, has_currency = _shape(type(self._value))
        if name not in names:
            return None
        inner = f"{self._path}.{names[name]}" if self._path else names[name]
        currency = has_currency and self._value.currency or self._currency
        return View(getattr(self._value, name), inner, self._trace, currency)

    def __getitem__(self, index: int) -> "View":
        return View(self._value[index], f"{self._path}[{index}]", self._trace, self._currency)

    def __iter__(self) -> Iterator["View"]:
        return (self[index] for index in range(len(self)))

    def __len__(self) -> int:
        return len(self._value) if isinstance(self._value, tuple) else 0

    def __bool__(self) -> bool:
        return not (self._value is None or self._value is False or isinstance(self._value, tuple) and not self._value)

    def __eq__(self, other: object) -> bool:
        return self._value == (other._value if isinstance(other, View) else other)

    def __hash__(self) -> int:
        return hash(self._path)

    def as_(self, format_: str) -> "View":
        """The same value, to be printed as `number`, after "every" (`every`) or without its sign (`size`)."""
        return View(self._value, self._path, self._trace, self._currency, format_)

    def fact(self) -> Fact:
        """The fact this value is when printed. Raises NothingToPrint for a value that is not there."""
        if self._value is None or isinstance(self._value, Part | tuple):
            raise NothingToPrint(self._path)
        kind, value, shown = self._printed()
        return Fact(self._path, kind, value, shown)

    def __str__(self) -> str:
        return self._trace.mark(self.fact())

    def _printed(self) -> tuple[FactKind, str, str]:
        locale, value = self._trace.wording.locale, self._value
        if self._format == "number":
            return _counted(value, self._trace.wording)
        match value:
            case Text():
                words = value.get(self._trace.wording.lang) or ""
                return ("name" if self._path in _NAMES else "text"), "", words
            case Decimal():
                exact = f"{value.normalize():f} {self._currency}"
                shown = abs(value) if self._format == "size" else value
                return "money", exact, locale.money(shown, self._currency, typed=True)
            case Rate() if self._format == "size":
                shown = locale.rate(Rate(abs(value.percent)))
                return "rate", f"{value.percent.normalize():f}%", shown
            case Rate():
                return "rate", f"{value.percent.normalize():f}%", locale.rate(value)
            case Period():
                shown = locale.every(value) if self._format == "every" else locale.period(value)
                return "period", str(value), shown
            case date():
                return "date", value.isoformat(), locale.day(value)
            case int():
                return "number", str(value), locale.number(value)
        return "name", str(value), str(value)


@lru_cache
def _shape(kind: type) -> tuple[Mapping[str, str], bool]:
    """What a definition calls each field of a part, and whether the part has a currency of its own."""
    if not issubclass(kind, Part):
        return {}, False
    return {name: info.alias or name for name, info in kind.model_fields.items()}, "currency" in kind.model_fields


def _counted(value: Any, wording: Wording) -> tuple[FactKind, str, str]:
    exact = value.percent if isinstance(value, Rate) else value
    return "number", f"{Decimal(exact).normalize():f}", wording.locale.number(exact)


def figure_view(figure: Figure, name: str, trace: Trace, currency: str) -> View:
    """A computed figure as wording sees it; its path is `figures.` and its name."""
    stated = _PLACES.search(figure.rounding)
    places = int(stated[1]) if stated else 2
    if figure.unit == "money":
        places = minor_units(currency)
    value: Any = half_up(figure.value, places)
    match figure.unit:
        case "percent":
            value = Rate(value)
        case "months" | "days" | "years" if figure.value == int(figure.value):
            value = Period(**{figure.unit: int(figure.value)})
        case "level" | "count":
            value = int(figure.value)
    return View(value, f"figures.{name}", trace, currency)


def printing(value: Any) -> Any:
    """What a wording expression may print: a view, or fixed words without a digit.

    Raises UnsourcedFigure for anything that holds a digit of its own.
    """
    if isinstance(value, View):
        return str(value)
    if value is None:
        raise NothingToPrint("")
    if DIGIT.search(str(value)):
        raise UnsourcedFigure(str(value))
    return value


def is_absent(value: Any) -> bool:
    """What `is none` asks in wording: whether nobody stated the value. An empty list was stated."""
    return value is None or isinstance(value, View) and value._value is None


def chosen(view: View, group: str, trace: Trace) -> str:
    """A choice of the definition (`when: yearly`) in words, as a fact."""
    label = trace.wording.label(group, str(view._value))
    return trace.mark(Fact(view._path, "choice", str(view._value), label))


