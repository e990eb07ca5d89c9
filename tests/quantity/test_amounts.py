"""An amount is an exact number, with or without grouped thousands; anything else is refused with advice."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.quantity import QuantityError, amount

ACCEPTED = {
    "0": "0", "10000": "10000", "10,000.00": "10000.00", "1,234,567.8": "1234567.8",
    "-250.00": "-250.00", "+5": "5", " 12 ": "12", "0.10": "0.10", "007": "7",
    "-1,000": "-1000", "123456789012345678901.5": "123456789012345678901.5",
}  # fmt: skip
REFUSED = [
    ("10,5", "amount-comma", {"text": "10,5", "better": "10.5"}),
    ("10,50", "amount-comma", {"text": "10,50", "better": "10.50"}),
    ("-0,5", "amount-comma", {"text": "-0,5", "better": "-0.5"}),
    ("0,500", "amount-comma", {"text": "0,500", "better": "0.500"}),
    ("1234,567", "amount-comma", {"text": "1234,567", "better": "1234.567"}),
    ("1,234,56", "amount-malformed", {"text": "1,234,56"}),
    ("00,500,000", "amount-malformed", {"text": "00,500,000"}),
    ("1.234,50", "amount-malformed", {"text": "1.234,50"}),
    ("", "amount-malformed", {"text": ""}),
    ("ten", "amount-malformed", {"text": "ten"}),
    ("5万", "amount-malformed", {"text": "5万"}),
    ("¥5", "amount-malformed", {"text": "¥5"}),
    ("1 000", "amount-malformed", {"text": "1 000"}),
    ("1_000", "amount-malformed", {"text": "1_000"}),
    ("1e3", "amount-malformed", {"text": "1e3"}),
    ("0x1F", "amount-malformed", {"text": "0x1F"}),
    (".5", "amount-malformed", {"text": ".5"}),
    ("5.", "amount-malformed", {"text": "5."}),
    ("--5", "amount-malformed", {"text": "--5"}),
    ("−5", "amount-malformed", {"text": "−5"}),
    ("５", "amount-malformed", {"text": "５"}),
    ("٥", "amount-malformed", {"text": "٥"}),
    ("nan", "amount-malformed", {"text": "nan"}),
    ("Infinity", "amount-malformed", {"text": "Infinity"}),
    ("5%", "amount-malformed", {"text": "5%"}),
    ("5\n6", "amount-malformed", {"text": "5\n6"}),
    ("1" * 25, "amount-too-long", {"text": "1" * 24 + "…"}),
]


@pytest.mark.parametrize(("text", "value"), ACCEPTED.items())
def test_accepted(text: str, value: str) -> None:
    assert str(amount(text)) == value


@pytest.mark.parametrize(("text", "code", "values"), REFUSED)
def test_refused(refusal: Callable, text: str, code: str, values: dict[str, str]) -> None:
    assert refusal(amount, text) == (code, values)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**14), max_value=10**14))
def test_what_is_written_is_what_is_read(value: Decimal) -> None:
    for text in (f"{value:f}", f"{value:,f}"):
        assert str(amount(text)) == f"{value:f}"


@given(st.text(max_size=30) | st.from_regex(r"\A[0-9.,+\- ]{1,26}\Z"))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        value = amount(text)
    except QuantityError:
        return
    # No digit of the text is lost, none is added.
    assert int("".join(filter(str.isdigit, text))) == int("".join(filter(str.isdigit, f"{value:f}")))
