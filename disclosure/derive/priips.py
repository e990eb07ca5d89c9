"""A product becomes the figures of the European key information document: risk, scenarios and costs."""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.priips import Moments, value_at_risk, volatility_equivalent
from ..figures.rating import priips_mrm, priips_sri
from ..figures.rounding import half_up
from ..figures.scenarios import RULE as SCENARIOS
from ..figures.scenarios import window_months
from . import priips_costs

Named = Iterator[tuple[str, Figure]]
_HISTORY = 5
_MONTHLY = 12
_HIGHEST = 7


def figures(product: Any) -> Named:
    """All figures of the document by name, each of which is left out where its inputs are not stated.

    `priips.vev`, `priips.mrm`, `priips.sri` · `priips.window` the years of history that count ·
    `priips.SCENARIO.PERIOD.back` and `.yearly` · `priips.cost.PERIOD.total` and `.impact` ·
    `priips.before`, `priips.after` the yearly return without and with costs ·
    `priips.row.entry`, `.exit`, `.running`, `.transaction`, `.incidental` the costs of one year.
    """
    for part in (_risk, _window, _scenarios, priips_costs.figures):
        try:
            yield from part(product)
        except NotComputable:
            continue


def holding(product: Any) -> Decimal | None:
    """The recommended holding period in years, or None where nobody states one."""
    recommended = product.term.recommended if product.term else None
    return recommended.in_years if recommended else None


def _risk(product: Any) -> Named:
    stated = product.risk.sri if product.risk else None
    if stated is None:
        return
    yield from _from_moments(product)
    market = stated.market_risk
    if stated.volatility is not None and not _is_by_nature(product.priips):
        measure = _market(stated.volatility.percent, product.priips)
        yield "priips.mrm", measure
        market = int(measure.value)
    yield "priips.sri", priips_sri(market, stated.credit_risk)


def _is_by_nature(priips: Any) -> bool:
    """Category 1 has its measure by what the product is, not by its volatility. Source: Annex II point 4."""
    return priips is not None and priips.category == "1"


def _from_moments(product: Any) -> Named:
    given = product.priips.moments if product.priips else None
    years, a_year = holding(product), product.priips.prices_a_year if product.priips else None
    if given is None or not years or a_year is None:
        return
    of = Moments(given.volatility.percent / 100, given.skew, given.excess_kurtosis)
    periods = _periods(given.count, a_year, years)
    yield "priips.vev", volatility_equivalent(value_at_risk(of, periods).value, years)


def _periods(count: int | None, a_year: int, years: Decimal) -> int:
    """The trading periods of the holding period: in proportion to those observed in the five years that
    Annex II asks for, where about so many were; else by the calendar."""
    wanted = a_year * _HISTORY
    if count is not None and abs(count - wanted) * 10 <= wanted:
        return ceil(count * years / _HISTORY)
    return ceil(a_year * years)


def _market(volatility: Decimal, priips: Any) -> Figure:
    """The measure by its table, one class higher where prices are known by the month only.

    Source: Annex II point 8 with point 2.
    """
    found = priips_mrm(volatility)
    rare = priips and priips.prices_a_year is not None and priips.prices_a_year <= _MONTHLY
    if not rare or found.value == _HIGHEST:
        return found
    inputs = (*found.inputs, ("prices", "monthly"))
    equation = f"{found.equation}, and 1 for monthly prices"
    return Figure("mrm", found.value + 1, "level", inputs, equation, found.rounding, found.rule)


def _window(product: Any) -> Named:
    recommended = product.term.recommended if product.term else None
    months = recommended.in_months if recommended else None
    if months:
        inputs = (("recommended holding period", str(recommended)),)
        years = Decimal(window_months(months)) / 12
        equation = "10, or the holding period and 5 where it is longer than 5"
        yield "priips.window", Figure("window", years, "years", inputs, equation, "none", SCENARIOS)


def _scenarios(product: Any) -> Named:
    invested = product.example.amount if product.example else None
    for one in product.returns.scenarios if product.returns else ():
        name = f"priips.{one.name}.{one.after}"
        if one.gets_back is None and invested is not None:
            yield f"{name}.back", _back(one, invested)
        if yearly := _yearly(one, invested):
            yield f"{name}.yearly", yearly


def _back(one: Any, invested: Decimal) -> Figure:
    """The sum after costs, to the nearest ten, from its yearly return."""
    grown = invested * (1 + one.yearly.percent / 100) ** one.after.in_years
    inputs = (("invested", f"{invested:f}"), ("yearly", str(one.yearly)), ("after", str(one.after)))
    return Figure(
        "back", half_up(grown, -1), "money", inputs, "invested * (1 + yearly)^years", "half-up to tens", SCENARIOS
    )


def _yearly(one: Any, invested: Decimal | None) -> Figure | None:
    """The average yearly return, as stated or from the sum that is got back; nothing of a loss beyond all."""
    inputs: tuple[tuple[str, str], ...] = (("after", str(one.after)),)
    if one.yearly is not None:
        value, equation = one.yearly.percent, "as stated"
        inputs += (("yearly", str(one.yearly)),)
    elif invested and one.gets_back >= 0 and one.after.in_years:
        value = 100 * ((one.gets_back / invested) ** (1 / one.after.in_years) - 1)
        equation = "(gets back / invested)^(1 / years) - 1"
        inputs += (("gets back", f"{one.gets_back:f}"), ("invested", f"{invested:f}"))
    else:
        return None
    return Figure("yearly", value, "percent", inputs, equation, "half-up to 1 place", SCENARIOS)
