"""What a deposit earns on the typical amount, and what the worst case of an investment costs."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure
from ..figures.deposit import simple_interest_months
from ..figures.fees import Step, Tariff, charge
from ..figures.figure import plain_money
from ..quantity import Period
from .truth_in_savings import earned


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`interest.full`, `interest.early`, `interest.year` and `worst.loss`, `worst.share`."""
    worst = product.risk and product.risk.worst
    if worst:
        loss = worst.amount - worst.gets_back
        inputs = (("amount", str(worst.amount)), ("gets_back", str(worst.gets_back)))
        yield "worst.loss", plain_money("loss", loss, "amount − gets_back", inputs)
        share = loss / worst.amount * 100 if worst.amount else Decimal(0)
        yield "worst.share", Figure(
            "share", share, "percent", inputs, "(amount − gets_back) ÷ amount × 100",
            "half-up to 1 place", "plain arithmetic",
        )
    if product.kind == "deposit" and product.example and product.rates:
        yield from _term_interest(product)
        yield from _year_interest(product)


def _term_interest(product: Any) -> Iterator[tuple[str, Figure]]:
    term, amount = product.term, product.example.amount
    months = term.length.in_months if term and term.type == "fixed" and term.length else None
    fixed = [r for r in product.rates if r.kind == "fixed" and r.side == "paid_to_you"]
    if not months or len(fixed) != 1 or not _plain(fixed[0]) or fixed[0].bands:
        return
    if fixed[0].length not in (None, term.length):
        return
    if product.savings and product.savings.compounded:
        compounded = earned(product, amount, fixed[0].rate.percent)
        yield from [("interest.full", compounded)] if compounded else ()
        return
    yield "interest.full", simple_interest_months(amount, fixed[0].rate.percent, months)
    if product.exit and product.exit.rate and months % 2 == 0:
        half = months // 2
        yield "interest.half_time", Figure(
            "half_time", Decimal(half), "months", (("term", str(Period(months=months))),),
            "term ÷ 2", "whole months", "plain arithmetic",
        )
        yield "interest.early", simple_interest_months(amount, product.exit.rate.percent, half)
        yield "interest.kept", simple_interest_months(amount, fixed[0].rate.percent, half)


def _year_interest(product: Any) -> Iterator[tuple[str, Figure]]:
    term = product.term
    paid = [r for r in product.rates if r.side == "paid_to_you" and r.kind != "early_exit"]
    banded = [r for r in paid if _plain(r) and r.length is None and len(r.bands) == 1
              and r.bands[0].unit == "amount" and r.bands[0].condition is None]
    if not (term and term.type in ("open", "notice")) or len(banded) < 2 or banded != paid:
        return
    steps = sorted(banded, key=lambda r: (r.bands[0].up_to is None, r.bands[0].up_to or 0))
    modes = {r.bands[0].mode for r in steps}
    if len(modes) != 1 or not _unbroken([r.bands[0] for r in steps]):
        return
    tiers = Tariff(
        steps=tuple(Step(r.bands[0].up_to, r.rate.percent) for r in steps), mode=modes.pop()
    )
    amount = product.example.amount
    inputs = (("amount", str(amount)), ("rates", ", ".join(str(r.rate) for r in steps)))
    parts = {"slice": "each part of the amount × its own rate", "whole": "amount × rate of its band"}
    yield "interest.year", plain_money("interest", charge(tiers, amount), parts[tiers.mode], inputs)


def _plain(rate: Any) -> bool:
    """Whether a rate is one figure that everybody gets for the whole time."""
    lasting = rate.kind in ("fixed", "variable", "floating")
    return bool(lasting and rate.rate and not (rate.rate_up_to or rate.until or rate.condition))


def _unbroken(bands: list[Any]) -> bool:
    """Whether bands, in rising order, cover every amount from nothing on, each beginning where the
    one before ends (or a unit later: "up to 9,999.99", "from 10,000")."""
    lows = [band.above if band.at_least is None else band.at_least for band in bands]
    ends = [band.up_to for band in bands[:-1]]
    if bands[-1].up_to is not None or (lows[0] or 0) > 0 or None in (*lows[1:], *ends):
        return False
    return all(0 <= low - end <= 1 for low, end in zip(lows[1:], ends, strict=True))
