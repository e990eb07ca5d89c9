"""The instalments of a loan: rounded as they are paid, and clearing the balance at the end."""

from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.loan import Instalment, level_payment, schedule, totals
from disclosure.figures.rounding import half_up

D = Decimal
METHODS = ["equal_payment", "equal_principal", "interest_only", "bullet"]


def test_level_payment():
    figure = level_payment(D(100000), D(6), 360, 12)
    assert half_up(figure.value, 2) == D("599.55")
    assert dict(figure.inputs)["annual_rate_pct"] == "6"
    assert level_payment(D(1200), D(0), 12, 12).value == D(100)


def test_equal_payments():
    plan = schedule(D(1000), D(12), 3, 12, "equal_payment")
    assert plan.instalments == (
        Instalment(1, D("340.02"), D("10.00"), D("330.02"), D("669.98")),
        Instalment(2, D("340.02"), D("6.70"), D("333.32"), D("336.66")),
        Instalment(3, D("340.03"), D("3.37"), D("336.66"), D("0.00")),
    )
    assert (plan.total_paid, plan.total_interest) == (D("1020.07"), D("20.07"))


def test_equal_principal():
    plan = schedule(D(1000), D(12), 3, 12, "equal_principal")
    assert plan.payments == (D("343.33"), D("340.00"), D("336.67"))
    assert [one.balance for one in plan.instalments] == [D("666.67"), D("333.34"), D(0)]


def test_interest_only():
    plan = schedule(D(1000), D(12), 3, 12, "interest_only")
    assert plan.payments == (D(10), D(10), D(1010))


def test_bullet_has_one_payment_and_no_interest_on_interest():
    plan = schedule(D(1000), D(12), 3, 12, "bullet")
    assert plan.instalments == (Instalment(3, D(1030), D(30), D(1000), D(0)),)
    assert plan.payments == (D(0), D(0), D(1030))


def test_totals_are_figures():
    paid, interest = totals(schedule(D(1000), D(12), 3, 12, "interest_only"))
    assert (paid.name, paid.value, interest.name, interest.value) == (
        "total_paid",
        D(1030),
        "total_interest",
        D(30),
    )
    assert paid.inputs == (("principal", "1000"), ("payments", "2 x 10.00; 1010.00"))


def test_a_currency_without_cents():
    plan = schedule(D(10000), D(5), 3, 12, "equal_payment", places=0)
    assert plan.payments == (D(3361), D(3361), D(3362))


@pytest.mark.parametrize(
    "terms",
    [
        (D(0), D(5), 12, 12),
        (D(100), D(-1), 12, 12),
        (D(100), D(5), 0, 12),
        (D(100), D(5), 12, 0),
        (D("100.001"), D(5), 12, 12),
    ],
)
def test_terms_out_of_range_are_refused(terms):
    with pytest.raises(NotComputable) as refused:
        schedule(*terms, "equal_payment")
    assert refused.value.reason == "out_of_range"


def test_an_unknown_way_of_repayment_is_refused():
    with pytest.raises(NotComputable, match="balloon is not a way of repayment"):
        schedule(D(1000), D(12), 3, 12, "balloon")


def test_context_of_the_caller_does_not_matter():
    with localcontext(Context(prec=3)):
        plan = schedule(D("123456.78"), D(12), 3, 12, "equal_payment")
        assert plan.total_paid == D("125934.10")
    assert plan.total_interest == D("2477.32")


loans = {
    "principal": st.decimals("0.01", 10**7, places=2),
    "rate": st.decimals(0, 60, places=3),
    "count": st.integers(1, 120),
    "per_year": st.sampled_from([1, 4, 12, 26, 52]),
    "method": st.sampled_from(METHODS),
}


@given(**loans)
def test_every_schedule_clears_the_balance(principal, rate, count, per_year, method):
    plan = schedule(principal, rate, count, per_year, method)
    assert plan.instalments[-1].balance == 0
    assert sum(one.principal_part for one in plan.instalments) == principal
    assert plan.total_paid == principal + plan.total_interest
    assert sum(plan.payments) == plan.total_paid
    assert len(plan.payments) == count


@given(**loans)
def test_each_instalment_adds_up_in_whole_cents(principal, rate, count, per_year, method):
    owed = principal
    for one in schedule(principal, rate, count, per_year, method).instalments:
        assert one.payment == one.interest + one.principal_part == half_up(one.payment, 2)
        assert min(one.interest, one.principal_part, one.balance) >= 0
        assert one.balance == owed - one.principal_part
        owed = one.balance


@given(loans["principal"], loans["count"], loans["method"])
def test_a_loan_without_interest_costs_nothing(principal, count, method):
    assert schedule(principal, D(0), count, 12, method).total_interest == 0
