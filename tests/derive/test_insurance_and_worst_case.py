"""What premiums come to, what giving a policy up loses, and what the worst case costs."""

from collections.abc import Callable
from decimal import Decimal

import pytest


def test_premiums_and_surrender(of_sample: Callable) -> None:
    found = of_sample("anhe-whole-life-savings")
    assert (found["premium.year"], found["premium.total"]) == (10000, 50000)
    values = (3260, 8940, 17150, 27880, 41200, 45900, 49350, 51120, 52140, 53180)
    for year, value in enumerate(values, start=1):
        paid = 10000 * min(year, 5)
        assert found[f"surrender.{year}.paid"] == paid
        assert found[f"surrender.{year}.loss"] == paid - value


def test_the_loss_in_words_of_the_sample(of_sample: Callable) -> None:
    found = of_sample("anhe-whole-life-savings")
    assert (found["worst.loss"], found["worst.share"]) == (10000 - 3260, Decimal("67.4"))


@pytest.mark.parametrize(
    ("premium", "figures"),
    [
        ("amount: 100, every: P1M, for: P2Y", {"premium.year": 1200, "premium.total": 2400}),
        ("amount: 100, every: P3M", {"premium.year": 400}),
        ("amount: 100, every: P1Y, for: P18M", {"premium.year": 100}),
        ("amount: 100", {}),
        ("amount: 100, every: P5M", {}),
        ("amount: 100, every: P30D", {}),
        ("amount: 100, every: P0D", {}),
    ],
)
def test_premiums(of: Callable, premium: str, figures: dict[str, int]) -> None:
    assert of("insurance", f"insurance: {{premium: {{{premium}}}}}\n") == figures


@pytest.mark.parametrize("row", ["year: 1, value: -5"])
def test_a_table_that_makes_no_sense_has_no_losses(of: Callable, row: str) -> None:
    more = f"insurance: {{premium: {{amount: 100, every: P1Y, for: P2Y}}, cash_values: [{{{row}}}]}}\n"
    found = of("insurance", more)
    assert found == {"premium.year": 100, "premium.total": 200}


def test_costs_of_a_policy_that_nobody_stated_are_not_counted(of_sample: Callable) -> None:
    assert not [name for name in of_sample("anhe-whole-life-savings") if name.startswith(("cost", "fees"))]


def test_the_worst_case(of: Callable) -> None:
    worst = "risk: {worst: {amount: 10000, gets_back: %s, when: {en: Once}}}\n"
    assert of("fund", worst % "6200") == {"worst.loss": 3800, "worst.share": 38}
    assert of("fund", worst % "9999.99")["worst.loss"] == Decimal("0.01")
    assert of("fund", worst % "0") == {"worst.loss": 10000, "worst.share": 100}


@pytest.mark.parametrize("sample", ["hengjiang-growth-mixed", "mingyuan-csi-index-fund"])
def test_the_worst_case_of_a_sample(of_sample: Callable, sample: str) -> None:
    found = of_sample(sample)
    assert found["worst.share"] == found["worst.loss"] / 100
