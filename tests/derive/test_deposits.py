"""What a deposit earns: in full, early, and in slices; only where its terms say it without a doubt."""

from collections.abc import Callable
from decimal import Decimal

import pytest

TERM = "term: {type: fixed, length: %s}\nexample: {amount: 20000}\nrates:\n- {id: r, kind: fixed, side: paid_to_you, rate: 3.00%%%s}\n"
OPEN = "term: {type: open}\nexample: {amount: %s}\nrates:\n"
BAND = "- {id: r%d, kind: variable, side: paid_to_you, rate: %s%%, bands: [{%s}]}\n"


def banded(*bands: tuple[str, str]) -> str:
    return "".join(BAND % (n, rate, band) for n, (rate, band) in enumerate(bands))


def test_a_term_deposit(of_sample: Callable) -> None:
    found = of_sample("hengjiang-term-deposit-1y")
    assert found["interest.full"] == Decimal(50000) * Decimal("1.15") / 100 == 575
    assert found["interest.half_time"] == 6
    assert found["interest.early"] == Decimal(50000) * Decimal("0.05") / 100 / 2 == Decimal("12.5")
    assert found["interest.kept"] == Decimal("287.5")
    assert found["cost.P1Y"] == 0


@pytest.mark.parametrize(("length", "interest"), [("P3M", 150), ("P2Y", 1200), ("P1Y6M", 900)])
def test_simple_interest_for_months(of: Callable, length: str, interest: int) -> None:
    assert of("deposit", TERM % (length, "")) == {"interest.full": interest}


def test_half_of_an_odd_number_of_months_is_not_shown(of: Callable) -> None:
    more = TERM % ("P3M", "") + "exit: {possible: with_cost, rate: 0.05%}\n"
    assert of("deposit", more) == {"interest.full": 150}


@pytest.mark.parametrize(
    "more",
    [
        TERM % ("P90D", ""),
        TERM % ("P1Y", ", rate_up_to: 4.00%"),
        TERM % ("P1Y", ", bands: [{above: 100000}]"),
        TERM % ("P1Y", "") + "- {id: s, kind: fixed, side: paid_to_you, rate: 4.00%}\n",
        (TERM % ("P1Y", "")).replace("example: {amount: 20000}\n", ""),
        (TERM % ("P1Y", "")).replace("type: fixed", "type: range"),
        TERM % ("P1Y", ", condition: {en: For new customers}"),
        TERM % ("P1Y", ", until: 2027-01-31"),
        (TERM % ("P1Y", "")).replace("paid_to_you", "charged_to_you"),
    ],
    ids=["in days", "a range", "for some amounts", "one of two rates", "no example", "a choice of terms",
         "under a condition", "for a while", "charged"],
)
def test_no_interest_is_promised(of: Callable, more: str) -> None:
    assert of("deposit", more) == {}


def test_interest_in_slices(of_sample: Callable) -> None:
    by_hand = Decimal(10000) * 1 / 100 + Decimal(10000) * Decimal("3.5") / 100
    assert of_sample("harbour-tiered-saver")["interest.year"] == by_hand == 450


@pytest.mark.parametrize(
    ("amount", "mode", "interest"),
    [("5000", "slice", 50), ("10000", "slice", 100), ("30000", "slice", 100 + 400),
     ("5000", "whole", 50), ("10000", "whole", 100), ("30000", "whole", 600)],
)  # fmt: skip
def test_slices_and_the_whole(of: Callable, amount: str, mode: str, interest: int) -> None:
    bands = banded(("1.00", f"up_to: 10000, mode: {mode}"), ("2.00", f"above: 10000, mode: {mode}"))
    assert of("deposit", OPEN % amount + bands) == {"interest.year": interest}


@pytest.mark.parametrize(
    "bands",
    [
        [("1.00", "above: 5000, up_to: 10000"), ("2.00", "above: 10000")],
        [("1.00", "up_to: 10000"), ("2.00", "above: 20000")],
        [("1.00", "up_to: 10000"), ("2.00", "above: 5000")],
        [("1.00", "up_to: 10000"), ("2.00", "above: 10000, up_to: 90000")],
        [("1.00", "name: {en: Base}"), ("2.00", "name: {en: Bonus}")],
        [("1.00", "up_to: 0"), ("2.00", "above: 0")],
        [("-1.00", "up_to: 10000"), ("2.00", "above: 10000")],
        [("1.00", "up_to: 10000, mode: slice"), ("2.00", "above: 10000, mode: whole")],
    ],
    ids=["nothing at first", "a gap", "an overlap", "an end", "two for all", "an empty band",
         "below zero", "two modes"],
)  # fmt: skip
def test_bands_that_leave_a_doubt_have_no_interest(of: Callable, bands: list[tuple[str, str]]) -> None:
    assert of("deposit", OPEN % "30000" + banded(*bands)) == {}


def test_a_band_may_begin_a_cent_later(of: Callable) -> None:
    bands = banded(("1.00", "up_to: 9999.99, mode: whole"), ("2.00", "at_least: 10000, mode: whole"))
    assert of("deposit", OPEN % "10000" + bands) == {"interest.year": 200}
