"""A loan's plan and fees become what each item adds to its annual cost, and what a late charge is in a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..figures import Figure
from ..figures.figure import listed, plain_money
from ..figures.loan import PBOC_RULE, Schedule
from ..figures.rounding import half_up
from ..quantity import Period
from .borrowing import annual_rate
from .planned import planned
from .price import a_year, due

_IF_IT_HAPPENS = {"event", "each_time"}
_AT_ITS_TIME = {"entry", "yearly", "monthly", "periodic", "exit"}
_SHARE = (
    "annual rate (IRR) with this item and those before it - annual rate with those before it; "
    "principal - upfront = sum(payment(k) / (1 + r)^k)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One fee in money over the life of a loan: at the start, with each payment, with the last one."""

    id: str
    upfront: Decimal = Decimal(0)
    each: Decimal = Decimal(0)
    last: Decimal = Decimal(0)


def figures(product: Any, plan: Schedule | None) -> Iterator[tuple[str, Figure]]:
    """`yearly.ID` of a charge by the day or month that only falls due if something happens, as a simple
    yearly rate; `annual.interest`, `annual.ID` what interest and each planned fee add to the annual
    cost, `total.ID` the fee in money over the life of the loan.

    The shares are parts of the rate by PBOC 2021 no. 3, in the order of the definition, so that they
    add up to the whole: the rule annualises the cost of the loan, the listing of items is 金规〔2026〕2号.
    """
    yield from _if_it_happens(product)
    fees = planned(product)
    if plan and fees and not fees.uncounted:
        per_year = 12 // product.loan.repayment.every.in_months
        known = tuple(items(product, per_year))
        yield from _shares(plan, per_year, known)
        for item in known:
            total = item.upfront + item.each * plan.count + item.last
            inputs = (("upfront", str(item.upfront)), ("each", str(item.each)), ("last", str(item.last)))
            yield f"total.{item.id}", plain_money(item.id, total, "upfront + each × payments + last", inputs)


def _if_it_happens(product: Any) -> Iterator[tuple[str, Figure]]:
    for fee in product.fees or ():
        charged = fee.when in _IF_IT_HAPPENS and fee.status == "charged" and fee.rate and fee.every
        times = _times_a_year(fee.every) if charged and not fee.rate_up_to else None
        if times:
            inputs = (("rate", str(fee.rate)), ("every", str(fee.every)))
            yield f"yearly.{fee.id}", Figure(
                fee.id, fee.rate.percent * times, "percent", inputs,
                "rate × 365 ÷ days, or × 12 ÷ months", "half-up to 2 places", PBOC_RULE,
            )  # fmt: skip


def _times_a_year(every: Period) -> Decimal | None:
    if every.in_months:
        return Decimal(12) / every.in_months
    days = 7 * every.weeks + every.days
    return Decimal(365) / days if days else None


def items(product: Any, per_year: int) -> Iterator[Item]:
    """The planned fees of a loan in money on the typical amount. Raises NotComputable."""
    amount = product.example.amount
    for fee in product.fees:
        if fee.status != "charged" or fee.when not in _AT_ITS_TIME:
            continue
        if fee.when == "entry":
            yield Item(fee.id, upfront=due(fee, amount))
        elif fee.when == "exit":
            yield Item(fee.id, last=due(fee, amount))
        else:
            yield Item(fee.id, each=a_year(fee, amount) / per_year)


def _shares(plan: Schedule, per_year: int, known: tuple[Item, ...]) -> Iterator[tuple[str, Figure]]:
    before = _rate(plan, per_year, ())
    inputs = listed(principal=plan.principal, payments=plan.payments)
    yield "annual.interest", _share("interest", before, inputs)
    for index, item in enumerate(known):
        rate = _rate(plan, per_year, known[: index + 1])
        told = (*inputs, ("with it", f"{rate}%"), ("without it", f"{before}%"))
        yield f"annual.{item.id}", _share(item.id, rate - before, told)
        before = rate


def _rate(plan: Schedule, per_year: int, counted: tuple[Item, ...]) -> Decimal:
    """The annual rate with these fees, rounded here: only differences of printed rates add up in print."""
    each = sum((item.each for item in counted), Decimal(0))
    payments = [payment + each for payment in plan.payments]
    payments[-1] += sum((item.last for item in counted), Decimal(0))
    upfront = sum((item.upfront for item in counted), Decimal(0))
    return half_up(annual_rate(plan.principal, upfront, tuple(payments), per_year)[0].value, 2)


def _share(name: str, value: Decimal, inputs: tuple[tuple[str, str], ...]) -> Figure:
    rounding = "each annual rate half-up to 2 places"
    return Figure(name, value, "percent", inputs, _SHARE, rounding, PBOC_RULE)
