"""Two days go in; how long the law says lies between them, in years or in unit-periods, comes out."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from disclosure.figures.figure import NotComputable

Unit = Literal["year", "month", "week"]
_A_YEAR_HAS = {"year": 1, "month": 12, "week": 52}


@dataclass(frozen=True, slots=True)
class Interval:
    """`whole` unit-periods, and the `odd` fraction of one, from 0 up to but not including 1."""

    whole: int
    odd: Fraction


def eu_years(drawdown: date, payment: date, unit: Unit) -> Fraction:
    """The time between a drawdown and a payment in years, for an APRC.

    Whole years, months or weeks are counted back from the payment; the days left over are divided
    by the 365 or 366 days of the year that ends on the last of them. A year has 12 equal months or
    52 weeks. Rule: Directive (EU) 2023/2225 Annex III remark (c), as its predecessors; examples in
    SWD(2012) 128, section 4.1.1. Raises NotComputable for a payment before the drawdown.
    """
    _demand_order(drawdown, payment)
    whole = _whole(drawdown, lambda count: _back(payment, count, unit))
    rest = _back(payment, whole, unit)
    year = (rest - _months_back(rest, 12)).days
    return Fraction(whole, _A_YEAR_HAS[unit]) + Fraction((rest - drawdown).days, year)


def us_unit_periods(consummation: date, payment: date, months: int = 0, days: int = 0) -> Interval:
    """The time to a payment in unit-periods of so many `months` or, for weeks, `days`.

    Whole unit-periods are counted back from the payment. What is left at the start is odd: in
    months each whole one counts 30 days and the unit-period 30 times its months.
    Rule: 12 CFR 1026 Appendix J (b)(4), (5). Raises NotComputable where no length is given.
    """
    _demand_order(consummation, payment)
    if (months > 0) == (days > 0):
        raise NotComputable("missing_input", "a unit-period is so many months or so many days")
    if days:
        whole, left = divmod((payment - consummation).days, days)
        return Interval(whole, Fraction(left, days))
    whole = _whole(consummation, lambda count: _months_back(payment, count * months))
    rest = _months_back(payment, whole * months)
    odd_months = _whole(consummation, lambda count: _months_back(rest, count))
    left = (_months_back(rest, odd_months) - consummation).days
    return Interval(whole, Fraction(30 * odd_months + left, 30 * months))


def decimal(value: Fraction) -> Decimal:
    """A fraction as a Decimal, in the precision of the rule that asks."""
    return Decimal(value.numerator) / value.denominator


def _demand_order(first: date, last: date) -> None:
    if last < first:
        raise NotComputable("out_of_range", f"the payment on {last} comes before the money on {first}")


def _whole(start: date, back: Callable[[int], date]) -> int:
    """How many units can be counted back without passing the start."""
    count = 0
    while back(count + 1) >= start:
        count += 1
    return count


def _back(day: date, count: int, unit: Unit) -> date:
    if unit == "week":
        return day - timedelta(weeks=count)
    return _months_back(day, count * (12 if unit == "year" else 1))


def _months_back(day: date, count: int) -> date:
    """The same day of the month so many months before, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    if year < 1:
        raise NotComputable("out_of_range", f"there is no day {count} months before {day}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
