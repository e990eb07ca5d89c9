"""The annualised rate of a loan in China: published cases, its inverse, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.loan import level_payment, pboc_2021_3_annual_rate, schedule
from disclosure.figures.rounding import half_up

D = Decimal


@pytest.mark.vectors("cn_pboc_2021_3_annual_rate")
def test_published_rates(case):
    given_, expected = case["inputs"], case["expected"]
    irr, simple = pboc_2021_3_annual_rate(
        D(given_["principal"]),
        D(given_["upfront_fee"]),
        [D(given_["payment"])] * int(given_["count"]),
        int(given_["periods_per_year"]),
    )
    assert half_up(irr.value, 2) == D(expected["irr_pct"])
    assert half_up(simple.value, 2) == D(expected["simple_pct"])


def test_the_official_example_and_its_trace():
    irr, simple = pboc_2021_3_annual_rate(D(100000), D(1000), [D("8833.3")] * 12, 12)
    assert (str(half_up(irr.value, 2)), str(half_up(simple.value, 2))) == ("13.58", "12.80")
    assert (irr.name, simple.name, irr.unit) == ("irr_pct", "simple_pct", "percent")
    assert irr.inputs == (
        ("principal", "100000"),
        ("upfront_fee", "1000"),
        ("payments", "12 x 8833.3"),
        ("per_year", "12"),
    )
    assert irr.rule == "PBOC Announcement [2021] No. 3"


def test_a_rate_below_zero():
    irr, _ = pboc_2021_3_annual_rate(D(1000), D(0), [D(500), D(400)], 1)
    assert half_up(irr.value, 2) == D("-6.99")


def test_99_percent_down_is_the_limit():
    irr, _ = pboc_2021_3_annual_rate(D(1000), D(0), [D(10)], 1)
    assert irr.value == D(-99)
    with pytest.raises(NotComputable) as refused:
        pboc_2021_3_annual_rate(D(1000), D(0), [D("9.99")], 1)
    assert refused.value.reason == "rate_out_of_range"


@pytest.mark.parametrize(
    ("principal", "fee", "payments", "reason"),
    [
        (D(1000), D(0), [D(2300), D(-1320)], "several_sign_changes"),
        (D(1000), D(0), [], "missing_input"),
        (D(1000), D(0), [D(0), D(0)], "no_sign_change"),
        (D(1000), D(1000), [D(10)], "no_sign_change"),
        (D(0), D(0), [D(10)], "out_of_range"),
        (D(1000), D(-1), [D(10)], "out_of_range"),
        (D(1000), D(0), [D(500), D("NaN")], "out_of_range"),
        (None, D(0), [D(500)], "missing_input"),
    ],
)
def test_no_rate_is_guessed(principal, fee, payments, reason):
    with pytest.raises(NotComputable) as refused:
        pboc_2021_3_annual_rate(principal, fee, payments, 12)
    assert refused.value.reason == reason


@given(
    st.decimals(100, 10**7, places=2),
    st.decimals(0, 60, places=3),
    st.integers(1, 120),
    st.sampled_from([1, 4, 12, 52]),
)
def test_a_level_loan_gives_back_its_rate(principal, rate, count, per_year):
    payment = level_payment(principal, rate, count, per_year).value
    _, simple = pboc_2021_3_annual_rate(principal, D(0), [payment] * count, per_year)
    assert abs(simple.value - rate) < D("1e-20")


@given(
    st.decimals("0.01", 10**6, places=2),
    st.integers(1, 60),
    st.sampled_from(["equal_payment", "equal_principal", "interest_only", "bullet"]),
)
def test_a_loan_that_costs_nothing_has_a_rate_of_exactly_zero(principal, count, method):
    payments = schedule(principal, D(0), count, 12, method).payments
    rates = pboc_2021_3_annual_rate(principal, D(0), payments, 12)
    assert [str(half_up(rate.value, 2)) for rate in rates] == ["0.00", "0.00"]
    assert [rate.value for rate in rates] == [0, 0]


@given(st.decimals(0, 99, places=2), st.decimals(0, 99, places=2))
def test_a_greater_fee_never_lowers_the_rate(one, other):
    low, high = (
        pboc_2021_3_annual_rate(D(1000), fee, [D(90)] * 12, 12)[0].value
        for fee in sorted((one, other))
    )
    assert low <= high
