"""A loan's plan and fees become the figures of the American truth-in-lending box."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from ..figures import Figure
from ..figures.apr import Payments, us_appendix_j_apr
from ..figures.figure import listed, plain_money
from ..figures.loan import Schedule
from ..figures.rounding import half_up
from .cost_items import Item, items
from .planned import planned

_CONTENT = "12 CFR 1026.18"
_MOST_RUNS = 4


def figures(product: Any, plan: Schedule | None) -> Iterator[tuple[str, Figure]]:
    """`tila.apr`, `tila.charge`, `tila.financed`, `tila.total`, `tila.prepaid`, `tila.loan` and the payments:
    `tila.run.N.count` and `.amount` of each run of equal ones, or, of a plan with many amounts,
    `tila.count`, `tila.largest`, `tila.smallest`.

    Only for a loan that states `loan.tila`, none of whose planned fees is unknown.
    """
    fees = planned(product)
    if not (product.loan and product.loan.tila and plan and fees and not fees.uncounted):
        return
    per_year = 12 // product.loan.repayment.every.in_months
    left_out = product.loan.tila.not_finance_charge
    charged = [item for item in items(product, per_year) if item.id not in left_out]
    payments = _payments(plan.payments, charged)
    yield from _sums(plan.principal, sum((one.upfront for one in charged), Decimal(0)), payments, per_year)
    yield from _runs([payment for payment in payments if payment])


def _payments(due: Sequence[Decimal], charged: Sequence[Item]) -> list[Decimal]:
    """Each payment with the fees that fall due with it, in cents."""
    each = sum((item.each for item in charged), Decimal(0))
    payments = [half_up(payment + each, 2) for payment in due]
    payments[-1] += half_up(sum((item.last for item in charged), Decimal(0)), 2)
    return payments


def _sums(
    principal: Decimal, prepaid: Decimal, payments: Sequence[Decimal], per_year: int
) -> Iterator[tuple[str, Figure]]:
    financed, total = principal - prepaid, sum(payments, Decimal(0))
    inputs = (("principal", str(principal)), ("prepaid", str(prepaid)), ("total", str(total)))
    yield "tila.loan", _money("loan", principal, "the amount of the loan", inputs[:1])
    yield "tila.prepaid", _money("prepaid", prepaid, "finance charges paid at the start", inputs[1:2])
    yield "tila.financed", _money("financed", financed, "principal - prepaid finance charge", inputs[:2])
    yield "tila.total", _money("total", total, "sum of all payments", listed(payments=payments))
    yield "tila.charge", _money("charge", total - financed, "total of payments - amount financed", inputs)
    flows = [Payments(payment, 1, number) for number, payment in enumerate(payments, start=1) if payment]
    yield "tila.apr", us_appendix_j_apr([Payments(financed, 1, 0)], flows, Decimal(per_year))


def _runs(payments: Sequence[Decimal]) -> Iterator[tuple[str, Figure]]:
    told = listed(payments=payments)
    runs = [(amount, len(list(run))) for amount, run in groupby(payments)]
    if len(runs) > _MOST_RUNS:
        yield "tila.count", _count(len(payments), told)
        yield "tila.largest", _money("largest", max(payments), "the largest payment of the plan", told)
        yield "tila.smallest", _money("smallest", min(payments), "the smallest payment of the plan", told)
        return
    for number, (amount, count) in enumerate(runs, start=1):
        yield f"tila.run.{number}.count", _count(count, told)
        yield f"tila.run.{number}.amount", _money("amount", amount, "a payment of the plan", told)


def _count(value: int, inputs: tuple[tuple[str, str], ...]) -> Figure:
    return Figure("count", Decimal(value), "count", inputs, "payments in a row", "none", _CONTENT)


def _money(name: str, value: Decimal, equation: str, inputs: tuple[tuple[str, str], ...]) -> Figure:
    plain = plain_money(name, value, equation, inputs)
    return Figure(name, value, "money", inputs, equation, plain.rounding, _CONTENT)
