"""The fees of a product become the two cost tables of the European key information document."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.cost_impact import RULE, Costs, costs_over_time
from ..figures.figure import listed
from ..figures.rounding import half_up, precisely
from ..product import Fee
from ..quantity import Period
from .planned import planned
from .price import a_year, days, due

Named = Iterator[tuple[str, Figure]]
ROWS = ("entry", "exit", "running", "transaction", "incidental")
_YEARLY = ("yearly", "monthly", "periodic")
_ONE_YEAR = Period(years=1)
_ROW_EQUATIONS = {"entry": "invested * entry", "exit": "value after one year * exit"}


def row(fee: Fee, product: Any) -> str:
    """The row of the second table that a fee belongs to: one of ROWS, or nothing for other fees."""
    if fee.when in ("entry", "exit"):
        return fee.when
    if fee.when not in _YEARLY:
        return ""
    priips = product.priips
    if fee.of == "profit" or priips and fee.id in priips.incidental:
        return "incidental"
    return "transaction" if priips and fee.id in priips.transaction else "running"


def figures(product: Any) -> Named:
    """`priips.cost.…`, `priips.before`, `priips.after` and `priips.row.…`.

    Raises NotComputable where a fee cannot be counted: a total without it would be too low.
    """
    known = shares(product)
    if known is None:
        return
    for after in product.example.after:
        yield from _over_time(product, known, after)
    yield from _rows(product, known)


@dataclass(frozen=True, slots=True)
class Shares:
    """What each row takes, in percent: of the money paid in, of the value a year, and on leaving."""

    invested: Decimal
    entry: Decimal
    yearly: dict[str, Decimal]
    exits: tuple[Fee, ...]

    def leaving(self, after: Period) -> Decimal:
        """The costs of leaving after a time, in percent of the money paid out."""
        held = days(after)
        return sum((due(fee, self.invested, held) for fee in self.exits), Decimal(0)) / self.invested * 100

    def costs(self, after: Period) -> Costs:
        """The costs of leaving after a time, as the computation knows them."""
        return Costs(self.entry, sum(self.yearly.values(), Decimal(0)), self.leaving(after))


def shares(product: Any) -> Shares | None:
    """The shares of an investment with stated fees and an example amount; None without them.

    Raises NotComputable where a fee cannot be counted.
    """
    if not product.example or product.fees is None or not product.priips:
        return None
    invested, average = product.example.amount, product.priips.incidental_average
    averaged = {fee.id for fee in product.fees if average is not None and row(fee, product) == "incidental"}
    _demand_counted(product, averaged)
    counted = [
        fee for fee in product.fees
        if fee.status == "charged" and row(fee, product) and fee.id not in averaged
    ]  # fmt: skip
    yearly = dict.fromkeys(ROWS[2:], Decimal(0))
    for fee in counted:
        if fee.when in _YEARLY:
            yearly[row(fee, product)] += 100 * a_year(fee, invested) / invested
    yearly["incidental"] += average.percent if average is not None else 0
    entry = sum((due(fee, invested) for fee in counted if fee.when == "entry"), Decimal(0))
    exits = tuple(fee for fee in counted if fee.when == "exit")
    return Shares(invested, 100 * entry / invested, yearly, exits)


def _demand_counted(product: Any, averaged: set[str]) -> None:
    fees = planned(product)
    missing = [name for name in fees.uncounted if name not in averaged] if fees else []
    if missing:
        raise NotComputable("missing_input", f"not to be counted: {', '.join(missing)}")


def _over_time(product: Any, of: Shares, after: Period) -> Named:
    years = after.in_years
    net = _net_return(product, after)
    if net is None or years != int(years) or years < 1:
        return
    costs = of.costs(after)
    gross = _growth(costs, net, int(years))
    _, _, impact, total = costs_over_time(of.invested, costs, gross, int(years))
    yield f"priips.cost.{after}.total", _whole(total)
    yield f"priips.cost.{after}.impact", impact
    if after == product.term.recommended:
        inputs = (*impact.inputs, ("net_return_pct", f"{net:f}"))
        yield "priips.before", _percent("before", gross, inputs, "growth without costs that gives the net return")
        yield "priips.after", _percent("after", net, inputs, "moderate scenario")


def _net_return(product: Any, after: Period) -> Decimal | None:
    """The yearly return after costs that the table assumes: nothing in a first year that is not the
    whole holding period, else the moderate scenario. Rule: Annex VII."""
    recommended = product.term.recommended if product.term else None
    if recommended is None:
        return None
    if after == _ONE_YEAR and recommended != after:
        return Decimal(0)
    found = [s for s in (product.returns.scenarios if product.returns else ())
             if s.name == "moderate" and s.after in (after, recommended)]
    exact = [s for s in found if s.after == after] or found
    if not exact:
        return None
    return _stated_yearly(exact[0], product.example.amount)


@precisely
def _stated_yearly(one: Any, invested: Decimal) -> Decimal | None:
    if one.yearly is not None:
        return one.yearly.percent
    if one.gets_back is None or one.gets_back <= 0:
        return None
    return 100 * ((one.gets_back / invested) ** (1 / one.after.in_years) - 1)


@precisely
def _growth(costs: Costs, net: Decimal, years: int) -> Decimal:
    """The growth without costs, in percent a year, that leaves the net return."""
    once = (1 - costs.entry_pct / 100) * (1 - costs.exit_pct / 100)
    if once <= 0 or costs.ongoing_pct >= 100:
        raise NotComputable("out_of_range", "the costs take everything")
    return 100 * ((1 + net / 100) / (1 - costs.ongoing_pct / 100) / once ** (Decimal(1) / years) - 1)


def _rows(product: Any, of: Shares) -> Named:
    """The money each row takes if the customer leaves after one year; a row of which no fee is stated,
    not even that there is none, has no figure."""
    net = _net_return(product, _ONE_YEAR)
    if net is None or product.term.recommended.in_years < 1:
        return
    money, inputs = _first_year(of, net)
    stated = {row(fee, product) for fee in product.fees}
    if product.priips.incidental_average is not None:
        stated.add("incidental")
    for name in (one for one in ROWS if one in stated):
        equation = _ROW_EQUATIONS.get(name, "share of the row * value at the end of the year")
        value = half_up(money[name], 0)
        yield f"priips.row.{name}", Figure(name, value, "money", inputs, equation, "half-up to 0 places", RULE)


@precisely
def _first_year(of: Shares, net: Decimal) -> tuple[dict[str, Decimal], tuple[tuple[str, str], ...]]:
    """What each row takes in a year that ends with the net return, and what that was worked out from."""
    costs = of.costs(_ONE_YEAR)
    grown = of.invested * (1 - costs.entry_pct / 100) * (1 + _growth(costs, net, 1) / 100)
    left = grown * (1 - costs.ongoing_pct / 100)
    money = {"entry": of.invested * of.entry / 100, "exit": left * costs.exit_pct / 100}
    money |= {name: grown * share / 100 for name, share in of.yearly.items()}
    return money, listed(
        invested=of.invested, entry_pct=costs.entry_pct, ongoing_pct=costs.ongoing_pct,
        exit_pct=costs.exit_pct, net_return_pct=net,
    )  # fmt: skip


def _whole(figure: Figure) -> Figure:
    return Figure(
        figure.name, half_up(figure.value, 0), "money", figure.inputs, figure.equation, "half-up to 0 places", RULE
    )


def _percent(name: str, value: Decimal, inputs: tuple[tuple[str, str], ...], equation: str) -> Figure:
    return Figure(name, value, "percent", inputs, equation, "half-up to 1 place", RULE)
