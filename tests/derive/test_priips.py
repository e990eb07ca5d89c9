"""The figures of the EU key information document follow from the definition, and only where they can."""

from decimal import Decimal

import pytest

from disclosure import derive, product, shipped, source
from disclosure.figures.rounding import half_up

PLACE = shipped.folder("products", "northlight-global-fund.yaml")
TEXT = PLACE.read_text(encoding="utf-8")


def figures(*edits: tuple[str, str]) -> dict[str, Decimal]:
    text = TEXT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    found = derive.derive(product.parse(source.parse(text, "x.yaml")))
    return {name: figure.value for name, figure in found.items() if name.startswith("priips.")}


def test_the_rows_of_the_first_year_are_its_total() -> None:
    found = figures()
    rows = sum(found[f"priips.row.{name}"] for name in ("entry", "exit", "running", "transaction", "incidental"))
    assert abs(rows - found["priips.cost.P1Y.total"]) <= 2


def test_the_impact_is_the_difference_of_the_returns() -> None:
    found = figures()
    assert found["priips.before"] - found["priips.after"] == pytest.approx(found["priips.cost.P5Y.impact"])
    assert half_up(found["priips.after"], 1) == Decimal("5.5")


def test_no_cost_has_no_impact() -> None:
    free = figures(
        ('    rate: "3.00%"\n    of: amount_paid_in\n    at_most: yes\n', "    status: free\n"),
        ('    rate: "1.45%"\n    of: net_assets\n', "    status: free\n"),
        ('    rate: "0.18%"\n    of: net_assets\n', "    status: free\n"),
    )
    for after in ("P1Y", "P5Y"):
        assert (free[f"priips.cost.{after}.total"], half_up(free[f"priips.cost.{after}.impact"], 9)) == (0, 0)


def test_monthly_prices_are_one_class_up() -> None:
    assert figures()["priips.mrm"] == 4
    assert figures(("  category: 2\n", "  category: 2\n  prices_a_year: 12\n"))["priips.mrm"] == 5


def test_volatility_follows_from_the_moments() -> None:
    moments = '  prices_a_year: 252\n  moments: {count: 1240, volatility: "0.457462%", skew: -0.192054, excess_kurtosis: 1.8596821}\n'
    found = figures(("  category: 2\n", "  category: 2\n" + moments), ("  recommended: P5Y", "  recommended: P3Y"))
    assert abs(found["priips.vev"] - Decimal("7.221751")) < Decimal("0.00001")


@pytest.mark.parametrize(("recommended", "years"), [("P1Y", 10), ("P5Y", 10), ("P6Y", 11), ("P10Y", 15)])
def test_the_window_of_history(recommended: str, years: int) -> None:
    assert figures(("  recommended: P5Y", f"  recommended: {recommended}"))["priips.window"] == years


def test_a_sum_that_is_not_stated_is_worked_out_to_the_nearest_ten() -> None:
    found = figures(('gets_back: 13070, yearly: "5.5%"', 'yearly: "5.5%"'))
    assert found["priips.moderate.P5Y.back"] == 13070
    found = figures(('gets_back: 13070, yearly: "5.5%"', "gets_back: 13070"))
    assert half_up(found["priips.moderate.P5Y.yearly"], 1) == Decimal("5.5")


@pytest.mark.parametrize(
    "edit",
    [
        ("  recommended: P5Y\n", ""),
        ("    status: not_charged_now\n    of: profit\n", "    rate: \"10%\"\n    of: profit\n"),
        ("    status: free\n", "    status: not_stated\n"),
    ],
)
def test_costs_that_cannot_be_counted_are_no_figure(edit: tuple[str, str]) -> None:
    assert [name for name in figures(edit) if name.startswith(("priips.cost.", "priips.row."))] == []


def test_a_fee_of_the_profit_counts_by_its_average() -> None:
    found = figures(
        ("    status: not_charged_now\n    of: profit\n", "    rate: \"10%\"\n    of: profit\n"),
        ("  category: 2\n", "  category: 2\n  incidental_average: \"0.50%\"\n"),
    )
    assert found["priips.row.incidental"] == 51
    assert found["priips.cost.P1Y.total"] > figures()["priips.cost.P1Y.total"]
