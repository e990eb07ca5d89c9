"""The terms of a loan go in; its payments, its schedule and its annual cost come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import Literal

from disclosure.figures.figure import (
    Figure,
    NotComputable,
    at_least,
    finite,
    listed,
    more_than,
    plain_money,
)
from disclosure.figures.rounding import half_up, precisely
from disclosure.figures.solver import internal_rate

Method = Literal["equal_payment", "equal_principal", "interest_only", "bullet"]
PBOC_RULE = "PBOC Announcement [2021] No. 3"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment in money, `interest` + `principal_part`; `balance` is owed after it."""

    number: int
    payment: Decimal
    interest: Decimal
    principal_part: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every payment of a loan, rounded as it will be paid; `count` is the number of periods."""

    principal: Decimal
    count: int
    instalments: tuple[Instalment, ...]

    @property
    @precisely
    def total_paid(self) -> Decimal:
        """All payments, in money."""
        return sum((one.payment for one in self.instalments), Decimal(0))

    @property
    @precisely
    def total_interest(self) -> Decimal:
        """All interest, in money."""
        return sum((one.interest for one in self.instalments), Decimal(0))

    @property
    def payments(self) -> tuple[Decimal, ...]:
        """One amount a period, 0 where nothing is due: what an annual rate is computed from."""
        due = {one.number: one.payment for one in self.instalments}
        return tuple(due.get(number, Decimal(0)) for number in range(1, self.count + 1))


@dataclass(frozen=True, slots=True)
class _Terms:
    principal: Decimal
    annual_rate_pct: Decimal
    per_year: int
    count: int
    places: int

    @property
    def rate(self) -> Decimal:
        """A fraction a period."""
        return self.annual_rate_pct / (100 * self.per_year)

    def interest_on(self, balance: Decimal, periods: int = 1) -> Decimal:
        # Divided last: a rate cut to so many digits would turn an exact half cent down.
        exact = balance * self.annual_rate_pct * periods / (100 * self.per_year)
        return half_up(exact, self.places)


@precisely
def level_payment(
    principal: Decimal, annual_rate_pct: Decimal, count: int, per_year: int
) -> Figure:
    """The equal payment in money that repays `principal` with interest in `count` periods.

    Equation: principal * i / (1 - (1 + i)^-count), i = annual_rate_pct / 100 / per_year; principal
    / count where the rate is 0. Rounding: half-up to 2 places at print. Rule: plain arithmetic.
    """
    _demand_terms(principal, annual_rate_pct, count, per_year)
    payment = _level(principal, annual_rate_pct / 100 / per_year, count)
    equation = "principal * i / (1 - (1 + i)^-count), i = annual_rate_pct / 100 / per_year"
    inputs = listed(principal=principal, annual_rate_pct=annual_rate_pct, count=count)
    return plain_money("level_payment", payment, equation, inputs + listed(per_year=per_year))


@precisely
def schedule(
    principal: Decimal,
    annual_rate_pct: Decimal,
    count: int,
    per_year: int,
    method: Method,
    places: int = 2,
) -> Schedule:
    """Every instalment of a loan over `count` periods, each amount rounded half-up to `places`.

    Interest of a period = balance * annual_rate_pct / 100 / per_year. equal_payment: the level
    payment; equal_principal: principal / count plus interest; interest_only: interest, and the
    principal with the last one; bullet: one payment at the end, with simple interest (principal *
    rate * count / per_year). The last instalment clears the balance, so it may differ from the
    others by the rounding. Rule: plain arithmetic. `principal` must have no more than `places`
    decimals.
    """
    terms = _Terms(principal, annual_rate_pct, per_year, count, places)
    return Schedule(principal, count, tuple(_planned(terms, method)))


def _planned(terms: _Terms, method: Method) -> Iterator[Instalment]:
    """The instalments one by one, so that a stage need not work out those that never fall due."""
    _demand_terms(terms.principal, terms.annual_rate_pct, terms.count, terms.per_year)
    if terms.principal != half_up(terms.principal, terms.places):
        raise NotComputable("out_of_range", f"principal has more than {terms.places} decimals")
    return iter((_bullet(terms),)) if method == "bullet" else _instalments(terms, method)


def _bullet(terms: _Terms) -> Instalment:
    interest = terms.interest_on(terms.principal, terms.count)
    return Instalment(
        terms.count, terms.principal + interest, interest, terms.principal, Decimal(0)
    )


def _fixed_part(terms: _Terms, method: Method) -> Decimal:
    """What stays the same from one instalment to the next, in money."""
    match method:
        case "equal_payment":
            return half_up(_level(terms.principal, terms.rate, terms.count), terms.places)
        case "equal_principal":
            return half_up(terms.principal / terms.count, terms.places)
        case "interest_only":
            return Decimal(0)
    raise NotComputable("out_of_range", f"{method} is not a way of repayment")


@precisely
def staged_schedule(
    principal: Decimal,
    stages: Sequence[tuple[Decimal, int]],
    per_year: int,
    method: Method,
    places: int = 2,
) -> Schedule:
    """The schedule of a loan whose rate changes: `stages` are (yearly rate in percent, periods).

    In each stage payments are worked out for the balance left over all periods that remain, as if
    its rate were to hold to the end; where a stage ends, the next one begins with that balance.
    Rule: plain arithmetic, as `schedule`.
    """
    count = sum(periods for _, periods in stages)
    made: list[Instalment] = []
    balance = principal
    for rate, periods in stages:
        begun = len(made)
        rest = _planned(_Terms(balance, rate, per_year, count - begun, places), method)
        made += [replace(one, number=begun + one.number) for one in islice(rest, periods)]
        balance = made[-1].balance
    return Schedule(principal, count, tuple(made))


def _instalments(terms: _Terms, method: Method) -> Iterator[Instalment]:
    fixed, balance = _fixed_part(terms, method), terms.principal
    for number in range(1, terms.count + 1):
        interest = terms.interest_on(balance)
        part = fixed - interest if method == "equal_payment" else fixed
        part = balance if number == terms.count else min(max(part, Decimal(0)), balance)
        balance -= part
        yield Instalment(number, interest + part, interest, part, balance)


def totals(plan: Schedule) -> tuple[Figure, Figure]:
    """What is paid in all and how much of it is interest, in money, from the rounded payments.

    Equations: sum(payment), sum(payment) - principal. Rounding: none left. Rule: plain arithmetic.
    """
    inputs = listed(principal=plan.principal, payments=plan.payments)
    return (
        plain_money("total_paid", plan.total_paid, "sum(payment)", inputs),
        plain_money("total_interest", plan.total_interest, "sum(payment) - principal", inputs),
    )


@precisely
def pboc_2021_3_annual_rate(
    principal: Decimal, upfront_fee: Decimal, payments: Sequence[Decimal], per_year: int
) -> tuple[Figure, Figure]:
    """The annualised rate of a loan in China in percent: compound (IRR) first, then simple.

    Equation: principal - upfront_fee = sum(payment(k) / (1 + r)^k) is solved for the rate r of a
    period; IRR = 100 * ((1 + r)^per_year - 1), simple = 100 * per_year * r. `payments` holds one
    amount a period, with every fee tied directly to the loan in it, 0 where nothing is due. The
    simple rate may be shown only with the words that it is simple interest.
    Rounding: half-up to 2 places at print. Rule: PBOC Announcement [2021] No. 3.
    """
    more_than(0, principal=principal, per_year=per_year)
    at_least(0, upfront_fee=upfront_fee)
    _demand_payments(principal, upfront_fee, payments)
    flows = [(Decimal(0), upfront_fee - principal)]
    flows += [(Decimal(k), payment) for k, payment in enumerate(payments, start=1)]
    rate = internal_rate(flows)
    inputs = listed(
        principal=principal, upfront_fee=upfront_fee, payments=payments, per_year=per_year
    )
    compound = 100 * ((1 + rate) ** per_year - 1)
    return (
        _annual_rate("irr_pct", compound, "100 * ((1 + r)^per_year - 1)", inputs),
        _annual_rate("simple_pct", 100 * per_year * rate, "100 * per_year * r", inputs),
    )


def _annual_rate(
    name: str, value: Decimal, equation: str, inputs: tuple[tuple[str, str], ...]
) -> Figure:
    equation += "; principal - upfront_fee = sum(payment(k) / (1 + r)^k)"
    return Figure(name, value, "percent", inputs, equation, "half-up to 2 places", PBOC_RULE)


def _demand_payments(principal: Decimal, upfront_fee: Decimal, payments: Sequence[Decimal]) -> None:
    if not payments:
        raise NotComputable("missing_input", "the loan has no payments")
    if upfront_fee >= principal:
        raise NotComputable("no_sign_change", "the fee takes all of the loan: nothing is received")
    finite(**{f"payment {number}": payment for number, payment in enumerate(payments, start=1)})


def _demand_terms(
    principal: Decimal, annual_rate_pct: Decimal, count: int, per_year: int
) -> None:
    more_than(0, principal=principal)
    at_least(0, annual_rate_pct=annual_rate_pct)
    at_least(1, count=count, per_year=per_year)


def _level(principal: Decimal, rate: Decimal, count: int) -> Decimal:
    if rate == 0:
        return principal / count
    return principal * rate / (1 - (1 + rate) ** -count)
