"""Fees in money on the typical amount, and what they come to over time."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.break_even import break_even_growth
from ..figures.costs import cost_over_time
from ..figures.figure import plain_money
from ..product import Fee
from .planned import ON_AMOUNT, Planned, planned
from .price import due

UNIT = Decimal(1000)


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`unit`, `fees.ID`, `cost.PERIOD` and, of an investment, `even.PERIOD` of a product with stated fees."""
    yield "unit", plain_money("unit", UNIT, "a round sum chosen for comparison", ())
    for fee in product.fees or ():
        figure = _in_money(fee, product)
        if figure is not None:
            yield f"fees.{fee.id}", figure
    fees = planned(product)
    if fees and fees.known and product.kind in ("deposit", "wealth", "fund"):
        yield from _over_time(product, fees)


def _in_money(fee: Fee, product: Any) -> Figure | None:
    """A rate in money: on the example amount where it is a rate of that, else on a round sum, where
    the fee is in proportion to it."""
    ours = fee.currency in (None, product.currency)
    by_time = fee.tiers is not None and fee.tiers.by == "time_held"
    if fee.status != "charged" or by_time or not (fee.rate or fee.tiers):
        return None
    on_example = product.example is not None and fee.of in ON_AMOUNT and ours
    in_proportion = not (fee.tiers or fee.amount or fee.minimum or fee.maximum)
    if not on_example and not in_proportion:
        return None
    base = product.example.amount if on_example else UNIT
    inputs = (("base", str(base)), ("rate", str(fee.rate or "its steps")), ("amount", str(fee.amount or 0)))
    try:
        value = due(fee, base)
    except NotComputable:
        return None
    return plain_money(fee.id, value, "base × rate, with its amount, minimum and maximum", inputs)


def _over_time(product: Any, fees: Planned) -> Iterator[tuple[str, Figure]]:
    amount = product.example.amount
    for period in product.example.after:
        leaving = fees.leaving(amount, period)
        yield f"cost.{period}", cost_over_time(fees.entry, fees.yearly, leaving, period.in_years)
        if product.kind != "deposit" and (fees.entry or fees.a_year or leaving):
            yield f"even.{period}", break_even_growth(amount, fees.entry, fees.a_year, leaving, period.in_years)
