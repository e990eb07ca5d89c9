"""Chinese text is set by Chinese rules; other text is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.render.typeset import between, pieces, spaced, tight, width
from disclosure.sheet.model import Run

CHINESE = st.text("风险等级为年（）“”。，R3%0.5 €−元", max_size=24)


@pytest.mark.parametrize(
    ("text", "set_text"),
    [
        ("风险R3级", "风险 R3 级"),
        ("R3（中风险）", "R3（中风险）"),
        ("（R3）", "（R3）"),
        ("年化2.50%的利率", "年化 2.50% 的利率"),
        ("低于−5℃时", "低于 −5℃ 时"),
        ("最低€100元", "最低 €100 元"),
        ("每1,000元收0.30元。", "每 1,000 元收 0.30 元。"),
        ("已有 A 类", "已有 A 类"),
        ("2026年11月24日", "2026 年 11 月 24 日"),
    ],
)
def test_a_gap_stands_between_han_and_western_signs(text, set_text):
    assert spaced(text) == set_text


def test_the_gap_between_two_runs_ends_the_first():
    runs = [Run("交"), Run("5年", strong=True), Run(""), Run("，共"), Run("R3")]
    assert [text for _, text in pieces(runs, "zh-CN")] == ["交 ", "5 年", "，共 ", "R3"]


def test_english_is_not_spaced():
    assert [text for _, text in pieces([Run("at 5年"), Run("x")], "en")] == ["at 5年", "x"]
    assert between("en") == " "
    assert between("zh-CN") == ""


@pytest.mark.parametrize(
    ("text", "after", "html"),
    [
        ("（中风险）。", "", '（中风险<span class="half">）</span>。'),
        ("（中风险）", "，", '（中风险<span class="half">）</span>'),
        ("（中风险）", "的", "（中风险）"),
        ("他说：“好”", "", '他说<span class="half">：</span>“好”'),
        ("（（", "", '（<span class="half">（</span>'),
        ("a<b）", "", "a&lt;b）"),
    ],
)
def test_full_width_signs_that_meet_take_up_half(text, after, html):
    assert tight(text, after) == html


@given(CHINESE)
def test_spacing_is_done_once_and_loses_nothing(text):
    assert spaced(spaced(text)) == spaced(text)
    assert spaced(text).replace(" ", "") == text.replace(" ", "")


@given(CHINESE, CHINESE)
def test_tightening_loses_nothing(text, after):
    bare = str(tight(text, after)).replace('<span class="half">', "").replace("</span>", "")
    assert bare == text


def test_a_full_width_character_is_two_half_ems_wide():
    assert width("R3（中）") == 8
