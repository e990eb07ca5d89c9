"""What an investment or deposit costs to the end of each time: entry + yearly fees × years + exit."""

from collections.abc import Callable
from decimal import Decimal

import pytest

EXIT = (
    "when: exit, of: amount_taken_out, tiers: {by: time_held, steps: "
    "[{held_up_to: P1Y, rate: 2%}, {held_up_to: P3Y, rate: 1%}, {rate: 0.00%}]}"
)
YEARLY = "when: yearly, rate: 1.00%, of: net_assets"


def test_an_entry_fee_and_two_yearly_ones(of_sample: Callable) -> None:
    entry, a_year = Decimal("300.00"), Decimal("145.00") + Decimal("18.00")
    found = of_sample("northlight-global-fund")
    assert found["cost.P1Y"] == entry + a_year
    assert found["cost.P5Y"] == entry + 5 * a_year == 1115


def test_an_entry_fee_in_steps_and_an_exit_fee_that_ends(of_sample: Callable) -> None:
    found = of_sample("mingyuan-csi-index-fund")
    entry, a_year = Decimal(30), Decimal(15 + 5 + 2)
    assert [found[f"cost.P{years}Y"] for years in (1, 3, 5)] == [entry + years * a_year for years in (1, 3, 5)]


def test_a_part_of_a_year_in_days(of_sample: Callable) -> None:
    found = of_sample("hengjiang-stable-180d")
    assert round(found["cost.P180D"], 10) == round(Decimal(30 + 20 + 2) * 180 / 365, 10)


def test_a_monthly_fee(of_sample: Callable) -> None:
    found = of_sample("harbour-tiered-saver")
    assert (found["cost.P1Y"], found["cost.P3Y"]) == (12 * 5, 36 * 5)


@pytest.mark.parametrize(
    ("after", "exit_fee"),
    [("P6M", 200), ("P364D", 200), ("P1Y", 100), ("P365D", 100), ("P2Y", 100), ("P3Y", 0), ("P10Y", 0)],
)
def test_an_exit_fee_by_the_time_held(of: Callable, fees: Callable, after: str, exit_fee: int) -> None:
    assert of("fund", fees(EXIT, after=after))[f"cost.{after}"] == exit_fee


def test_an_exit_fee_by_amount_is_not_compared_with_the_time_held(of: Callable, fees: Callable) -> None:
    steps = "tiers: {by: amount, steps: [{up_to: 5000, rate: 2%}, {rate: 1%}]}"
    found = of("fund", fees(f"when: exit, of: amount_taken_out, {steps}"))
    assert (found["cost.P1Y"], found["cost.P5Y"]) == (100, 100)


@pytest.mark.parametrize(
    ("every", "times"),
    [("P3M", 4), ("P6M", 2), ("P2Y", Decimal("0.5")), ("P73D", 5), ("P1W", Decimal(365) / 7)],
)
def test_a_fee_every_so_often(of: Callable, fees: Callable, every: str, times: Decimal) -> None:
    found = of("fund", fees(f"when: periodic, every: {every}, amount: 10"))
    assert round(found["cost.P1Y"], 20) == round(10 * Decimal(times), 20)


@pytest.mark.parametrize(
    "other",
    [
        "when: yearly, status: free",
        "when: yearly, status: free, rate: 0%, of: balance",
        "when: yearly, status: not_charged_now, rate: 5%, of: balance",
        "when: entry, status: not_charged_now, amount: 500",
        "when: exit, status: not_stated",
        "when: event, amount: 40",
        "when: each_time, rate: 1%, of: transaction",
        "when: exit, rate: 20%, of: profit",
        "when: periodic, trigger: {en: As needed}, amount: 9",
    ],
)
def test_what_is_not_sure_to_be_charged_is_not_counted(of: Callable, fees: Callable, other: str) -> None:
    found = of("fund", fees(YEARLY, other))
    assert (found["cost.P1Y"], found["cost.P5Y"]) == (100, 500)


def test_a_fee_that_is_waived_for_now_is_counted_in_full(of: Callable, fees: Callable) -> None:
    waived = YEARLY + ", waivers: [{instead_rate: 0.10%, until: 2027-03-31}]"
    assert of("fund", fees(waived))["cost.P5Y"] == 500


def test_no_fees_cost_nothing_but_fees_nobody_stated_have_no_cost(of: Callable, fees: Callable) -> None:
    stated = fees()
    assert of("fund", stated) == {"cost.P1Y": 0, "cost.P5Y": 0}
    assert of("fund", stated.partition("fees:")[0]) == {}


@pytest.mark.parametrize(
    "doubtful",
    [
        "when: yearly, rate: 0.50%, rate_up_to: 1.50%, of: balance",
        "when: yearly, amount: 5, currency: USD",
        "when: periodic, every: P0D, amount: 5",
        "when: entry, of: balance, tiers: {by: amount, steps: [{up_to: 0, rate: 2%}, {rate: 1%}]}",
        "when: yearly, of: balance, tiers: {by: time_held, steps: [{held_up_to: P1Y, rate: 2%}, {rate: 1%}]}",
        "when: exit, of: balance, tiers: {by: time_held, mode: slice, steps: [{held_up_to: P1Y, rate: 2%}, {rate: 1%}]}",
    ],
    ids=["a range", "another currency", "no time at all", "a step of nothing",
         "a yearly fee by time", "slices of time"],
)  # fmt: skip
def test_what_cannot_be_computed_honestly_is_named_and_not_counted(
    of: Callable, fees: Callable, uncounted: Callable, doubtful: str
) -> None:
    assert of("fund", fees(YEARLY, doubtful))["cost.P1Y"] == of("fund", fees(YEARLY))["cost.P1Y"]
    assert uncounted("fund", fees(YEARLY, doubtful)) == ("f1",)


@pytest.mark.parametrize("unknown", ["when: yearly, status: not_stated", "when: exit, rate: 20%, of: profit"])
def test_where_nothing_can_be_counted_there_is_no_cost_rather_than_none(
    of: Callable, fees: Callable, uncounted: Callable, unknown: str
) -> None:
    assert not [name for name in of("fund", fees(unknown)) if name.startswith("cost.")]
    assert uncounted("fund", fees(unknown)) == ("f0",)


def test_a_fee_that_only_may_happen_is_not_missed(fees: Callable, uncounted: Callable) -> None:
    assert uncounted("fund", fees(YEARLY, "when: event, amount: 40", "when: exit, status: free")) == ()


@pytest.mark.parametrize("kind", ["card", "insurance"])
def test_other_kinds_have_no_cost_over_time_of_this_sort(of: Callable, fees: Callable, kind: str) -> None:
    assert "cost.P1Y" not in of(kind, fees(YEARLY))
