"""Exact quantities become the words and figures of one language, by that language's own habits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Any

from .quantity import Period, Rate, minor_units

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Locale:
    """How one language writes money, rates, lengths of time, days and lists.

    Patterns come from `templates/<lang>/locale.yaml`; `{n}` stands for the number. `scales` are
    short forms for round sums, largest first: size, word, and the decimals it may have (1.5亿, 3万).
    """

    tag: str
    currencies: Mapping[str, str]
    currency_default: str
    scales: tuple[tuple[Decimal, str, int], ...]
    periods: Mapping[str, tuple[str, str]]
    singles: Mapping[str, str]
    period_join: str
    date: str
    months: tuple[str, ...]
    list_join: str
    list_last: str
    minus: str
    stop: str
    sentence_ends: tuple[str, ...]
    part_join: str

    @classmethod
    def of(cls, tag: str, data: Mapping[str, Any]) -> "Locale":
        """A locale from the data of a `locale.yaml`."""
        return cls(
            tag=tag,
            currencies=data["currencies"],
            currency_default=data["currency_default"],
            scales=tuple(
                (Decimal(one["from"]), one["word"], int(one["decimals"]))
                for one in data.get("scales", [])
            ),
            periods={unit: (one["one"], one["many"]) for unit, one in data["periods"].items()},
            singles={unit: one["single"] for unit, one in data["periods"].items()},
            period_join=data["period_join"],
            date=data["date"],
            months=tuple(data.get("months", ())),
            list_join=data["list_join"],
            list_last=data["list_last"],
            minus=data["minus"],
            stop=data["stop"],
            sentence_ends=tuple(data["sentence_ends"]),
            part_join=data["part_join"],
        )

    def number(self, value: Decimal | int) -> str:
        """A plain number with grouped thousands; the decimals are those the value has."""
        exact = Decimal(value)
        return (self.minus if exact < 0 else "") + f"{exact.copy_abs():,f}"

    def money(self, value: Decimal, currency: str, typed: bool = False) -> str:
        """A sum: cents only where there are any, rounded half-up; round sums in their short form. With
        `typed` the sum was stated so and keeps parts smaller than a cent."""
        pattern = self.currencies.get(currency, self.currency_default.replace("{code}", currency))
        places = minor_units(currency)
        if typed:
            places = max(places, -int(value.normalize().as_tuple().exponent))
        sign = self.minus if half_up(value, places) < 0 else ""
        shown = self._sum(value.copy_abs(), places)
        return (sign + pattern.replace("{n}", shown)).replace(" ", NO_BREAK)

    def rate(self, value: Rate, places: int | None = None) -> str:
        """A percentage with the decimals it was typed with, or rounded half-up to `places`."""
        percent = value.percent if places is None else half_up(value.percent, places)
        return f"{self.number(percent)}%"

    def period(self, value: Period) -> str:
        """A length of time: "1 year 6 months", "90 days"."""
        counted = (
            ("years", value.years),
            ("months", value.months),
            ("weeks", value.weeks),
            ("days", value.days),
        )
        parts = [self._count(unit, count) for unit, count in counted if count]
        return self.period_join.join(parts) or self._count("days", 0)

    def every(self, value: Period) -> str:
        """A length of time after "every": "day" rather than "1 day", but "6 months"."""
        units = {Period(1): "years", Period(0, 1): "months", Period(weeks=1): "weeks"}
        unit = units.get(value) or ("days" if value == Period(days=1) else "")
        return self.singles[unit] if unit else self.period(value)

    def day(self, value: date) -> str:
        """A calendar day in full."""
        month = self.months[value.month - 1] if self.months else str(value.month)
        filled = self.date.format(year=value.year, month=month, day=value.day)
        return filled.replace(" ", NO_BREAK)

    def listed(self, items: Sequence[str]) -> str:
        """Several things in a row: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self.list_join.join(items[:-1]) + self.list_last + items[-1]

    def _sum(self, value: Decimal, places: int) -> str:
        whole = value == value.to_integral_value()
        for size, word, decimals in self.scales:
            step = int(size.scaleb(-decimals))
            if whole and value >= size and int(value) % step == 0:
                whole_units, part = divmod(int(value) // step, 10**decimals)
                after = f".{part:0{decimals}}".rstrip("0") if part else ""
                return f"{whole_units:,}{after}{word}"
        return f"{half_up(value, 0 if whole else places):,f}"

    def _count(self, unit: str, count: int) -> str:
        one, many = self.periods[unit]
        return (one if count == 1 else many).replace("{n}", str(count)).replace(" ", NO_BREAK)


def half_up(value: Decimal, places: int) -> Decimal:
    """Round half away from zero, as the rules for printed figures ask; never a negative zero."""
    digits = max(value.adjusted(), 0) + places + 3
    with localcontext(Context(prec=digits, rounding=ROUND_HALF_UP)):
        rounded = value.quantize(Decimal(1).scaleb(-places))
    return rounded if rounded else rounded.copy_abs()
