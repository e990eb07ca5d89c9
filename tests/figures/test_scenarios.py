"""What a customer might get back: growth over the sub-intervals of a price history."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.scenarios import demand_order, scenarios, window_months

D = Decimal


def values(figures):
    return [round(one.value, 2) for one in figures]


def test_a_price_that_grows_one_per_cent_a_month():
    prices = [D("1.01") ** k for k in range(121)]
    assert values(scenarios(prices, 12, D(10000))) == [D("11268.25")] * 3


def test_entry_and_exit_costs_come_off():
    prices = [D(1)] * 121
    assert values(scenarios(prices, 60, D(10000), D(3), D(1))) == [D("9603.00")] * 3


def test_the_last_shorter_spell_can_be_the_worst():
    # Five years of growth, then a fall in the last year that no full sub-interval shows so badly.
    prices = [D(100) + k for k in range(109)] + [D(208) - 8 * k for k in range(1, 13)]
    unfavourable, _, _ = scenarios(prices, 60, D(10000))
    assert round(unfavourable.value, 20) == round(D(10000) * prices[-1] / prices[-13], 20)


def test_the_median_lies_between_two_middles():
    prices = [D(1)] * 60 + [D(2)] * 61
    assert values(scenarios(prices, 60, D(100))) == [D("100.00"), D("200.00"), D("200.00")]


@given(st.lists(st.integers(50, 150), min_size=121, max_size=140), st.integers(1, 60))
def test_scenarios_stand_in_order(prices, months):
    low, middle, high = (one.value for one in scenarios([D(p) for p in prices], months, D(10000)))
    assert low <= middle <= high


def test_a_short_history_is_refused():
    with pytest.raises(NotComputable, match="120 months of prices are needed, there are 119"):
        scenarios([D(1)] * 120, 36, D(10000))


@pytest.mark.parametrize(("months", "window"), [(12, 120), (60, 120), (61, 121), (120, 180)])
def test_how_much_history_counts(months, window):
    assert window_months(months) == window


def test_the_order_of_stated_scenarios():
    demand_order(D(1), D(1), D(2), D(3))
    with pytest.raises(NotComputable, match="the unfavourable scenario .* is better than the moderate one"):
        demand_order(D(1), D(3), D(2), D(4))
