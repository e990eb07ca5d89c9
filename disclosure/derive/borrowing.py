"""What a loan or a card costs: payments, totals and the annual rate with all planned fees in it."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    fees = _planned_fees(product)
    all_fees = fees.entry + fees.a_year * plan.count / per_year + fees.end
    inputs = (("principal", str(plan.principal)), ("payments", str(plan.count)))
    sums = {
        "loan.first": (plan.payments[0], "the first payment of the plan"),
        "loan.last": (plan.payments[-1], "the last payment of the plan"),
        "loan.interest": (plan.total_interest, "sum of the interest in all payments"),
        "loan.fees": (all_fees, "fees at the start + fees a year × years + fees at the end"),
        "loan.cost": (plan.total_interest + all_fees, "interest + fees"),
        "loan.paid": (plan.total_paid + all_fees, "all payments + fees"),
    }
    for name, (value, equation) in sums.items():
        yield name, plain_money(name, value, equation, inputs)
    yield from _change(product, plan)
    yield from _paid_by_then(product, plan, per_year, fees)
    yield from _annual_rates(plan, per_year, fees)


def _annual_rates(plan: Schedule, per_year: int, fees: "_Fees") -> Iterator[tuple[str, Figure]]:
    payments = [payment + fees.a_year / per_year for payment in plan.payments]
    payments[-1] += fees.end
    try:
        irr, simple = pboc_2021_3_annual_rate(plan.principal, fees.entry, payments, per_year)
    except NotComputable:
        return
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


@dataclass(frozen=True, slots=True)
class _Fees:
    """The fees of a loan that are sure to fall due: at the start, in each year, and at the end."""

    entry: Decimal
    yearly: tuple[Recurring, ...]
    end: Decimal

    @property
    def a_year(self) -> Decimal:
        return sum((one.amount_per_year for one in self.yearly), Decimal(0))


def _planned_fees(product: Any) -> _Fees:
    amount = product.example.amount
    charged = [
        fee for fee in product.fees or ()
        if fee.status == "charged" and fee.of in ("principal", "balance", "amount_paid_in", None)
        and (fee.when != "periodic" or fee.every is not None)
        and fee.currency in (None, product.currency)
    ]
    entry = sum((due(fee, amount) for fee in charged if fee.when == "entry"), Decimal(0))
    end = sum((due(fee, amount) for fee in charged if fee.when == "exit"), Decimal(0))
    recurring = [fee for fee in charged if fee.when in ("yearly", "monthly", "periodic")]
    return _Fees(entry, tuple(Recurring(a_year(fee, amount), fee.id) for fee in recurring), end)


def _paid_by_then(
    product: Any, plan: Schedule, per_year: int, planned: _Fees
) -> Iterator[tuple[str, Figure]]:
    for period in product.example.after:
        months = period.in_months
        if months is None or months * per_year % 12:
            continue
        made = plan.instalments[: months * per_year // 12]
        end = planned.end if len(made) == len(plan.instalments) else Decimal(0)
        fees = cost_over_time(planned.entry, planned.yearly, end, period.in_years).value
        interest = sum((one.interest for one in made), Decimal(0))
        inputs = (("interest", str(interest)), ("fees", str(fees)))
        yield f"cost.{period}", plain_money("cost", interest + fees, "interest + fees so far", inputs)
