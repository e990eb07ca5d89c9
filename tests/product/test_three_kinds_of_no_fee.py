"""No fees stated, no fees, a fee of nothing, one not charged now and one nobody stated stay apart."""

from collections.abc import Callable

import pytest

FEE = "fees: [{id: f, name: {zh-CN: 丙, en: F}, when: yearly, %s}]\n"


def test_fees_left_out_are_not_no_fees(parsed: Callable, minimal: Callable) -> None:
    assert parsed(minimal("fund")).fees is None
    assert parsed(minimal("fund", "fees: []\n")).fees == ()


@pytest.mark.parametrize("status", ["free", "not_charged_now", "not_stated"])
def test_a_fee_without_a_price_keeps_its_status(parsed: Callable, minimal: Callable, status: str) -> None:
    (fee,) = parsed(minimal("fund", FEE % f"status: {status}")).fees
    assert (fee.status, fee.amount, fee.rate, fee.tiers) == (status, None, None, None)


def test_a_fee_not_charged_now_may_say_what_it_would_be(parsed: Callable, minimal: Callable) -> None:
    (fee,) = parsed(minimal("fund", FEE % "status: not_charged_now, amount: 5")).fees
    assert (fee.status, fee.amount) == ("not_charged_now", 5)


def test_a_fee_of_nothing_is_no_price(told: Callable, minimal: Callable) -> None:
    assert [one[3] for one in told(minimal("fund", FEE % "amount: 0"))] == ["fee-zero"]


def test_a_free_fee_may_repeat_that_it_is_nothing(parsed: Callable, minimal: Callable) -> None:
    (fee,) = parsed(minimal("fund", FEE % "status: free, amount: 0")).fees
    assert (fee.status, fee.amount) == ("free", 0)
