"""A fee that is a share is told in money on the example amount, or on 1,000 of what it is charged on."""

from collections.abc import Callable
from decimal import Decimal

import pytest

CASES = [
    # the fee; its money, by hand
    ("when: yearly, rate: 1.45%, of: net_assets", Decimal(10000) * Decimal("0.0145")),
    ("when: entry, rate: 3.00%, of: amount_paid_in", Decimal(300)),
    ("when: entry, rate: 3.00%, of: amount_paid_in, at_most: yes", Decimal(300)),
    ("when: event, rate: 5.00%, of: overdue", Decimal(1000) * Decimal("0.05")),
    ("when: yearly, rate: 0.125%, of: balance", Decimal("12.5")),
    ("when: yearly, rate: 0.125%, of: balance, minimum: 30", Decimal(30)),
]
WITHOUT_FIGURE = [
    "when: yearly, amount: 5",
    "when: yearly, rate: 0.50%, rate_up_to: 1.50%, of: balance",
    "when: yearly, status: free, rate: 0%, of: balance",
    "when: yearly, status: not_charged_now, rate: 1%, of: balance",
    "when: yearly, status: not_stated",
    # on a round thousand only what is in proportion to it
    "when: each_time, rate: 1.00%, of: transaction, amount: 4",
    "when: event, rate: 0.50%, of: overdue, minimum: 10",
    "when: event, rate: 5.00%, of: overdue, maximum: 32",
    "when: yearly, rate: 1%, of: balance, minimum: 10, currency: USD",
    "when: exit, of: balance, tiers: {by: time_held, steps: [{held_up_to: P1Y, rate: 2%}, {rate: 1%}]}",
    "when: event, of: overdue, tiers: {by: amount, steps: [{up_to: 10, rate: 2%}, {rate: 1%}]}",
]


@pytest.mark.parametrize(("fee", "money"), CASES)
def test_in_money(of: Callable, fees: Callable, fee: str, money: Decimal) -> None:
    assert of("fund", fees(fee))["fees.f0"] == money


@pytest.mark.parametrize("fee", WITHOUT_FIGURE)
def test_without_a_figure(of: Callable, fees: Callable, fee: str) -> None:
    assert "fees.f0" not in of("fund", fees(fee))


def test_without_an_example_a_share_is_told_on_a_thousand(of: Callable, fees: Callable) -> None:
    fee = fees("when: yearly, rate: 1.45%, of: net_assets").partition("\n")[2]
    assert of("fund", fee) == {"fees.f0": Decimal("14.5")}


STEPS = "{up_to: 1000, rate: 2%}, {up_to: 5000, rate: 1%}, {rate: 0.5%, amount: 3}"


@pytest.mark.parametrize(
    ("rules", "amount", "money"),
    [
        ("mode: slice", "10000", 20 + 40 + 25 + 3),
        ("mode: slice", "3000", 20 + 20),
        ("mode: slice", "1000", 20),
        ("mode: whole", "10000", 50 + 3),
        ("mode: whole", "3000", 30),
        ("mode: whole", "1000", 20),
        ("mode: whole, bound: below", "1000", 10),
        ("mode: whole, bound: below", "999.99", Decimal("19.9998")),
        ("mode: whole", "5000", 50),
        ("mode: whole, bound: below", "5000", 25 + 3),
    ],
)
def test_steps_by_amount(of: Callable, fees: Callable, rules: str, amount: str, money: Decimal) -> None:
    fee = f"when: entry, of: amount_paid_in, tiers: {{by: amount, {rules}, steps: [{STEPS}]}}"
    found = of("fund", fees(fee, amount=amount))
    assert found["fees.f0"] == found["cost.P1Y"] == money
