"""How long a card debt lasts, and what it costs, where only the least is paid each month."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest

CARD = """\
example: {amount: 1000}
rates:
- {id: r, kind: %s, side: charged_to_you, rate: 24%%}
card: {%s}
"""


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def by_hand(owed: str, yearly: str, share: str, least: str, on_top: bool) -> tuple[int, Decimal, Decimal]:
    """(months, interest, total) of paying the minimum, statement by statement."""
    debt, months, interest, total = Decimal(owed), 0, Decimal(0), Decimal(0)
    while debt and months < 1000:
        charged = cents(debt * Decimal(yearly) / 1200)
        of = debt if on_top else debt + charged
        due = cents(max(of * Decimal(share) / 100 + (charged if on_top else 0), Decimal(least)))
        paid = min(due, debt + charged)
        debt, months, interest, total = debt + charged - paid, months + 1, interest + charged, total + paid
    return months, interest, total


@pytest.mark.parametrize(
    ("sample", "terms"),
    [
        ("hengjiang-credit-card", ("10000", "18.25", "5", "50", False)),
        pytest.param("ridgeway-rewards-card", ("3000", "22.99", "1", "35", True)),
    ],
)
def test_a_sample(of_sample: Callable, sample: str, terms: tuple[str, str, str, str, bool]) -> None:
    found = of_sample(sample)
    months, interest, total = by_hand(*terms)
    assert found["card.minimum_months"] == months
    assert found["card.minimum_interest"] == interest
    assert found["card.minimum_total"] == total == Decimal(terms[0]) + interest


def test_three_statements_by_hand(of: Callable) -> None:
    found = of("card", CARD % ("purchase", "minimum_share: 50%, minimum_amount: 300"))
    # 1000.00 + 20.00 → 510.00; 510.00 + 10.20 → 300.00; 220.20 + 4.40 → all of 224.60
    assert found == {
        "card.minimum_months": 3,
        "card.minimum_interest": Decimal("34.60"),
        "card.minimum_total": Decimal("1034.60"),
    }


def test_half_a_cent_of_interest_goes_up(of: Callable) -> None:
    card = CARD % ("purchase", "minimum_share: 100%")
    found = of("card", card.replace("amount: 1000", "amount: 3000").replace("24%", "22.99%"))
    # 3,000.00 × 22.99 % ÷ 12 = 57.475
    assert found["card.minimum_interest"] == Decimal("57.48")


@pytest.mark.parametrize(
    ("kind", "terms"),
    [
        ("purchase", "minimum_amount: 30"),
        ("cash_advance", "minimum_share: 5%"),
        ("penalty", "minimum_share: 5%"),
    ],
    ids=["no share", "only for cash", "only as a penalty"],
)
def test_no_run_can_be_told(of: Callable, kind: str, terms: str) -> None:
    assert of("card", CARD % (kind, terms)) == {}


def test_a_least_payment_below_the_interest_never_repays(of: Callable) -> None:
    assert of("card", CARD % ("purchase", "minimum_share: 1%")) == {"card.never": 1}


def test_a_rate_that_may_be_higher_tells_no_run(of: Callable) -> None:
    ranged = (CARD % ("purchase", "minimum_share: 5%")).replace("rate: 24%", "rate: 12%, rate_up_to: 24%")
    assert of("card", ranged) == {}
