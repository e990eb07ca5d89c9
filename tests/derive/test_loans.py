"""What a loan costs, by the bank's plan of payments worked out again, and the rate with its fees in it."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest

CENT = Decimal("0.01")
LOAN = """\
example: {amount: %s, after: [%s]}
rates:
- {id: r, kind: fixed, side: charged_to_you, rate: "%s%%"}
loan: {repayment: {type: %s, count: %d, every: %s}}
"""
FEE = "fees:\n- {id: start, name: {en: F}, when: entry, amount: %s}\n"


def cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def level_plan(owed: Decimal, stages: Sequence[tuple[str, int]]) -> list[tuple[Decimal, Decimal]]:
    """(payment, interest) of each month of a loan in equal payments, cent by cent."""
    left, made = sum(months for _, months in stages), []
    for percent, months in stages:
        i = Decimal(percent) / 1200
        payment = cents(owed * i / (1 - (1 + i) ** -left))
        for _ in range(months):
            interest = cents(owed * i)
            paid = owed + interest if left == 1 else payment
            owed, left = owed + interest - paid, left - 1
            made.append((paid, interest))
    assert owed == 0
    return made


def monthly_rate(received: Decimal, payments: Sequence[Decimal]) -> Decimal:
    """The rate a month at which the payments are worth what was received, by halving."""
    low, high = Decimal(0), Decimal("0.1")
    with localcontext() as context:
        context.prec = 40
        for _ in range(90):
            middle = (low + high) / 2
            worth = sum(one / (1 + middle) ** n for n, one in enumerate(payments, start=1))
            low, high = (middle, high) if worth > received else (low, middle)
    return low


def test_a_personal_loan(of_sample: Callable) -> None:
    found = of_sample("hengjiang-personal-loan")
    plan = level_plan(Decimal(100000), [("6.60", 12)])
    interest = sum(one for _, one in plan)
    assert found["loan.first"] == plan[0][0] == Decimal("8634.25")
    assert found["loan.last"] == plan[-1][0] == Decimal("8634.18")
    assert found["loan.interest"] == interest == Decimal("3610.93")
    assert found["loan.fees"] == 1000
    assert found["loan.cost"] == interest + 1000
    assert found["loan.paid"] == 100000 + interest + 1000
    assert "loan.then" not in found


def test_its_annual_rate(of_sample: Callable) -> None:
    found = of_sample("hengjiang-personal-loan")
    i = monthly_rate(Decimal(99000), [payment for payment, _ in level_plan(Decimal(100000), [("6.60", 12)])])
    assert cents(found["rate.simple"]) == cents(1200 * i) == Decimal("8.49")
    assert cents(found["rate.irr"]) == cents(100 * ((1 + i) ** 12 - 1)) == Decimal("8.83")


def test_the_annual_rate_of_a_known_case(of: Callable) -> None:
    """100,000 less a fee of 1,000, then 12 payments of 8,833.30: 13.58 % compound, 12.80 % simple."""
    more = LOAN % ("100000", "P1Y", "10.8956677", "equal_payment", 12, "P1M") + FEE % "1000"
    found = of("loan", more)
    assert found["loan.first"] == Decimal("8833.30")
    assert cents(found["rate.irr"]) == Decimal("13.58")
    assert cents(found["rate.simple"]) == Decimal("12.80")


def test_a_home_loan_with_an_introductory_rate_and_a_monthly_fee(of_sample: Callable) -> None:
    found = of_sample("brookfield-home-loan")
    plan = level_plan(Decimal(240000), [("4.59", 24), ("7.24", 276)])
    interest = [one for _, one in plan]
    assert found["loan.first"] == plan[0][0]
    assert found["loan.then"] == plan[24][0]
    assert found["loan.last"] == plan[-1][0]
    assert found["loan.interest"] == sum(interest)
    # valuation at the start, the account each month, closing at the end
    assert found["loan.fees"] == 225 + 25 * 12 * 5 + 75
    assert found["loan.paid"] == 240000 + sum(interest) + 1800
    payments = [payment + 5 for payment, _ in plan]
    payments[-1] += 75
    i = monthly_rate(Decimal(239775), payments)
    assert cents(found["rate.irr"]) == cents(100 * ((1 + i) ** 12 - 1))


def test_equal_parts_of_the_principal(of: Callable) -> None:
    found = of("loan", LOAN % ("1200", "P6M", "12", "equal_principal", 12, "P1M"))
    # 100 a month, and 1 % of 1200, 1100, … 100
    assert (found["loan.first"], found["loan.last"]) == (112, 101)
    assert found["loan.interest"] == 12 + 11 + 10 + 9 + 8 + 7 + 6 + 5 + 4 + 3 + 2 + 1


def test_interest_only(of: Callable) -> None:
    found = of("loan", LOAN % ("1200", "P6M", "12", "interest_only", 4, "P3M") + "fees: []\n")
    assert (found["loan.first"], found["loan.last"]) == (36, 1236)
    assert found["loan.interest"] == 144
    assert cents(found["rate.simple"]) == Decimal("12.00")
    assert cents(found["rate.irr"]) == cents(100 * (Decimal("1.03") ** 4 - 1))


def test_all_at_the_end(of: Callable) -> None:
    found = of("loan", LOAN % ("1200", "P2Y", "10", "bullet", 2, "P1Y") + FEE % "0.50")
    assert found["loan.interest"] == 240
    assert found["loan.cost"] == Decimal("240.50")
    assert found["loan.paid"] == Decimal("1440.50")
    assert cents(found["rate.irr"]) == cents(100 * ((1440 / Decimal("1199.5")).sqrt() - 1))


@pytest.mark.parametrize("status", ["free", "not_charged_now"])
def test_a_fee_that_is_not_charged_is_not_counted(of: Callable, status: str) -> None:
    more = LOAN % ("1200", "P1Y", "12", "equal_payment", 12, "P1M")
    fee = f"fees:\n- {{id: f, name: {{en: F}}, when: entry, status: {status}}}\n"
    assert of("loan", more + fee)["loan.fees"] == 0
    assert of("loan", more + fee)["rate.irr"] == of("loan", more + "fees: []\n")["rate.irr"]


@pytest.mark.parametrize(
    "fee",
    ["when: entry, status: not_stated", "when: yearly, amount: 5, currency: USD",
     "when: entry, rate: 1%, of: limit", "when: monthly, amount: 5, condition: {en: If late}"],
)
def test_one_fee_that_cannot_be_counted_leaves_no_total_and_no_annual_rate(of: Callable, fee: str) -> None:
    more = LOAN % ("1200", "P1Y", "12", "equal_payment", 12, "P1M")
    found = of("loan", more + f"fees:\n- {{id: f, name: {{en: F}}, {fee}}}\n")
    assert {name for name in found if name != "fees.f"} == {"loan.first", "loan.last", "loan.interest"}


def test_fees_nobody_stated_leave_no_total(of: Callable) -> None:
    found = of("loan", LOAN % ("1200", "P1Y", "12", "equal_payment", 12, "P1M"))
    assert set(found) == {"loan.first", "loan.last", "loan.interest"}


@pytest.mark.parametrize(
    "old", ["example: {amount: 1200, after: [P1Y]}\n", "loan: {repayment: {type: equal_payment, count: 12, every: P1M}}\n"]
)
def test_no_plan_no_figures(of: Callable, old: str) -> None:
    more = LOAN % ("1200", "P1Y", "12", "equal_payment", 12, "P1M")
    assert of("loan", more.replace(old, "")) == {}


def test_payments_that_fit_no_year_have_no_figures(of: Callable) -> None:
    assert of("loan", LOAN % ("1200", "P1Y", "12", "equal_payment", 12, "P5M")) == {}


def test_a_fee_that_takes_the_whole_loan_leaves_no_rate(of: Callable) -> None:
    found = of("loan", LOAN % ("1200", "P1Y", "12", "equal_payment", 12, "P1M") + FEE % "1200")
    assert found["loan.fees"] == 1200
    assert "rate.irr" not in found


def test_half_a_cent_of_interest_goes_up(of: Callable) -> None:
    # 3,000.00 × 22.99 % ÷ 12 = 57.475
    assert of("loan", LOAN % ("3000", "P1M", "22.99", "interest_only", 2, "P1M"))["loan.first"] == Decimal("57.48")
