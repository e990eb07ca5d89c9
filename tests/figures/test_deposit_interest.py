"""Interest and yields of a deposit, with the published examples."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.deposit import (
    compound_interest,
    effective_annual_rate,
    simple_interest_days,
    simple_interest_months,
    us_reg_dd_apy,
)
from disclosure.figures.figure import NotComputable
from disclosure.figures.rounding import half_up

D = Decimal


def test_simple_interest():
    assert simple_interest_days(D(10000), D("3.65"), 100, 365).value == D(100)
    assert simple_interest_days(D(10000), D("3.6"), 100, 360).value == D(100)
    assert simple_interest_months(D(10000), D("2.10"), 6).value == D(105)
    assert simple_interest_months(D(10000), D("-0.5"), 12).value == D(-50)


def test_compound_interest():
    figure = compound_interest(D(1000), D(10), 2, 1)
    assert (figure.value, figure.unit) == (D(210), "money")
    assert half_up(compound_interest(D(1000), D("5.25"), 365, 365).value, 2) == D("53.90")


@pytest.mark.vectors("ear_apy")
def test_effective_annual_rates(case):
    figure = effective_annual_rate(D(case["inputs"]["nominal_pct"]), int(case["inputs"]["n"]))
    assert half_up(figure.value, 6) == D(case["expected"]["ear_pct"])


def test_continuous_compounding():
    figure = effective_annual_rate(D(6), None)
    assert half_up(figure.value, 6) == D("6.183655")
    assert figure.inputs == (("nominal_pct", "6"), ("per_year", "continuous"))


@pytest.mark.vectors("us_reg_dd_apy")
def test_published_yields(case):
    given_ = case["inputs"]
    figure = us_reg_dd_apy(D(given_["principal"]), D(given_["interest"]), int(given_["days"]))
    assert half_up(figure.value, 2) == D(case["expected"]["apy_pct"])


@pytest.mark.parametrize(
    "compute",
    [
        lambda: simple_interest_days(D(1), D(1), 1, 366),
        lambda: simple_interest_days(D(-1), D(1), 1, 365),
        lambda: simple_interest_months(D(1), D("NaN"), 1),
        lambda: compound_interest(D(1), D(1), 1, 0),
        lambda: effective_annual_rate(D(-100), 1),
        lambda: us_reg_dd_apy(D(0), D(1), 365),
        lambda: us_reg_dd_apy(D(100), D(-100), 365),
        lambda: us_reg_dd_apy(D(100), D(1), 0),
    ],
)
def test_terms_out_of_range_are_refused(compute):
    with pytest.raises(NotComputable) as refused:
        compute()
    assert refused.value.reason == "out_of_range"


@given(st.decimals(0, 50, places=3), st.integers(1, 365))
def test_compounding_never_lowers_a_rate_and_continuous_is_the_most(nominal, per_year):
    effective = effective_annual_rate(nominal, per_year).value
    tiny = D("1e-50")
    assert nominal - tiny <= effective <= effective_annual_rate(nominal, None).value + tiny


@given(st.decimals(1, 10**6, places=2), st.decimals(0, 20, places=2))
def test_a_year_of_simple_interest_is_its_own_yield(principal, rate):
    interest = simple_interest_months(principal, rate, 12).value
    assert abs(us_reg_dd_apy(principal, interest, 365).value - rate) < D("1e-40")
