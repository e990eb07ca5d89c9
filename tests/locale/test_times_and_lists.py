"""Lengths of time, days and lists in the words of each language."""

from datetime import date

import pytest

from disclosure.locale import NO_BREAK, Locale
from disclosure.quantity import Period

LENGTHS = [
    ("1 day", "1天", "day", "天", Period(days=1)),
    ("90 days", "90天", "90 days", "90天", Period(days=90)),
    ("1 week", "1周", "week", "周", Period(weeks=1)),
    ("2 weeks", "2周", "2 weeks", "2周", Period(weeks=2)),
    ("1 month", "1个月", "month", "个月", Period(months=1)),
    ("6 months", "6个月", "6 months", "6个月", Period(months=6)),
    ("1 year", "1年", "year", "年", Period(1)),
    ("20 years", "20年", "20 years", "20年", Period(20)),
    ("1 year 6 months", "1年零6个月", "1 year 6 months", "1年零6个月", Period(1, 6)),
    ("2 years 1 day", "2年零1天", "2 years 1 day", "2年零1天", Period(2, days=1)),
    ("0 days", "0天", "0 days", "0天", Period()),
]


def spaced(text: str) -> str:
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(("english", "chinese", "each_en", "each_zh", "value"), LENGTHS)
def test_a_length_of_time(
    en: Locale, zh: Locale, english: str, chinese: str, each_en: str, each_zh: str, value: Period
) -> None:
    assert spaced(en.period(value)) == english
    assert zh.period(value) == chinese
    assert spaced(en.every(value)) == each_en
    assert zh.every(value) == each_zh


def test_a_count_stays_with_its_unit(en: Locale) -> None:
    assert en.period(Period(1, 6)) == f"1{NO_BREAK}year 6{NO_BREAK}months"


def test_a_day(en: Locale, zh: Locale) -> None:
    assert en.day(date(2026, 11, 24)) == f"24{NO_BREAK}November{NO_BREAK}2026"
    assert zh.day(date(2026, 11, 4)) == "2026年11月4日"
    assert [spaced(en.day(date(2026, month, 1))).split()[1][:3] for month in range(1, 13)] == [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]  # fmt: skip


def test_several_things_in_a_row(en: Locale, zh: Locale) -> None:
    for items, english, chinese in (
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a和b"),
        (["a", "b", "c"], "a, b and c", "a、b和c"),
    ):
        assert en.listed(items) == english
        assert zh.listed(items) == chinese
