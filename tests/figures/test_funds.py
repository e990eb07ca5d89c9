"""A fund's yearly operating rate and its seven-day yield."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.fund import income_per_10000, operating_rate, seven_day_yield

D = Decimal
INCOMES = st.lists(st.decimals("0", "5", places=4), min_size=1, max_size=7)


def test_the_operating_rate_is_the_sum_of_its_parts():
    assert operating_rate(D("1.2"), D("0.2"), D("0.4"), D("0.06")).value == D("1.86")


def test_a_negative_part_is_refused():
    with pytest.raises(NotComputable):
        operating_rate(D("1.2"), D("0.2"), D(0), D("-0.01"))


def test_half_a_yuan_a_day():
    simple, compound = seven_day_yield([D("0.5")] * 7)
    assert (simple.value, round(compound.value, 3)) == (D("1.825"), D("1.842"))


def test_a_fund_of_three_days_uses_its_own_days():
    assert seven_day_yield([D("0.25")] * 3)[0].value == D("0.9125")


@pytest.mark.parametrize("days", [0, 8])
def test_no_days_or_too_many_are_refused(days):
    with pytest.raises(NotComputable):
        seven_day_yield([D("0.5")] * days)


@given(INCOMES)
def test_compounding_never_yields_less(incomes):
    simple, compound = seven_day_yield(incomes)
    assert compound.value >= simple.value - D("1e-3") * len(incomes)
    assert seven_day_yield(incomes[::-1])[0].value == simple.value


def test_income_on_ten_thousand_units():
    assert income_per_10000(D("123456.78"), D("2500000000")).value == D("0.49382712")
