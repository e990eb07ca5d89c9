"""EU market and credit risk: published and filed measures, and measures of a price history."""

from decimal import Decimal
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.priips import (
    Moments,
    credit_risk_measure,
    log_returns,
    moments,
    stress_scenario,
    stressed_volatility,
    value_at_risk,
    volatility_equivalent,
)

D = Decimal
# ESAs JC 2017 49, page 8
ESA = Moments(D("0.01224357"), D("-0.351143435"), D("3.528489"))


def test_the_example_of_the_supervisors():
    var = value_at_risk(ESA, 256).value
    assert abs(var - D("-0.4053")) < D("0.00012")
    assert abs(volatility_equivalent(var, D(1)).value - D("19.69")) < D("0.012")


# A filed EPT row: 3 years of a share class
def test_a_filed_stress_scenario():
    of = Moments(D("0.00787044"), D("-1.74169645"), D("23.34691797"))
    assert abs(stress_scenario(of, 743, D(3)).value - D("-11.886427")) < D("0.0001")


def test_one_year_uses_the_outer_quantile():
    of = Moments(D("0.01"), D(0), D(0))
    assert dict(stress_scenario(of, 256, D(1)).inputs)["z"] == "-2.326347874"
    assert dict(stress_scenario(of, 512, D(2)).inputs)["z"] == "-1.644853627"


@given(st.lists(st.integers(50, 200), min_size=5, max_size=60))
def test_moments_are_those_of_the_population(prices):
    returns = log_returns([D(price) for price in prices])
    of = moments(returns)
    floats = [float(one) for one in returns]
    mean = fmean(floats)
    sigma = fmean((one - mean) ** 2 for one in floats) ** 0.5
    assert float(of.volatility) == pytest.approx(sigma, rel=1e-9, abs=1e-12)
    if sigma > 1e-6:
        skew = fmean((one - mean) ** 3 for one in floats) / sigma**3
        kurtosis = fmean((one - mean) ** 4 for one in floats) / sigma**4 - 3
        assert float(of.skew) == pytest.approx(skew, abs=1e-6)
        assert float(of.excess_kurtosis) == pytest.approx(kurtosis, abs=1e-6)


def test_prices_that_never_move_have_no_risk():
    assert moments(log_returns([D(5)] * 10)) == Moments(D(0), D(0), D(0))


def test_stressed_volatility_is_that_of_the_worst_windows():
    calm, wild = [D("0.001"), D("-0.001")] * 20, [D("0.05"), D("-0.05")] * 5
    high = stressed_volatility([*calm, *wild], 10, 99)
    assert (high, stressed_volatility(calm, 10, 90)) == (D("0.05"), D("0.001"))
    with pytest.raises(NotComputable):
        stressed_volatility(calm[:5], 10, 90)


@pytest.mark.parametrize(
    ("step", "years", "level"), [(0, 30, 1), (1, "0.5", 1), (1, 5, 2), (3, 5, 4), (4, 13, 6), (6, 1, 6)]
)
def test_credit_risk(step, years, level):
    assert credit_risk_measure(step, D(years)).value == level


@pytest.mark.parametrize("prices", [["5"], ["5", "0"], ["5", "-1"]])
def test_no_return_without_prices(prices):
    with pytest.raises(NotComputable):
        log_returns([D(price) for price in prices])
