"""A fee as defined becomes money: on a base amount, once or in a year."""

from decimal import Decimal

from ..figures import NotComputable
from ..figures.fees import Step, Tariff, charge
from ..product import Fee
from ..quantity import Period


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
