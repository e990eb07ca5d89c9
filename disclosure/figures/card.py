"""A card balance and the card's terms go in; how long it lasts and what it costs come out."""

from dataclasses import dataclass
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, listed, plain_money
from disclosure.figures.rounding import half_up, precisely


@dataclass(frozen=True, slots=True)
class Run:
    """A balance paid down to nothing: the `months`, and in money `interest` and `total` paid."""

    months: int
    interest: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class _Terms:
    annual_rate_pct: Decimal
    per_year: int
    share: Decimal  # a fraction
    amount: Decimal
    places: int
    interest_on_top: bool

    def interest_on(self, owed: Decimal) -> Decimal:
        return half_up(owed * self.annual_rate_pct / (100 * self.per_year), self.places)

    def payment_on(self, owed: Decimal, interest: Decimal) -> Decimal:
        due = owed + interest
        least = owed * self.share + interest if self.interest_on_top else due * self.share
        return min(half_up(max(least, self.amount), self.places), due)


@precisely
def minimum_payment_run(
    balance: Decimal,
    annual_rate_pct: Decimal,
    minimum_share_pct: Decimal,
    minimum_amount: Decimal,
    per_year: int = 12,
    limit: int = 1200,
    places: int = 2,
    interest_on_top: bool = False,
) -> Run:
    """Pay only the minimum of each statement, buy nothing more, until nothing is owed.

    Each period: interest = balance * annual_rate_pct / 100 / per_year is added; payment =
    max(minimum_share_pct of what is owed then, minimum_amount), never more than is owed. With
    `interest_on_top` the share is taken of the balance before interest and the interest is paid
    besides it. `months` counts periods, which are months where `per_year` is 12.
    Rounding: interest and payment half-up to `places` each period, as on a statement.
    Raises NotComputable (`never_repaid`) where a payment does not lower the balance, or after
    `limit` payments. Rule: plain arithmetic.
    """
    at_least(0, balance=balance, annual_rate_pct=annual_rate_pct)
    at_least(0, minimum_share_pct=minimum_share_pct, minimum_amount=minimum_amount)
    at_least(1, per_year=per_year, limit=limit)
    share = minimum_share_pct / 100
    terms = _Terms(annual_rate_pct, per_year, share, minimum_amount, places, interest_on_top)
    return _pay_down(half_up(balance, places), terms, limit)


def _pay_down(owed: Decimal, terms: _Terms, limit: int) -> Run:
    months, cost, total = 0, Decimal(0), Decimal(0)
    while owed > 0:
        interest = terms.interest_on(owed)
        payment = terms.payment_on(owed, interest)
        if payment <= interest or months == limit:
            raise NotComputable("never_repaid", f"after {months} payments {owed} is still owed")
        owed, months = owed + interest - payment, months + 1
        cost, total = cost + interest, total + payment
    return Run(months, cost, total)


def minimum_payment_figures(
    balance: Decimal,
    annual_rate_pct: Decimal,
    minimum_share_pct: Decimal,
    minimum_amount: Decimal,
    interest_on_top: bool = False,
) -> tuple[Figure, Figure, Figure]:
    """The monthly `minimum_payment_run` as figures: months, interest and total paid.

    Equation, rounding and errors are those of `minimum_payment_run`. Rule: plain arithmetic.
    """
    inputs = listed(
        balance=balance,
        annual_rate_pct=annual_rate_pct,
        minimum_share_pct=minimum_share_pct,
        minimum_amount=minimum_amount,
        interest_on_top="yes" if interest_on_top else "no",
    )
    shares = (annual_rate_pct, minimum_share_pct, minimum_amount)
    run = minimum_payment_run(balance, *shares, interest_on_top=interest_on_top)
    payment = "balance * share + interest" if interest_on_top else "(balance + interest) * share"
    equation = f"each month: interest = balance * rate / 12; pay max({payment}, amount)"
    return _run_figures(run, inputs, equation)


def _run_figures(
    run: Run, inputs: tuple[tuple[str, str], ...], equation: str
) -> tuple[Figure, Figure, Figure]:
    money, rule = "half-up to 2 places each month", "plain arithmetic"
    months = Decimal(run.months)
    return (
        Figure("minimum_months", months, "months", inputs, equation, "whole months", rule),
        Figure("minimum_interest", run.interest, "money", inputs, equation, money, rule),
        Figure("minimum_total", run.total, "money", inputs, equation, money, rule),
    )


@precisely
def carried_interest(
    balance: Decimal, annual_rate_pct: Decimal, months: int, compounding: bool = True
) -> Figure:
    """The interest in money for owing `balance` for `months` while paying nothing back.

    Equation: balance * ((1 + annual_rate_pct / 1200)^months - 1), or without compounding balance *
    annual_rate_pct / 1200 * months. Late fees are not in it.
    Rounding: half-up to 2 places at print. Rule: plain arithmetic.
    """
    at_least(0, balance=balance, annual_rate_pct=annual_rate_pct, months=months)
    rate = annual_rate_pct / 1200
    inputs = listed(balance=balance, annual_rate_pct=annual_rate_pct, months=months)
    if not compounding:
        equation = "balance * annual_rate_pct / 1200 * months"
        return plain_money("carried_interest", balance * rate * months, equation, inputs)
    equation = "balance * ((1 + annual_rate_pct / 1200)^months - 1)"
    return plain_money("carried_interest", balance * ((1 + rate) ** months - 1), equation, inputs)
