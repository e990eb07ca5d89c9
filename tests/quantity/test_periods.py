"""A length of time is written as in ISO 8601; the usual ways to say one are refused with that form."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.quantity import Period, QuantityError, period

ACCEPTED = {
    "P1Y": Period(1), "P6M": Period(0, 6), "P2W": Period(0, 0, 2), "P90D": Period(0, 0, 0, 90),
    "P1Y6M": Period(1, 6), "P1Y2M3W4D": Period(1, 2, 3, 4), "P0D": Period(), " P12M ": Period(0, 12),
}  # fmt: skip
NOT_ISO = {
    "90天": "P90D", "90日": "P90D", "3个月": "P3M", "3月": "P3M", "1年": "P1Y", "2周": "P2W",
    "6 months": "P6M", "1 year": "P1Y", "1 Year": "P1Y", "2 weeks": "P2W", "30 days": "P30D",
    "30d": "P30D", "12M": "P12M", "１２天": "P12D", "007 days": "P7D",
}  # fmt: skip
MALFORMED = [
    "", "P", "1", "PT5H", "P1H", "p1y", "P1.5Y", "P-1Y", "-P1Y", "P1M1Y", "P1Y P1M", "often", "一年",
    "半年", "3 minutes", "P1Y\nx", "P９D", "P" + "9" * 7 + "D", "9" * 5000 + "天", "P" + "9" * 5000 + "D",
]  # fmt: skip
LENGTHS = st.builds(Period, *[st.integers(0, 999_999)] * 4)


@pytest.mark.parametrize(("text", "value"), ACCEPTED.items())
def test_accepted(text: str, value: Period) -> None:
    assert period(text) == value


@pytest.mark.parametrize(("text", "better"), NOT_ISO.items())
def test_the_iso_form_is_advised(refusal: Callable, text: str, better: str) -> None:
    assert refusal(period, text) == ("period-not-iso", {"text": text, "better": better})
    assert str(period(better)) == better


@pytest.mark.parametrize("text", MALFORMED)
def test_refused(refusal: Callable, text: str) -> None:
    assert refusal(period, text) == ("period-malformed", {"text": text})


def test_lengths_in_one_unit_where_there_is_one() -> None:
    assert Period(1, 6).in_months == 18
    assert Period(weeks=1, days=3).in_months is None
    assert Period().in_months == 0


def test_lengths_in_years() -> None:
    assert Period(1).in_years == 1
    assert Period(1, 6).in_years == Decimal("1.5")
    assert Period(days=73).in_years == Decimal("0.2")
    assert Period(2, 3, days=365).in_years == Decimal("3.25")


@given(LENGTHS)
def test_what_is_written_is_what_is_read(value: Period) -> None:
    assert period(str(value)) == value


@given(st.text(max_size=12) | st.from_regex(r"\AP?[0-9YMWD]{0,8}\Z"))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    try:
        assert isinstance(period(text), Period)
    except QuantityError as error:
        assert error.values["text"] == text
