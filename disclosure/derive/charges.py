"""Fees in money on the typical amount, and what they come to over time."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.costs import Recurring, cost_over_time
from ..figures.fees import Step, Tariff, charge
from ..figures.figure import plain_money
from ..product import Fee
from ..quantity import Period

UNIT = Decimal(1000)
_ON_EXAMPLE = {"amount_paid_in", "amount_taken_out", "balance", "net_assets", "principal", None}
_YEARLY = {"yearly", "monthly", "periodic"}


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`unit`, `fees.ID`, `entry`, `yearly` and `cost.PERIOD` of a product with stated fees."""
    yield "unit", plain_money("unit", UNIT, "a round sum chosen for comparison", ())
    for fee in product.fees or ():
        figure = _in_money(fee, product)
        if figure is not None:
            yield f"fees.{fee.id}", figure
    if product.fees is not None and product.example and product.kind in ("deposit", "wealth", "fund"):
        yield from _over_time(product)


def tariff(fee: Fee) -> Tariff:
    """The price of a fee as the computations know it."""
    steps = fee.tiers.steps if fee.tiers else ()
    by_time = bool(fee.tiers and fee.tiers.by == "time_held")
    return Tariff(
        rate=None if steps else fee.rate and fee.rate.percent,
        amount=None if steps else fee.amount,
        combine=fee.combine,
        steps=tuple(
            Step(days(step.held_up_to) if by_time else step.up_to,
                 step.rate and step.rate.percent, step.amount)
            for step in steps
        ),
        mode=fee.tiers.mode if fee.tiers else None,
        minimum=fee.minimum,
        maximum=fee.maximum,
        inclusive=bool(fee.tiers) and not by_time and fee.tiers.bound == "up_to",
    )


def days(period: Period | None) -> Decimal | None:
    """A length of time in days, a year being 365 of them."""
    return None if period is None else period.in_years * 365


def due(fee: Fee, base: Decimal, held: Decimal | None = None) -> Decimal:
    """A fee in money on a base amount, after `held` days. Raises NotComputable where the fee depends
    on a time that is not known, or is stated as a range."""
    by_time = fee.tiers is not None and fee.tiers.by == "time_held"
    if by_time and held is None:
        raise NotComputable("missing_input", f"{fee.id} depends on the time held")
    if fee.rate_up_to is not None:
        raise NotComputable("missing_input", f"{fee.id} is a range")
    return charge(tariff(fee), base, held if by_time else None)


def a_year(fee: Fee, base: Decimal) -> Decimal:
    """What a recurring fee comes to in a year on a base amount. Raises NotComputable."""
    months = fee.every.in_months if fee.every else None
    times = {"yearly": Decimal(1), "monthly": Decimal(12)}.get(fee.when)
    if times is None and not fee.every.in_years:
        raise NotComputable("out_of_range", f"{fee.id} falls due after no time at all")
    if times is None:
        times = Decimal(12) / months if months else 1 / fee.every.in_years
    return due(fee, base) * times


def _certain(fee: Fee) -> bool:
    """Whether a fee is sure to fall due, on the amount itself, and how often is known."""
    often = fee.when != "periodic" or fee.every is not None
    return fee.status == "charged" and fee.of in _ON_EXAMPLE and often


def _in_money(fee: Fee, product: Any) -> Figure | None:
    by_amount = fee.tiers is not None and fee.tiers.by == "amount"
    if fee.status != "charged" or fee.rate_up_to or not (fee.rate or by_amount):
        return None
    on_example = fee.of in _ON_EXAMPLE and product.example
    if by_amount and not on_example:
        return None
    base = product.example.amount if on_example else UNIT
    price = "its steps" if by_amount else str(fee.rate)
    inputs = (("base", str(base)), ("rate", price), ("amount", str(fee.amount or 0)))
    try:
        value = charge(tariff(fee), base)
    except NotComputable:
        return None
    return plain_money(fee.id, value, "base × rate, with its amount, minimum and maximum", inputs)


def _over_time(product: Any) -> Iterator[tuple[str, Figure]]:
    charged = [fee for fee in product.fees if _certain(fee)]
    if any(fee.currency not in (None, product.currency) for fee in charged):
        return
    amount = product.example.amount
    entry = sum((due(f, amount) for f in charged if f.when == "entry"), Decimal(0))
    yearly = [Recurring(a_year(f, amount), f.id) for f in charged if f.when in _YEARLY]
    exits = [fee for fee in charged if fee.when == "exit"]
    for period in product.example.after:
        leaving = sum((due(f, amount, days(period)) for f in exits), Decimal(0))
        yield f"cost.{period}", cost_over_time(entry, yearly, leaving, period.in_years)
