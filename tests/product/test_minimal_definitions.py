"""Ten lines make a product of any kind; it is typed, frozen, and says what was left out."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from disclosure.product import KINDS, SCHEMA, Card, Deposit, Fund, Insurance, Loan, Text, Wealth
from disclosure.quantity import Period, Rate

CLASSES = {
    "deposit": Deposit, "wealth": Wealth, "fund": Fund, "loan": Loan, "card": Card,
    "insurance": Insurance,
}  # fmt: skip


def test_the_kinds() -> None:
    assert KINDS == tuple(CLASSES)


@pytest.mark.parametrize("kind", KINDS)
def test_ten_lines_are_enough(parsed: Callable, minimal: Callable, kind: str) -> None:
    one = parsed(minimal(kind))
    assert type(one) is CLASSES[kind]
    assert (one.schema_, one.kind, one.id, one.version) == (SCHEMA, kind, "a", "1")
    assert one.languages == ("zh-CN", "en")
    assert one.name == Text((("zh-CN", "甲"), ("en", "A")))
    assert one.as_of == date(2026, 11, 24)
    assert one.regimes == ("plain.sheet",)
    assert (one.fees, one.rates, one.risk, one.term, one.example) == (None,) * 5


def test_what_is_typed_keeps_its_form(parsed: Callable, minimal: Callable) -> None:
    more = 'fees:\n- {id: f, name: {zh-CN: 丙, en: F}, when: periodic, every: P6M, amount: 0.10, rate: "0.50%", of: balance}\n'
    (fee,) = parsed(minimal("fund", more)).fees
    assert str(fee.amount) == "0.10"
    assert fee.rate == Rate(Decimal("0.50")) and str(fee.rate) == "0.50%"
    assert fee.every == Period(months=6)
    assert (fee.status, fee.combine, fee.at_most) == ("charged", "sum", False)


def test_yes_and_no(parsed: Callable, minimal: Callable) -> None:
    one = parsed(minimal("card", "card: {interest_on_top: yes}\n"))
    assert one.card.interest_on_top is True


def test_a_text_is_one_line_in_each_language(parsed: Callable, minimal: Callable) -> None:
    one = parsed(minimal("fund", "how:\n  zh-CN: 怎样\n  en: |\n    Two\n    lines.\n"))
    assert one.how.get("en") == "Two lines."
    assert one.how.get("zh-CN") == "怎样"
    assert one.how.get("fr") is None
    assert list(one.how) == [("zh-CN", "怎样"), ("en", "Two lines.")]


def test_a_product_is_frozen(parsed: Callable, minimal: Callable) -> None:
    one: Any = parsed(minimal("fund", "risk: {can_lose: all}\n"))
    for part, field in ((one, "id"), (one.risk, "can_lose"), (one.provider, "name")):
        with pytest.raises(ValidationError):
            setattr(part, field, None)
    assert hash(one.name) == hash(Text((("zh-CN", "甲"), ("en", "A"))))


def test_words_that_are_names_in_python(parsed: Callable, minimal: Callable) -> None:
    more = "insurance: {premium: {amount: 5, every: P1Y, for: P3Y}}\n"
    premium = parsed(minimal("insurance", more)).insurance.premium
    assert (premium.amount, premium.every, premium.for_) == (5, Period(1), Period(3))
