"""What costs take a year, as the EU shows it: the fall in the yearly return."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.cost_impact import Costs, costs_over_time, holding_columns
from disclosure.figures.figure import NotComputable

D = Decimal
PERCENT = st.decimals("0", "5", places=2)


def test_entry_and_running_costs_over_five_years():
    value, net, impact, total = costs_over_time(D(10000), Costs(D(3), D("1.5")), D(5), 5)
    assert [round(one.value, 3) for one in (value, net, impact, total)] == [
        D("11478.876"), D("2.797"), D("2.203"), D("1118.023"),
    ]  # fmt: skip


def test_a_charge_on_a_growing_fund_costs_more_than_its_rate():
    _, _, impact, _ = costs_over_time(D(10000), Costs(ongoing_pct=D("1.5")), D(5), 5)
    assert impact.value == D("1.575")


@given(PERCENT, PERCENT, PERCENT, st.integers(1, 40))
def test_costs_lower_the_return(entry, ongoing, leaving, years):
    value, net, impact, total = costs_over_time(D(10000), Costs(entry, ongoing, leaving), D(4), years)
    free = entry == ongoing == leaving == 0
    assert (abs(impact.value) < D("1e-40")) if free else impact.value > 0
    assert abs(net.value + impact.value - 4) < D("1e-40")
    assert total.value >= 0 and value.value > 0


@pytest.mark.parametrize(("years", "columns"), [(1, (1,)), (3, (1, 3)), (9, (1, 9)), (10, (1, 5, 10)), (15, (1, 8, 15))])
def test_the_columns_of_the_table(years, columns):
    assert holding_columns(years) == columns


@pytest.mark.parametrize("costs", [{"entry_pct": D(101)}, {"ongoing_pct": D(-1)}])
def test_costs_are_shares(costs):
    with pytest.raises(NotComputable):
        Costs(**costs)
