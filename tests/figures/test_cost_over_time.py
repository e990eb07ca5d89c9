"""What holding a product costs over the years, on a constant amount and with growth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.costs import (
    Recurring,
    cost_over_time,
    cost_over_time_with_growth,
    us_n1a_expense_example,
)
from disclosure.figures.figure import NotComputable
from disclosure.figures.rounding import half_up

D = Decimal


def test_costs_on_a_constant_amount_and_their_trace():
    yearly = [Recurring(D("50.00"), "management"), Recurring(D(20), "custody")]
    figure = cost_over_time(D(100), yearly, D(25), D("2.5"))
    assert figure.value == D(300)
    assert figure.unit == "money"
    assert figure.inputs == (
        ("entry", "100"),
        ("management", "50.00"),
        ("custody", "20"),
        ("exit", "25"),
        ("years", "2.5"),
    )


def test_leaving_at_once_costs_entry_and_exit():
    assert cost_over_time(D(100), [Recurring(D(50))], D(25), D(0)).value == D(125)


def test_costs_with_growth():
    # 10,000 less 2 %; first year 9,800 -> 10,094 costs 1 % of 9,947; leaving costs 1 % of 10,094.
    figure = cost_over_time_with_growth(D(10000), D(2), D(1), D(1), D(4), 1)
    assert figure.value == D("200") + D("99.47") + D("100.94")


@pytest.mark.vectors("us_n1a_expense_example")
def test_filed_expense_examples(case):
    given_ = case["inputs"]
    net = given_["net_expense_pct"]
    figures = us_n1a_expense_example(
        investment=D(given_["investment"]),
        sales_load_pct=D(given_["sales_load_pct"]),
        gross_expense_pct=D(given_["gross_expense_pct"]),
        net_expense_pct=None if net == "null" else D(net),
        net_years=int(given_["net_years"]),
        years=[int(year) for year in given_["years"]],
        annual_return_pct=D(given_["annual_return_pct"]),
    )
    printed = [str(half_up(figure.value, 0)) for figure in figures]
    assert printed == case["expected"]["cost_usd"]


def test_expense_example_names_its_years():
    figures = us_n1a_expense_example(D(10000), D(0), D("0.92"), None, 0, [1, 3])
    assert [figure.name for figure in figures] == [
        "n1a_expense_example_year_1",
        "n1a_expense_example_year_3",
    ]
    assert [half_up(figure.value, 0) for figure in figures] == [D(94), D(293)]
    assert figures[1].inputs[-1] == ("years", "3")


@pytest.mark.parametrize(
    ("compute", "reason"),
    [
        (lambda: cost_over_time(D(0), [], D(0), D(-1)), "out_of_range"),
        (lambda: cost_over_time(D("NaN"), [], D(0), D(1)), "out_of_range"),
        (lambda: cost_over_time(None, [], D(0), D(1)), "missing_input"),
        (lambda: cost_over_time_with_growth(D(1), D(101), D(0), D(0), D(0), 1), "out_of_range"),
        (lambda: cost_over_time_with_growth(D(1), D(0), D(60), D(0), D(-50), 1), "out_of_range"),
        (lambda: us_n1a_expense_example(D(1), D(0), D(1), None, 1, [1]), "missing_input"),
        (lambda: us_n1a_expense_example(D(1), D(0), D(1), None, 0, []), "missing_input"),
        (lambda: us_n1a_expense_example(D(1), D(0), D(1), None, 0, [0]), "out_of_range"),
    ],
)
def test_bad_terms_are_refused(compute, reason):
    with pytest.raises(NotComputable) as refused:
        compute()
    assert refused.value.reason == reason


percents = st.decimals(0, 10, places=2)


@given(st.decimals(1, 10**6, places=2), percents, percents, percents, st.integers(0, 30))
def test_what_costs_take_is_never_more_than_all_money_with_no_growth(
    amount, entry, yearly, exit_, years
):
    cost = cost_over_time_with_growth(amount, entry, yearly, exit_, D(0), years).value
    assert 0 <= cost <= amount


@given(percents, percents, st.lists(st.integers(1, 20), min_size=2, max_size=4))
def test_the_example_and_the_growth_figure_agree_where_nothing_is_waived(load, ratio, years):
    for figure, year in zip(
        us_n1a_expense_example(D(10000), load, ratio, None, 0, years), years, strict=True
    ):
        grown = cost_over_time_with_growth(D(10000), load, ratio, D(0), D(5), year)
        assert abs(figure.value - grown.value) < D("1e-40")
