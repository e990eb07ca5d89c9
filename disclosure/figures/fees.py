"""A tariff and the amount it is charged on go in; the fee in money comes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, get_args

from disclosure.figures.figure import NotComputable, at_least
from disclosure.figures.rounding import precisely

Combine = Literal["sum", "greater", "lesser"]
Mode = Literal["slice", "whole"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a stepped tariff: the price up to a bound.

    `up_to` is the upper bound in money, or in whatever the tariff measures (None: no bound),
    `rate` is in percent, `amount` in money. At least one of the two prices is given.
    """

    up_to: Decimal | None = None
    rate: Decimal | None = None
    amount: Decimal | None = None

    def __post_init__(self) -> None:
        if self.rate is None and self.amount is None:
            raise NotComputable("missing_input", "a step has neither a rate nor an amount")
        _demand_no_negative(self)


@dataclass(frozen=True, slots=True)
class Tariff:
    """How a fee is priced: a rate in percent, an amount in money, or steps; never rate and steps.

    `combine` says what happens where a rate stands beside an amount: both are added, or the
    greater or the lesser of the two is charged. With `steps`, `mode` must be stated: "slice"
    charges each slice of the base by its own step, "whole" charges the whole base by the step
    it falls in. `inclusive` says where a base exactly equal to a bound belongs: to the lower step
    (True, "up to and including") or to the upper one (False, "below"). `minimum` and `maximum`,
    in money, are applied last. Raises NotComputable (`bad_tariff`, `missing_input`).
    """

    rate: Decimal | None = None
    amount: Decimal | None = None
    combine: Combine = "sum"
    steps: tuple[Step, ...] = ()
    mode: Mode | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    inclusive: bool = True

    def __post_init__(self) -> None:
        if self.combine not in get_args(Combine) or self.mode not in (None, *get_args(Mode)):
            raise NotComputable("bad_tariff", f"unknown: {self.combine} or {self.mode}")
        if self.steps:
            _demand_steps(self)
        elif self.rate is None and self.amount is None:
            raise NotComputable("missing_input", "the tariff states no price")
        _demand_no_negative(self)
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise NotComputable("bad_tariff", "the minimum is above the maximum")


def _demand_no_negative(price: Step | Tariff) -> None:
    stated = {"rate": price.rate, "amount": price.amount}
    at_least(0, **{name: value for name, value in stated.items() if value is not None})


def _demand_steps(tariff: Tariff) -> None:
    if tariff.rate is not None or tariff.amount is not None:
        raise NotComputable("bad_tariff", "a stepped tariff has its prices in the steps")
    if tariff.mode is None:
        raise NotComputable("missing_input", "the mode of the steps is missing: slice or whole")
    *bounded, _ = [step.up_to for step in tariff.steps]
    if None in bounded:
        raise NotComputable("bad_tariff", "only the last step may be without a bound")
    bounds = [step.up_to for step in tariff.steps if step.up_to is not None]
    if any(high <= low for low, high in pairwise([Decimal(0), *bounds])):
        raise NotComputable("bad_tariff", "the bounds of the steps must rise, from above 0")


@precisely
def charge(tariff: Tariff, base: Decimal, measured: Decimal | None = None) -> Decimal:
    """The fee in money on `base`, unrounded.

    Flat: fee = base * rate / 100 (sum, greater or lesser) amount.
    Whole: the same with the rate and amount of the step that the base falls in.
    Slice: the same for each slice up to the base, added up. A slice's amount is charged once for
    each step reached; the first step is reached by a base of 0 too.
    `measured`, in "whole" mode, is what the bounds are compared with where that is not the base:
    the days held for a redemption fee. Then minimum and maximum apply.
    Raises NotComputable for a negative base and for one beyond the last bound.
    Rule: plain arithmetic on the stated tariff.
    """
    at_least(0, base=base)
    if measured is not None:
        at_least(0, measured=measured)
    fee = _stepped(tariff, base, measured) if tariff.steps else _priced(tariff, tariff, base)
    if tariff.minimum is not None:
        fee = max(fee, tariff.minimum)
    return fee if tariff.maximum is None else min(fee, tariff.maximum)


def _stepped(tariff: Tariff, base: Decimal, measured: Decimal | None) -> Decimal:
    if tariff.mode == "whole":
        step = tariff.steps[_place(tariff, base if measured is None else measured)]
        return _priced(tariff, step, base)
    if measured is not None:
        raise NotComputable("bad_tariff", "slices are cut from the base, not from a measure")
    return sum((_priced(tariff, step, part) for step, part in _slices(tariff, base)), Decimal(0))


def _place(tariff: Tariff, measured: Decimal) -> int:
    for index, step in enumerate(tariff.steps):
        if step.up_to is None or measured < step.up_to:
            return index
        if tariff.inclusive and measured == step.up_to:
            return index
    raise NotComputable("beyond_steps", f"the tariff states no price for {measured}")


def _slices(tariff: Tariff, base: Decimal) -> Iterator[tuple[Step, Decimal]]:
    below = Decimal(0)
    for step in tariff.steps[: _place(tariff, base) + 1]:
        top = base if step.up_to is None else min(base, step.up_to)
        yield step, top - below
        below = top


def _priced(tariff: Tariff, price: Tariff | Step, base: Decimal) -> Decimal:
    parts = [] if price.rate is None else [base * price.rate / 100]
    parts += [] if price.amount is None else [price.amount]
    if tariff.combine == "sum":
        return sum(parts, Decimal(0))
    return max(parts) if tariff.combine == "greater" else min(parts)
