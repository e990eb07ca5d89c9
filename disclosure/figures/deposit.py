"""A deposit's amount, rate and term go in; interest in money and yields in percent come out."""

from decimal import Decimal
from typing import Literal

from disclosure.figures.figure import (
    Figure,
    NotComputable,
    at_least,
    finite,
    listed,
    more_than,
    plain_money,
)
from disclosure.figures.rounding import precisely

DayBase = Literal[360, 365]


@precisely
def simple_interest_days(
    principal: Decimal, annual_rate_pct: Decimal, days: int, day_base: DayBase
) -> Figure:
    """Simple interest in money for a number of days.

    Equation: principal * annual_rate_pct / 100 * days / day_base, the base being the days that the
    contract counts to a year. Rounding: half-up to 2 places at print. Rule: plain arithmetic.
    """
    finite(annual_rate_pct=annual_rate_pct)
    at_least(0, principal=principal, days=days)
    if day_base not in (360, 365):
        raise NotComputable("out_of_range", f"the day base is 360 or 365, not {day_base}")
    terms = listed(principal=principal, annual_rate_pct=annual_rate_pct, days=days)
    terms += listed(day_base=day_base)
    interest = principal * annual_rate_pct / 100 * days / day_base
    equation = "principal * annual_rate_pct / 100 * days / day_base"
    return plain_money("simple_interest", interest, equation, terms)


@precisely
def simple_interest_months(principal: Decimal, annual_rate_pct: Decimal, months: int) -> Figure:
    """Simple interest in money for whole months, twelve equal ones to a year.

    Equation: principal * annual_rate_pct / 100 * months / 12. Rounding: half-up to 2 places at
    print. Rule: plain arithmetic.
    """
    finite(annual_rate_pct=annual_rate_pct)
    at_least(0, principal=principal, months=months)
    terms = listed(principal=principal, annual_rate_pct=annual_rate_pct, months=months)
    interest = principal * annual_rate_pct / 100 * months / 12
    equation = "principal * annual_rate_pct / 100 * months / 12"
    return plain_money("simple_interest", interest, equation, terms)


@precisely
def compound_interest(
    principal: Decimal, annual_rate_pct: Decimal, periods: int, per_year: int
) -> Figure:
    """Interest in money after `periods`, when each period's interest is added to the principal.

    Equation: principal * ((1 + annual_rate_pct / 100 / per_year)^periods - 1). Rounding: half-up to
    2 places at print, not on the way. Rule: plain arithmetic.
    """
    finite(annual_rate_pct=annual_rate_pct)
    at_least(0, principal=principal, periods=periods)
    at_least(1, per_year=per_year)
    terms = listed(principal=principal, annual_rate_pct=annual_rate_pct, periods=periods)
    terms += listed(per_year=per_year)
    interest = principal * ((1 + annual_rate_pct / 100 / per_year) ** periods - 1)
    equation = "principal * ((1 + annual_rate_pct / 100 / per_year)^periods - 1)"
    return plain_money("compound_interest", interest, equation, terms)


@precisely
def effective_annual_rate(nominal_pct: Decimal, per_year: int | None) -> Figure:
    """The yearly rate in percent that a nominal rate comes to with compounding.

    Equation: 100 * ((1 + nominal_pct / 100 / per_year)^per_year - 1); with `per_year` None
    compounding is continuous: 100 * (exp(nominal_pct / 100) - 1). Rounding: half-up to 2 places at
    print. Rule: plain arithmetic.
    """
    finite(nominal_pct=nominal_pct)
    if per_year is None:
        growth, equation = (nominal_pct / 100).exp(), "100 * (exp(nominal_pct / 100) - 1)"
        inputs = listed(nominal_pct=nominal_pct, per_year="continuous")
        return _yield("ear_pct", growth, equation, inputs)
    at_least(1, per_year=per_year)
    more_than(-100 * per_year, nominal_pct=nominal_pct)
    growth = (1 + nominal_pct / 100 / per_year) ** per_year
    equation = "100 * ((1 + nominal_pct / 100 / per_year)^per_year - 1)"
    return _yield("ear_pct", growth, equation, listed(nominal_pct=nominal_pct, per_year=per_year))


@precisely
def us_reg_dd_apy(principal: Decimal, interest: Decimal, days: int) -> Figure:
    """The US annual percentage yield of a deposit, in percent.

    Equation: 100 * ((1 + interest / principal)^(365 / days) - 1), where `interest` is the money
    earned on `principal` over the term of `days`. Rounding: half-up to 2 places at print; a printed
    yield within 0.05 percentage point counts as accurate. Rule: 12 CFR 1030 Appendix A, Part I.
    """
    more_than(0, principal=principal)
    at_least(1, days=days)
    more_than(-principal, interest=interest)
    inputs = listed(principal=principal, interest=interest, days=days)
    growth = (1 + interest / principal) ** (Decimal(365) / days)
    equation = "100 * ((1 + interest / principal)^(365 / days) - 1)"
    return _yield("apy_pct", growth, equation, inputs, rule="12 CFR 1030 Appendix A, Part I")


def _yield(
    name: str,
    growth: Decimal,
    equation: str,
    inputs: tuple[tuple[str, str], ...],
    rule: str = "plain arithmetic",
) -> Figure:
    value, rounding = 100 * (growth - 1), "half-up to 2 places"
    return Figure(name, value, "percent", inputs, equation, rounding, rule)
