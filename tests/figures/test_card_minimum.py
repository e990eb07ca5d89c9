"""A card balance paid by minimum payments, or not paid at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.card import (
    Run,
    carried_interest,
    minimum_payment_figures,
    minimum_payment_run,
)
from disclosure.figures.figure import NotComputable
from disclosure.figures.rounding import half_up

D = Decimal


def test_a_short_run_by_hand():
    # 100 + 2.00 - 50; 52 + 1.04 - 50; 3.04 + 0.06 - 3.10
    assert minimum_payment_run(D(100), D(24), D(5), D(50)) == Run(3, D("3.10"), D("103.10"))


def test_the_share_leads_until_the_amount_takes_over():
    # 100 -> pays 50 -> 50 -> pays 25 -> 25 -> pays 20 -> 5 -> pays 5
    assert minimum_payment_run(D(100), D(0), D(50), D(20)) == Run(4, D(0), D(100))


def test_interest_on_top_repays_faster():
    # 100: 50 + 2.00; 50: 25 + 1.00; 25: 20; 5.50: all with 0.11
    run = minimum_payment_run(D(100), D(24), D(50), D(20), interest_on_top=True)
    assert run == Run(4, D("3.61"), D("103.61"))


def test_nothing_owed_is_nothing_paid():
    assert minimum_payment_run(D(0), D(24), D(5), D(25)) == Run(0, D(0), D(0))


def test_a_long_run_counted_in_whole_cents_elsewhere():
    run = minimum_payment_run(D(1000), D(18), D(3), D(25))
    assert (run.months, run.total) == (59, D("1491.96"))


@pytest.mark.parametrize(
    ("balance", "rate", "share", "amount"),
    [
        (D(1000), D(24), D(2), D(0)),
        (D(1000), D(24), D(1), D(20)),
        (D(1000), D(0), D(0), D(0)),
        (D(1000), D(12), D(5), D(0)),
    ],
)
def test_a_balance_that_never_ends_has_no_length(balance, rate, share, amount):
    with pytest.raises(NotComputable) as refused:
        minimum_payment_run(balance, rate, share, amount)
    assert refused.value.reason == "never_repaid"


def test_the_limit_is_a_number_of_payments():
    assert minimum_payment_run(D(100), D(0), D(0), D(10), limit=10).months == 10
    with pytest.raises(NotComputable, match="after 9 payments 10.00 is still owed"):
        minimum_payment_run(D(100), D(0), D(0), D(10), limit=9)


def test_the_run_as_figures():
    months, interest, total = minimum_payment_figures(D(100), D(24), D(5), D(50))
    assert (months.value, months.unit) == (D(3), "months")
    assert (interest.value, total.value, total.unit) == (D("3.10"), D("103.10"), "money")
    assert dict(months.inputs)["interest_on_top"] == "no"


def test_carrying_a_balance():
    assert carried_interest(D(1000), D(12), 2).value == D("20.1")
    assert carried_interest(D(1000), D(12), 2, compounding=False).value == D(20)
    assert carried_interest(D(1000), D(12), 0).value == 0


@given(
    st.decimals("0.01", 10**5, places=2),
    st.decimals(0, 30, places=2),
    st.decimals(0, 100, places=1),
    st.decimals(1, 500, places=2),
    st.booleans(),
)
def test_all_that_is_paid_is_the_balance_and_the_interest(balance, rate, share, amount, on_top):
    try:
        run = minimum_payment_run(balance, rate, share, amount, interest_on_top=on_top)
    except NotComputable as refused:
        assert refused.reason == "never_repaid"
        return
    assert run.total == balance + run.interest == half_up(run.total, 2)
    assert run.interest >= 0
