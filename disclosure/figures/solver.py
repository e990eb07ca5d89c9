"""Cash flows in time go in; the one rate at which they are worth nothing together comes out."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from disclosure.figures.figure import NotComputable
from disclosure.figures.rounding import half_up, precisely

LOWEST = Decimal("-0.99")
HIGHEST = Decimal("1e9")
PLACES = 30
_STEP = Decimal("1e-40")
_FIRST = Decimal(1) / 64  # most rates are of a month

Flow = tuple[Decimal, Decimal]
Worth = Callable[[Decimal], tuple[Decimal, Decimal]]


@precisely
def internal_rate(flows: Sequence[Flow]) -> Decimal:
    """The rate r, as a fraction per unit of time, with sum(amount * (1 + r)^-time) = 0.

    Each flow is (time, amount); amounts at one time are added up first. The result is correct to
    30 decimals and exactly 0 where the amounts add up to 0. Raises NotComputable where the
    amounts change sign never (no rate) or more than once (several rates are possible, choosing
    one would be a guess), and where the rate is below -99 % or above 10^9.
    """
    amounts = _by_time(flows)
    each = _each_period(amounts)
    if each:
        return rate_of(list(amounts.values()), lambda rate: _worth_by_period(each, rate))
    return rate_of(list(amounts.values()), lambda rate: _worth(amounts, rate))


@precisely
def rate_of(amounts: Sequence[Decimal], worth: Worth) -> Decimal:
    """The rate at which `worth` is 0, to 30 decimals; exactly 0 where the amounts add up to 0.

    `amounts` stand in the order of time. `worth` gives the present value of all at a rate, and its
    derivative; at rate 0 it is their sum. Raises NotComputable as `internal_rate` does.
    """
    _demand_one_sign_change(amounts)
    total = sum(amounts, Decimal(0))
    if total == 0:
        return Decimal(0)
    # To the right of the root the flow that comes first decides the sign, to the left the last.
    rises = amounts[0] > 0
    low, high = _bracket(worth, rises, below_zero=(total > 0) == rises)
    return half_up(_root(worth, low, high, rises), PLACES)


def _by_time(flows: Sequence[Flow]) -> dict[Decimal, Decimal]:
    amounts: dict[Decimal, Decimal] = {}
    for time, amount in sorted(flows):
        amounts[time] = amounts.get(time, Decimal(0)) + amount
    return {time: amount for time, amount in amounts.items() if amount != 0}


def _demand_one_sign_change(amounts: Sequence[Decimal]) -> None:
    changes = sum((a > 0) != (b > 0) for a, b in pairwise(amounts))
    if changes == 0:
        raise NotComputable("no_sign_change", "money goes only one way, so there is no rate")
    if changes > 1:
        raise NotComputable(
            "several_sign_changes",
            f"the cash flows change sign {changes} times, so that more than one rate may fit",
        )


def _bracket(worth: Worth, rises: bool, below_zero: bool) -> tuple[Decimal, Decimal]:
    if not below_zero:
        return _above_zero(worth, rises)
    at_lowest = worth(LOWEST)[0]
    if at_lowest != 0 and (at_lowest > 0) == rises:
        raise NotComputable("rate_out_of_range", "the rate is below -99 % a period")
    return LOWEST, Decimal(0)


def _above_zero(worth: Worth, rises: bool) -> tuple[Decimal, Decimal]:
    low, high = Decimal(0), _FIRST
    while (worth(high)[0] > 0) != rises:
        low, high = high, 4 * high
        if high > HIGHEST:
            raise NotComputable("rate_out_of_range", f"the rate a period is above {HIGHEST}")
    return low, high


def _each_period(amounts: Mapping[Decimal, Decimal]) -> tuple[Decimal, ...]:
    """The amount of every period, the last one first; nothing where a time is no period or most are empty."""
    last = max(amounts, default=Decimal(0))
    if min(amounts, default=Decimal(-1)) < 0 or last > 4 * len(amounts) or any(time % 1 for time in amounts):
        return ()
    return tuple(amounts.get(Decimal(time), Decimal(0)) for time in range(int(last), -1, -1))


def _worth_by_period(each: Sequence[Decimal], rate: Decimal) -> tuple[Decimal, Decimal]:
    """As `_worth`, by Horner's rule in the discount of one period: half the work."""
    once = 1 / (1 + rate)
    worth = slope = Decimal(0)
    for amount in each:
        slope = slope * once + worth
        worth = worth * once + amount
    return worth, -slope * once * once


def _worth(amounts: Mapping[Decimal, Decimal], rate: Decimal) -> tuple[Decimal, Decimal]:
    """The present value at `rate`, and its derivative by the rate; `amounts` in the order of time."""
    growth = 1 + rate
    once, discount, before = 1 / growth, Decimal(1), Decimal(0)
    worth = weighed = Decimal(0)
    for time, amount in amounts.items():
        gap = time - before
        discount *= once if gap == 1 else growth**-gap
        part = amount * discount
        worth += part
        weighed += time * part
        before = time
    return worth, -weighed * once


def _root(worth: Worth, low: Decimal, high: Decimal, rises: bool) -> Decimal:
    # Newton's step where it stays inside the bracket and at least halves the last step, else the
    # middle of the bracket: as fast as the one, as sure as the other.
    rate, last_step = (low + high) / 2, high - low
    while abs(last_step) > _STEP * max(Decimal(1), abs(rate)):
        value, slope = worth(rate)
        if value == 0:
            return rate
        low, high = (rate, high) if (value < 0) == rises else (low, rate)
        step = -value / slope if slope else high - low
        if not low <= rate + step <= high or abs(step) > abs(last_step) / 2:
            step = (low + high) / 2 - rate
        rate, last_step = rate + step, step
    return rate
