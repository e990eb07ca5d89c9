"""What a loan or a card costs: payments, totals and the annual rate with all planned fees in it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.card import minimum_payment_figures
from ..figures.costs import Recurring, cost_over_time
from ..figures.figure import plain_money
from ..figures.loan import Schedule, pboc_2021_3_annual_rate, schedule, staged_schedule
from .charges import a_year, due


def loan(product: Any) -> Iterator[tuple[str, Figure]]:
    """`loan.first`, `loan.then`, `loan.last`, `loan.interest`, `loan.fees`, `loan.cost`, `loan.paid`,
    `cost.PERIOD`, `rate.irr`, `rate.simple`, for a loan with a plan of repayment and a rate."""
    plan = _plan(product)
    if plan is None:
        return
    per_year = 12 // product.loan.repayment.every.in_months
    upfront, yearly = _planned_fees(product)
    inputs = (("principal", str(plan.principal)), ("payments", str(plan.count)))
    fees = upfront + sum((one.amount_per_year for one in yearly), Decimal(0)) * plan.count / per_year
    sums = {
        "loan.first": (plan.payments[0], "the first payment of the plan"),
        "loan.last": (plan.payments[-1], "the last payment of the plan"),
        "loan.interest": (plan.total_interest, "sum of the interest in all payments"),
        "loan.fees": (fees, "fees at the start + fees a year × years"),
        "loan.cost": (plan.total_interest + fees, "interest + fees"),
        "loan.paid": (plan.total_paid + fees, "all payments + fees"),
    }
    for name, (value, equation) in sums.items():
        yield name, plain_money(name, value, equation, inputs)
    yield from _change(product, plan)
    yield from _paid_by_then(product, plan, per_year, upfront, yearly)
    a_period = sum((one.amount_per_year for one in yearly), Decimal(0)) / per_year
    payments = [payment + a_period for payment in plan.payments]
    irr, simple = pboc_2021_3_annual_rate(plan.principal, upfront, payments, per_year)
    yield "rate.irr", irr
    yield "rate.simple", simple


def _change(product: Any, plan: Schedule) -> Iterator[tuple[str, Figure]]:
    """`loan.then`: the first payment once an introductory rate has ended."""
    stages = _stages(product, product.loan.repayment)
    if len(stages) > 1:
        after = stages[0][1]
        inputs = (("principal", str(plan.principal)), ("payments before", str(after)))
        value = plan.payments[after]
        yield "loan.then", plain_money("then", value, "the first payment at the next rate", inputs)


def card(product: Any) -> Iterator[tuple[str, Figure]]:
    """`card.…`: how long it takes, and costs, to pay off the example amount by minimum payments."""
    terms = product.card
    buying = [r for r in product.rates or () if r.kind in ("purchase", "variable", "fixed") and r.rate]
    if not (product.example and buying and terms and terms.minimum_share):
        return
    try:
        for figure in minimum_payment_figures(
            product.example.amount,
            buying[0].rate.percent,
            terms.minimum_share.percent,
            terms.minimum_amount or Decimal(0),
            terms.interest_on_top,
        ):
            yield f"card.{figure.name}", figure
    except NotComputable:
        return


def _plan(product: Any) -> Schedule | None:
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
    for its own length, then the rate that the plan names (or the first one)."""
    charged = [r for r in product.rates or () if r.rate and r.side == "charged_to_you"]
    lasting = [r for r in charged if r.kind != "introductory"]
    if repayment.rate:
        lasting = [r for r in charged if r.id == repayment.rate]
    if not lasting:
        return ()
    opening = [r for r in charged if r.kind == "introductory" and r.length and r.length.in_months]
    first = opening[0].length.in_months // repayment.every.in_months if opening else 0
    if not 0 < first < repayment.count:
        return ((lasting[0].rate.percent, repayment.count),)
    return (
        (opening[0].rate.percent, first),
        (lasting[0].rate.percent, repayment.count - first),
    )


def _planned_fees(product: Any) -> tuple[Decimal, list[Recurring]]:
    amount = product.example.amount
    charged = [
        fee for fee in product.fees or ()
        if fee.status == "charged" and fee.of in ("principal", "balance", "amount_paid_in", None)
        and (fee.when != "periodic" or fee.every is not None)
    ]
    upfront = sum((due(f, amount) for f in charged if f.when == "entry"), Decimal(0))
    recurring = [f for f in charged if f.when in ("yearly", "monthly", "periodic")]
    return upfront, [Recurring(a_year(fee, amount), fee.id) for fee in recurring]


def _paid_by_then(
    product: Any, plan: Schedule, per_year: int, upfront: Decimal, yearly: list[Recurring]
) -> Iterator[tuple[str, Figure]]:
    for period in product.example.after:
        months = period.in_months
        if months is None or months * per_year % 12:
            continue
        made = plan.instalments[: months * per_year // 12]
        fees = cost_over_time(upfront, yearly, Decimal(0), period.in_years).value
        interest = sum((one.interest for one in made), Decimal(0))
        inputs = (("interest", str(interest)), ("fees", str(fees)))
        yield f"cost.{period}", plain_money("cost", interest + fees, "interest + fees so far", inputs)
