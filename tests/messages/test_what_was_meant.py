"""Suggestions: the nearest known name, and the right form of a text where there is no doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure import quantity
from disclosure.report.meant import mended, nearest

ID, CURRENCY = r"^[a-z0-9][a-z0-9_-]{0,120}$", r"^[A-Z]{3}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("raet", ["rate", "rate_up_to", "name"], "rate"),
        ("Yearly", ["yearly", "monthly"], "yearly"),
        ("each time", ["each_time", "entry"], "each_time"),
        ("month", ["yearly", "monthly"], "monthly"),
        ("equal", ["equal_payment", "equal_principal"], None),
        ("card", ["codes", "tax", "term"], None),
        ("每年", ["yearly"], None),
        ("", ["yearly"], None),
        ("x", [], None),
    ],
)
def test_the_nearest_name(typed: str, known: list[str], meant: str | None) -> None:
    assert nearest(typed, known) == meant


@pytest.mark.parametrize(
    ("what", "typed", "better"),
    [
        ("amount", "5万元", "50000"),
        ("amount", "1.5亿", "150000000"),
        ("amount", "￥１，０００", "1000"),
        ("amount", "10 000.50", "10000.50"),
        ("amount", "CNY 5", None),
        ("amount", "5-6", None),
        ("amount", "10.000,00", None),
        ("rate", "0。5％", "0.5%"),
        ("rate", "0，50%", "0.50%"),
        ("rate", "百分之3.5", "3.5%"),
        ("rate", "3.5 percent", "3.5%"),
        ("rate", "“3.5%”", "3.5%"),
        ("rate", "3%-5%", None),
        ("rate", "up to 5%", None),
        ("rate", "１.５", None),
        ("period", "p1y6m", "P1Y6M"),
        ("period", "1年6个月", "P1Y6M"),
        ("period", "一年", "P1Y"),
        ("period", "半年", "P6M"),
        ("period", "one year and 6 months", "P1Y6M"),
        ("period", "12-month", "P12M"),
        ("period", "一年半", None),
        ("period", "12", None),
        ("date", "24 Nov 2026", "2026-11-24"),
        ("date", "November 24, 2026", "2026-11-24"),
        ("date", "2026-1-5", "2026-01-05"),
        ("date", "20261124", "2026-11-24"),
        ("date", "２０２６－１１－２４", "2026-11-24"),
        ("date", "2026年11月24号", "2026-11-24"),
        ("date", "05/06/2026", None),
        ("date", "2026-02-30x", None),
        ("date", "31 June 2026", None),
        ("count", "36期", "36"),
        ("count", "３６", "36"),
        ("count", "3年", None),
        ("url", "bank.example/terms", "https://bank.example/terms"),
        ("url", "see branch", None),
    ],
)
def test_the_right_form(what: str, typed: str, better: str | None) -> None:
    assert mended(f"{what}-malformed", typed) == better


@pytest.mark.parametrize(
    ("pattern", "typed", "better"),
    [
        (ID, "Early Exit", "early-exit"),
        (ID, "提前支取", None),
        (CURRENCY, "cny", "CNY"),
        (CURRENCY, "人民币", "CNY"),
        (CURRENCY, "dollars", None),
        (LANGUAGE, "zh_CN", "zh-CN"),
        (LANGUAGE, "English", "en"),
        (LANGUAGE, "Klingonese", None),
    ],
)
def test_the_right_name(pattern: str, typed: str, better: str | None) -> None:
    assert mended("pattern-mismatch", typed, pattern) == better


def test_yes_and_no_in_other_words() -> None:
    said = [mended("yes-or-no", text) for text in ("true", "是", "No", "否", "maybe")]
    assert said == ["yes", "yes", "no", "no", None]


READERS = {
    "amount-malformed": quantity.amount,
    "rate-malformed": quantity.rate,
    "period-malformed": quantity.period,
    "date-malformed": quantity.day,
    "count-malformed": quantity.count,
}


@given(code=st.sampled_from(sorted(READERS)), text=st.text("0123456789一两年个月半万亿元%％，。.-— PYMaonedy", max_size=12))
def test_what_is_suggested_is_accepted(code: str, text: str) -> None:
    better = mended(code, text)
    if better is not None:
        READERS[code](better)
