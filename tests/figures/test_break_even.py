"""When, and at what growth, a customer is even."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.break_even import break_even_growth, break_even_year
from disclosure.figures.figure import NotComputable

D = Decimal
FEE = st.decimals("0", "500", places=2)


def test_no_fees_need_no_growth():
    assert break_even_growth(D(10000), D(0), D(0), D(0), D(5)).value == 0


def test_a_yearly_fee_is_what_it_must_grow():
    assert break_even_growth(D(10000), D(0), D(150), D(0), D(5)).value == D("1.5")


@given(FEE, FEE, FEE, st.integers(1, 40))
def test_at_that_growth_the_money_is_back(entry, a_year, leaving, years):
    amount = D(10000)
    growth = break_even_growth(amount, entry, a_year, leaving, D(years)).value / 100
    value = amount * (1 - entry / amount)
    for _ in range(years):
        value *= 1 + growth - a_year / amount
    assert abs(value * (1 - leaving / amount) - amount) < D("1e-15")


def test_a_fee_that_takes_all_is_refused():
    with pytest.raises(NotComputable):
        break_even_growth(D(100), D(100), D(0), D(0), D(1))


@pytest.mark.parametrize(
    ("losses", "year"),
    [([(1, 50), (2, 0), (3, -10)], 2), ([(1, -1), (5, 3), (10, -5)], 10), ([(1, 0)], 1)],
)
def test_the_first_year_without_a_later_loss(losses, year):
    assert break_even_year([(one, D(loss)) for one, loss in losses]).value == year


@pytest.mark.parametrize("losses", [[], [(1, 5), (2, 1)]])
def test_a_table_that_ends_in_a_loss_has_no_such_year(losses):
    with pytest.raises(NotComputable):
        break_even_year([(one, D(loss)) for one, loss in losses])
