"""Sums of money: grouped thousands, cents where there are any, half-up, round sums in 万 and 亿."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.locale import NO_BREAK, Locale

SUMS = [
    # value, currency, English, Chinese ("_" stands for a blank that does not break)
    ("0", "CNY", "CNY_0", "0元"),
    ("200", "CNY", "CNY_200", "200元"),
    ("8634.25", "CNY", "CNY_8,634.25", "8,634.25元"),
    ("9.5", "CNY", "CNY_9.50", "9.50元"),
    ("9.50", "GBP", "£9.50", "9.50英镑"),
    ("10.00", "GBP", "£10", "10英镑"),
    ("9999", "CNY", "CNY_9,999", "9,999元"),
    ("10000", "CNY", "CNY_10,000", "1万元"),
    ("10000.00", "CNY", "CNY_10,000", "1万元"),
    ("10000.01", "CNY", "CNY_10,000.01", "10,000.01元"),
    ("15000", "CNY", "CNY_15,000", "15,000元"),
    ("500000", "CNY", "CNY_500,000", "50万元"),
    ("20000000", "CNY", "CNY_20,000,000", "2,000万元"),
    ("100000000", "CNY", "CNY_100,000,000", "1亿元"),
    ("150000000", "CNY", "CNY_150,000,000", "1.5亿元"),
    ("1200000000000", "CNY", "CNY_1,200,000,000,000", "12,000亿元"),
    ("1E+4", "EUR", "€10,000", "1万欧元"),
    ("1234.5", "USD", "US$1,234.50", "1,234.50美元"),
    ("7", "AUD", "A$7", "7澳元"),
    ("7", "JPY", "JPY_7", "7日元"),
    ("7", "CHF", "CHF_7", "7_CHF"),
    ("-250", "CNY", "−CNY_250", "−250元"),
    ("-0.5", "EUR", "−€0.50", "−0.50欧元"),
    ("-20000", "EUR", "−€20,000", "−2万欧元"),
]
HALVES = [
    ("0.005", "0.01"), ("0.015", "0.02"), ("0.025", "0.03"), ("1.004999", "1.00"), ("2.675", "2.68"),
    ("-0.005", "−0.01"), ("-0.004", "0.00"), ("-0.0001", "0.00"), ("0.994", "0.99"), ("99.995", "100.00"),
    ("8833.3333333333333333333333333333333333", "8,833.33"), ("-0", "0"), ("-0.00", "0"),
]  # fmt: skip
MONEY = st.decimals(-(10**20), 10**20, places=4)


@pytest.mark.parametrize(("value", "currency", "english", "chinese"), SUMS)
def test_a_sum(en: Locale, zh: Locale, value: str, currency: str, english: str, chinese: str) -> None:
    assert en.money(Decimal(value), currency) == english.replace("_", NO_BREAK)
    assert zh.money(Decimal(value), currency) == chinese.replace("_", NO_BREAK)


@pytest.mark.parametrize(("value", "printed"), HALVES)
def test_half_a_cent_goes_away_from_zero_and_nothing_is_minus_zero(
    en: Locale, zh: Locale, value: str, printed: str
) -> None:
    assert en.money(Decimal(value), "EUR").replace("€", "") == printed
    assert zh.money(Decimal(value), "EUR") == f"{printed}欧元"


def test_the_largest_sums_keep_every_digit(en: Locale, zh: Locale) -> None:
    value = Decimal("123456789012345678901234567890123.45")
    assert en.money(value, "EUR") == "€123,456,789,012,345,678,901,234,567,890,123.45"
    assert zh.money(Decimal("1E+40"), "CNY") == "100,000,000,000,000,000,000,000,000,000,000亿元"


@given(value=MONEY)
def test_a_printed_sum_is_within_half_a_cent(en: Locale, zh: Locale, value: Decimal) -> None:
    for locale, name, sizes in ((en, "€", {}), (zh, "欧元", {"亿": 10**8, "万": 10**4})):
        printed = locale.money(value, "EUR").replace(name, "").replace(",", "").replace("−", "-")
        size = next((sizes[word] for word in sizes if printed.endswith(word)), 1)
        shown = Decimal(printed.rstrip("万亿")) * size
        assert abs(shown - value) <= Decimal("0.005")
        assert not printed.startswith("-0.00")
