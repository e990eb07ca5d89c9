"""A deposit's rate and term become its annual percentage yield by American rule."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure
from ..figures.deposit import compound_interest, simple_interest_days, simple_interest_months, us_reg_dd_apy
from ..figures.rounding import half_up
from ..quantity import Period

_PRINCIPAL = Decimal(100000)  # the yield is of any amount; on a large one a cent decides nothing
_LASTING = ("fixed", "variable", "floating")


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`apy.ID` of each lasting rate that is one figure, and `savings.penalty`, for a deposit that states
    `savings`.

    The term is that of the deposit, or a year where it has none (12 CFR 1030 Appendix A, Part I); a
    month is a twelfth of 365 days.
    """
    rates = [rate for rate in product.rates or () if rate.side == "paid_to_you"]
    if not product.savings or any(rate.kind == "introductory" for rate in rates):
        return
    for rate in rates:
        interest = earned(product, _PRINCIPAL, rate.rate.percent) if _is_one_figure(rate) else None
        if interest:
            yield f"apy.{rate.id}", us_reg_dd_apy(_PRINCIPAL, half_up(interest.value, 2), _days(product.term) or 0)
    yield from _penalty(product)


def _is_one_figure(rate: Any) -> bool:
    """Whether a balance earns this rate and no other: parts of it at different rates need a range."""
    whole = all(band.mode == "whole" for band in rate.bands)
    return bool(rate.kind in _LASTING and rate.rate and not (rate.rate_up_to or rate.until) and whole)


def _penalty(product: Any) -> Iterator[tuple[str, Figure]]:
    """`savings.penalty`: what leaving early costs on the typical amount, where there is one rate."""
    rates = [one for one in product.rates or () if one.kind in _LASTING and one.rate and not one.rate_up_to]
    lost = product.savings.penalty
    if lost and product.example and len(rates) == 1:
        amount, rate = product.example.amount, rates[0].rate.percent
        if lost.in_months:
            yield "savings.penalty", simple_interest_months(amount, rate, lost.in_months)
        else:
            yield "savings.penalty", simple_interest_days(amount, rate, lost.days + 7 * lost.weeks, 365)


def _days(term: Any) -> int | None:
    if term is None or term.type != "fixed":
        return 365
    return int(half_up(term.length.in_years * 365, 0)) if term.length else None


def earned(product: Any, principal: Decimal, rate: Decimal) -> Figure | None:
    """The interest in money of the whole term, or of a year where there is no term, with interest on
    interest as `savings.compounded` says; None where the term is no whole number of compoundings."""
    days, every = _days(product.term), product.savings.compounded
    if days is None or every is None:
        return simple_interest_days(principal, rate, days, 365) if days else None
    fixed = product.term is not None and product.term.type == "fixed"
    periods = _periods(product.term.length if fixed else Period(years=1), days, every)
    if periods is None:
        return None
    per_year = 12 // every.in_months if every.in_months else 365 // every.days
    return compound_interest(principal, rate, periods, per_year)


def _periods(term: Period, days: int, every: Period) -> int | None:
    """How often interest is added in a term, where that is a whole number of times."""
    if every.in_months:
        whole = term.in_months is not None and not term.in_months % every.in_months and not 12 % every.in_months
        return term.in_months // every.in_months if whole else None
    whole = bool(every.days) and not every.weeks and not days % every.days and not 365 % every.days
    return days // every.days if whole else None
