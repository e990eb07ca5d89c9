"""Numbers and percentages are printed with the decimals they were typed with."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.locale import Locale, half_up
from disclosure.quantity import Rate

RATES = [
    ("0.50", None, "0.50%"), ("5", None, "5%"), ("0.0005", None, "0.0005%"), ("0", None, "0%"),
    ("0.00000000", None, "0.00000000%"), ("1234.5", None, "1,234.5%"), ("-14.60", None, "−14.60%"),
    ("-0.00", None, "0.00%"), ("13.5849", 2, "13.58%"), ("12.805", 2, "12.81%"), ("6.5", 0, "7%"),
    ("-0.004", 2, "0.00%"), ("-0.005", 2, "−0.01%"), ("32.45", 1, "32.5%"), ("5", 2, "5.00%"),
]  # fmt: skip
NUMBERS = [
    (0, "0"), (12, "12"), (1200, "1,200"), (-3, "−3"), (Decimal("1.10"), "1.10"),
    (Decimal("1E+3"), "1,000"), (Decimal("-0.0"), "0.0"), (Decimal("-1234.50"), "−1,234.50"),
]  # fmt: skip


@pytest.mark.parametrize(("percent", "places", "printed"), RATES)
def test_a_rate(en: Locale, zh: Locale, percent: str, places: int | None, printed: str) -> None:
    assert en.rate(Rate(Decimal(percent)), places) == printed
    assert zh.rate(Rate(Decimal(percent)), places) == printed


@pytest.mark.parametrize(("value", "printed"), NUMBERS)
def test_a_number(en: Locale, zh: Locale, value: Decimal | int, printed: str) -> None:
    assert en.number(value) == zh.number(value) == printed


@given(value=st.decimals(allow_nan=False, allow_infinity=False) | st.integers())
def test_no_digit_is_lost(en: Locale, value: Decimal | int) -> None:
    exact = Decimal(value)
    if abs(exact.adjusted()) > 200:
        return
    printed = en.number(value).replace(",", "").replace("−", "-")
    assert Decimal(printed) == exact
    typed = len(exact.as_tuple().digits) if exact else 0
    assert len(printed.lstrip("-").replace(".", "").lstrip("0")) >= typed


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20), st.integers(0, 6))
def test_half_up_is_near_and_away_from_zero(value: Decimal, places: int) -> None:
    rounded = half_up(value, places)
    unit = Decimal(1).scaleb(-places)
    assert rounded.as_tuple().exponent == -places
    assert not (rounded.is_zero() and rounded.is_signed())
    twice = 2 * (Decimal(rounded).copy_abs() - value.copy_abs())
    assert -unit < twice <= unit
