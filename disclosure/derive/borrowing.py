"""What a loan or a card costs: payments, totals and the annual rate with all planned fees in it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.card import minimum_payment_figures
from ..figures.figure import plain_money
from ..figures.loan import Schedule, pboc_2021_3_annual_rate, schedule, staged_schedule
from .planned import Planned, planned
from .price import due

_LASTING = {"fixed", "variable", "floating"}
_EQUATIONS = {
    "equal_payment": "balance * i / (1 - (1 + i)^-payments left), i = rate / payments a year",
    "equal_principal": "principal / payments + balance * i, i = rate / payments a year",
    "interest_only": "balance * i, and the principal with the last; i = rate / payments a year",
    "bullet": "principal * (1 + i * payments), i = rate / payments a year",
}


def loan(product: Any, plan: Schedule | None) -> Iterator[tuple[str, Figure]]:
    """`loan.first`, `loan.then`, `loan.last`, `loan.interest`; where no fee is unknown also `loan.fees`,
    `loan.cost`, `loan.paid`, `rate.irr`, `rate.simple`; for a loan with a plan of payments."""
    if plan is None:
        return
    inputs, equation = _terms(product, plan), _EQUATIONS[product.loan.repayment.type]
    paid = [payment for payment in plan.payments if payment]
    yield "loan.first", plain_money("first", paid[0], f"the first payment: {equation}", inputs)
    yield "loan.last", plain_money("last", paid[-1], f"the last payment clears the balance: {equation}", inputs)
    interest = plan.total_interest
    yield "loan.interest", plain_money("interest", interest, f"sum of all payments - principal: {equation}", inputs)
    yield from _change(product, plan)
    fees = planned(product)
    if fees and not fees.uncounted:
        yield from _with_fees(product, plan, fees)


def _terms(product: Any, plan: Schedule) -> tuple[tuple[str, str], ...]:
    """What a plan of payments was worked out from."""
    repayment = product.loan.repayment
    stages = "; ".join(f"{rate}% a year for {count}" for rate, count in _stages(product, repayment))
    return (
        ("principal", str(plan.principal)), ("payments", str(plan.count)),
        ("payments a year", str(12 // repayment.every.in_months)), ("rate", stages),
    )  # fmt: skip


def _with_fees(product: Any, plan: Schedule, fees: Planned) -> Iterator[tuple[str, Figure]]:
    per_year = 12 // product.loan.repayment.every.in_months
    end = sum((due(fee, product.example.amount) for fee in fees.exits), Decimal(0))
    total = fees.entry + fees.a_year * plan.count / per_year + end
    inputs = (("interest", str(plan.total_interest)), ("fees", str(total)))
    equation = "fees at the start + fees a year × years + fees at the end"
    yield "loan.fees", plain_money("fees", total, equation, inputs)
    cost = plan.total_interest + total
    yield "loan.cost", plain_money("cost", cost, "interest + fees", inputs)
    yield "loan.paid", plain_money("paid", plan.total_paid + total, "all payments + fees", inputs)
    payments = [payment + fees.a_year / per_year for payment in plan.payments]
    payments[-1] += end
    irr, simple = annual_rate(plan.principal, fees.entry, tuple(payments), per_year)
    yield "rate.irr", irr
    yield "rate.simple", simple


@lru_cache(maxsize=32)
def annual_rate(
    principal: Decimal, upfront: Decimal, payments: tuple[Decimal, ...], per_year: int
) -> tuple[Figure, Figure]:
    """The annual rate by PBOC 2021 no. 3, compound and simple; kept, as several figures rest on it."""
    return pboc_2021_3_annual_rate(principal, upfront, payments, per_year)


def _change(product: Any, plan: Schedule) -> Iterator[tuple[str, Figure]]:
    """`loan.then`: the first payment once an introductory rate has ended."""
    stages = _stages(product, product.loan.repayment)
    if len(stages) > 1:
        after = stages[0][1]
        inputs = (("principal", str(plan.principal)), ("payments before", str(after)))
        value = plan.payments[after]
        yield "loan.then", plain_money("then", value, "the first payment at the next rate", inputs)


def card(product: Any) -> Iterator[tuple[str, Figure]]:
    """`card.…`: how long it takes, and costs, to pay off the example amount by minimum payments, or
    `card.never`, the minimum share, where they never pay it off."""
    terms = product.card
    buying = [r for r in product.rates or () if r.kind == "purchase"] or [
        r for r in product.rates or () if r.kind in _LASTING
    ]
    stated = len(buying) == 1 and buying[0].rate and not buying[0].rate_up_to
    if not (product.example and stated and terms and terms.minimum_share):
        return
    share = terms.minimum_share.percent
    try:
        for figure in minimum_payment_figures(
            product.example.amount,
            buying[0].rate.percent,
            share,
            terms.minimum_amount or Decimal(0),
            terms.interest_on_top,
        ):
            yield f"card.{figure.name}", figure
    except NotComputable as error:
        if error.reason == "never_repaid":
            inputs = (("rate", str(buying[0].rate)), ("share", f"{share}%"))
            yield "card.never", Figure(
                "never", share, "percent", inputs, error.text, "as stated", "plain arithmetic"
            )


def payment_plan(product: Any) -> Schedule | None:
    """Every payment on the typical amount; None where the stated terms give no plan."""
    repayment = product.loan and product.loan.repayment
    stages = _stages(product, repayment) if repayment and product.example else ()
    if not stages or 12 % repayment.every.in_months:
        return None
    per_year = 12 // repayment.every.in_months
    try:
        if len(stages) == 1:
            rate, count = stages[0]
            return schedule(product.example.amount, rate, count, per_year, repayment.type)
        return staged_schedule(product.example.amount, stages, per_year, repayment.type)
    except NotComputable:
        return None


def _stages(product: Any, repayment: Any) -> tuple[tuple[Decimal, int], ...]:
    """The yearly rates of the plan with the number of payments each holds for: an introductory rate
    for its own length, then the rate that the plan names. Without a name there must be only one
    lasting rate; a rate that may be higher gives none."""
    charged = [r for r in product.rates or () if r.rate and r.side == "charged_to_you"]
    lasting = [r for r in charged if r.kind in _LASTING]
    if repayment.rate:
        lasting = [r for r in charged if r.id == repayment.rate]
    opening = [r for r in charged if r.kind == "introductory" and r.length and r.length.in_months]
    if len(lasting) != 1 or any(r.rate_up_to for r in (*lasting, *opening)):
        return ()
    first = opening[0].length.in_months // repayment.every.in_months if opening else 0
    if not 0 < first < repayment.count:
        return ((lasting[0].rate.percent, repayment.count),)
    return (
        (opening[0].rate.percent, first),
        (lasting[0].rate.percent, repayment.count - first),
    )
