"""What is left alone for a person to decide is told, with its place and the reason."""

from typing import Any

import pytest

from disclosure.glossary import Doubt, Glossary, given, rewrite, unused

NAV = {"term": "net asset value", "plain": "unit price"}
WAIVE = {"term": "waive", "plain": "not charge"}
REQUIRED = {"term": "APR", "plain": "yearly cost", "mode": "required"}


def doubts(text: str, *rows: dict[str, Any], lang: str = "en") -> list[tuple[str, str]]:
    done = rewrite(text, Glossary.of(given(rows, lang), ambiguous=True), lang=lang)
    return [(text[doubt.start : doubt.end], doubt.reason) for doubt in done.doubts]


@pytest.mark.parametrize(
    "text, row, found",
    [
        ("the net **asset** value", NAV, [("net **asset** value", "split")]),
        ("the [net asset](x.html) value", NAV, [("net asset](x.html) value", "split")]),
        ("the **net asset value**", NAV, []),
        ("* net\n* asset value", NAV, []),
        ("Harbour Yield Fund", {"term": "yield", "plain": "income"}, []),
        ("buy the Harbour Yield Fund", {"term": "yield", "plain": "income"}, [("Yield", "name")]),
        ("we waive it", WAIVE, [("waive", "negation")]),
        ("not waived", {"term": "waived", "plain": "not charged", "negates": True}, [("waived", "negation")]),
        ("pay USD 5", {"term": "USD", "plain": "US dollars"}, [("USD", "figure")]),
        ("a levy", {"term": "levy", "plain": "5% charge"}, [("levy", "figure")]),
    ],
)
def test_an_edit_not_made_has_its_reason(text: str, row: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert doubts(text, row) == found


def test_chinese_reasons() -> None:
    assert doubts("业绩**比较**基准", {"term": "业绩比较基准", "plain": "参考目标"}, lang="zh-CN") == [("业绩**比较**基准", "split")]
    assert doubts("每月交5年金额", {"term": "年金", "plain": "养老钱"}, lang="zh-CN") == [("年金", "figure")]
    assert doubts("本ETF净值", {"term": "净值", "plain": "NAV"}, lang="zh-CN") == [("净值", "boundary")]


def test_two_wordings_that_the_law_wants_and_two_things_of_one_name_are_doubts() -> None:
    assert doubts("the APR", REQUIRED, REQUIRED | {"plain": "rate"}) == [("APR", "sense")] * 2
    assert doubts("the APR", REQUIRED, REQUIRED | {"plain": "rate", "mode": "replace"}) == []
    chain = [{"term": "甲方", "plain": "乙方"}, {"term": "乙方", "plain": "丙方"}]
    assert doubts("甲方通知乙方。", *chain, lang="zh-CN") == [("甲方", "sense")]


def test_wording_that_must_stay_is_not_swallowed() -> None:
    swap = {"term": "representative APR", "plain": "usual rate"}
    assert doubts("the representative APR", REQUIRED, swap) == [("representative APR", "kept")]


def test_an_edit_that_a_second_run_would_undo_is_not_made() -> None:
    rows = [{"term": "a fee", "plain": "levy"}, {"term": "levy now", "plain": "a fee now"}]
    text = "a fee now"
    done = rewrite(text, Glossary.of(given(rows, "en")), lang="en")
    again = rewrite(done.text, Glossary.of(given(rows, "en")), lang="en")
    assert again.text == done.text


def test_a_stubborn_place_does_not_keep_the_rest_from_being_rewritten() -> None:
    rows = [{"term": "levy", "plain": "charge"}, {"term": "aa bb", "plain": "cc"}, {"term": "cc dd", "plain": "ee"}]
    text = "aa bb dd. " * 30 + "a levy"
    done = rewrite(text, Glossary.of(given(rows, "en")), lang="en")
    assert done.text.endswith("a charge")
    assert rewrite(done.text, Glossary.of(given(rows, "en")), lang="en").text == done.text


def test_an_empty_text_raises_no_doubt() -> None:
    assert rewrite("", Glossary.of(given([NAV], "en")), lang="en").doubts == ()
    assert Doubt(0, 1, "x", "split") == Doubt(0, 1, "x", "split")


def test_entries_that_stand_in_no_text_are_listed() -> None:
    rows = [NAV, {"term": "levy", "plain": "charge"}, {"term": "duty", "plain": "tax", "status": "retired"}]
    glossary = Glossary.of(given(rows, "en"))
    assert unused(["The net asset value.", "No levying."], glossary, lang="en") == ("levy",)
