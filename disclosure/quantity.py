"""Text as an author typed it becomes an exact amount, rate, period or date, or a reasoned refusal."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?\Z", re.ASCII)
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)
_COMMA_DECIMAL = re.compile(r"([+-]?\d+),(\d+)\Z", re.ASCII)
_PERIOD = re.compile(
    r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?\Z", re.ASCII
)
_SPOKEN = re.compile(r"(\d{1,6})\s*(个月|年|月|周|天|日|years?|months?|weeks?|days?|[ymwd])\Z", re.I)
_UNIT = {"年": "Y", "个月": "M", "月": "M", "周": "W", "天": "D", "日": "D"}
_LOOSE_DATE = re.compile(r"(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?\Z")
_LONGEST = 24


_NO_MINOR = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
_THREE_PLACES = frozenset("BHD IQD JOD KWD LYD OMR TND".split())


class QuantityError(ValueError):
    """A text that is not the quantity it should be; `code` names the message, `values` fill it."""

    def __init__(self, code: str, **values: str) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage, kept with the decimals it was typed with: "0.50%" is 0.50, not 0.5."""

    percent: Decimal

    def __str__(self) -> str:
        return f"{self.percent:f}%"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as in ISO 8601: years, months, weeks and days, not mixed into one number."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0D")

    @property
    def in_years(self) -> Decimal:
        """The length in years, a day being 1/365 of one."""
        days = self.weeks * 7 + self.days
        return self.years + Decimal(self.months) / 12 + Decimal(days) / 365

    @property
    def in_months(self) -> int | None:
        """The length in whole months, or None where weeks or days are in it."""
        return None if self.weeks or self.days else self.years * 12 + self.months


def amount(text: str) -> Decimal:
    """An exact number of currency units: "10000", "10,000.00". Raises QuantityError."""
    return _number(text, "amount")


def rate(text: str) -> Rate:
    """A percentage with its sign: "0.50%". A bare number is refused, for it could be a fraction."""
    body = text.strip()
    if body.endswith("%"):
        return Rate(_number(body[:-1].strip(), "rate", "%"))
    if body.endswith("‰"):
        tenth = _number(body[:-1].strip(), "rate", "‰") / 10
        raise QuantityError("rate-per-mille", text=text, better=f"{tenth}%")
    if points := re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:bps?|基点)", body, re.I):
        raise QuantityError("rate-basis-points", text=text, better=f"{Decimal(points[1]) / 100}%")
    if _PLAIN.match(body):
        percent = (Decimal(body) * 100).normalize()
        raise QuantityError("rate-without-unit", text=text, a=f"{body}%", b=f"{percent:f}%")
    raise QuantityError("rate-malformed", text=text)


def period(text: str) -> Period:
    """A length of time: "P1Y", "P6M", "P90D". Raises QuantityError with the ISO form of "90天"."""
    body = text.strip()
    found = _PERIOD.match(body)
    if found and body != "P":
        return Period(*(int(part or 0) for part in found.groups()))
    if spoken := _SPOKEN.match(body):
        unit = _UNIT.get(spoken[2]) or spoken[2][0].upper()
        raise QuantityError("period-not-iso", text=text, better=f"P{int(spoken[1])}{unit}")
    raise QuantityError("period-malformed", text=text)


def day(text: str) -> date:
    """A calendar day: "2026-11-24". Raises QuantityError, also for 30 February."""
    body = text.strip()
    if loose := _LOOSE_DATE.match(body):
        year, month, dom = (int(part) for part in loose.groups())
        better = _calendar(f"{year:04}-{month:02}-{dom:02}", text).isoformat()
        raise QuantityError("date-not-iso", text=text, better=better)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", body, re.ASCII):
        raise QuantityError("date-malformed", text=text)
    return _calendar(body, text)


def _calendar(body: str, text: str) -> date:
    try:
        return date.fromisoformat(body)
    except ValueError:
        raise QuantityError("date-impossible", text=text) from None


def count(text: str) -> int:
    """A whole number, not negative: "12"."""
    if not re.fullmatch(r"\d{1,9}", text.strip(), re.ASCII):
        raise QuantityError("count-malformed", text=text)
    return int(text)


def _number(text: str, what: str, unit: str = "") -> Decimal:
    body = text.strip()
    if len(body) > _LONGEST:
        raise QuantityError(f"{what}-too-long", text=body[:_LONGEST] + "…")
    # "1,250%" is 1.25 % to half of Europe: a rate takes no commas.
    if _PLAIN.match(body) or (what == "amount" and _GROUPED.match(body)):
        return Decimal(body.replace(",", ""))
    if comma := _COMMA_DECIMAL.match(body):
        raise QuantityError(f"{what}-comma", text=text + unit, better=f"{comma[1]}.{comma[2]}{unit}")
    raise QuantityError(f"{what}-malformed", text=text + unit)


def minor_units(currency: str) -> int:
    """The decimals a sum of a currency is rounded to (ISO 4217): 2 for most, 0 for the yen."""
    return 0 if currency in _NO_MINOR else 3 if currency in _THREE_PLACES else 2
