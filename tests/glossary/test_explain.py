"""Explaining: the term stays, its plain wording follows once, at first use."""

import pytest

from disclosure.glossary import Glossary, given, rewrite, unexplained


def glossary(**more: object) -> Glossary:
    row = {"id": "nav", "term": "net asset value", "forms": ["NAV"], "plain": "unit price", "mode": "explain", **more}
    return Glossary.of(given([row], "en"))


@pytest.mark.parametrize(
    "text, out",
    [
        ("The NAV fell. The NAV rose.", "The NAV (unit price) fell. The NAV rose."),
        ("The NAV's fall", "The NAV's (unit price) fall"),
        ("# NAV\n\nThe NAV fell.", "# NAV\n\nThe NAV (unit price) fell."),
        ("(the NAV fell), the NAV", "(the NAV fell), the NAV (unit price)"),
        ("(the NAV fell)", "(the NAV [unit price] fell)"),
        ("Price (NAV)", "Price (NAV: unit price)"),
        ("NAV means unit price. NAV", "NAV means unit price. NAV"),
        ("unit price (NAV)", "unit price (NAV)"),
        ("an NAV", "an NAV (unit price)"),
    ],
)
def test_first_use(text: str, out: str) -> None:
    assert rewrite(text, glossary(), lang="en").text == out


def test_a_document_explains_once() -> None:
    first = rewrite("The NAV fell.", glossary(), lang="en")
    assert first.seen == {"nav"}
    second = rewrite("The NAV rose.", glossary(), lang="en", seen=first.seen)
    assert (second.text, second.edits) == ("The NAV rose.", ())


def test_the_edit_tells_what_the_reader_gets_and_where() -> None:
    (edit,) = rewrite("The NAV fell.", glossary(), lang="en").edits
    assert (edit.start, edit.end, edit.original, edit.to) == (4, 7, "NAV", "NAV (unit price)")
    assert (edit.entry, edit.mode, edit.text_start, edit.text_end) == ("nav", "explain", 4, 20)


def test_chinese_brackets_are_full_width() -> None:
    rows = [{"term": "净值", "plain": "每份值多少钱", "mode": "explain"}]
    zh = Glossary.of(given(rows, "zh-CN"))
    assert rewrite("净值下跌，净值", zh, lang="zh-CN").text == "净值（每份值多少钱）下跌，净值"
    assert rewrite("（净值）", zh, lang="zh-CN").text == "（净值：每份值多少钱）"
    assert rewrite("（见净值表）", zh, lang="zh-CN").text in ("（见净值［每份值多少钱］表）", "（见净值表）")


def test_keep_shields_and_required_is_explained() -> None:
    rows = [
        {"term": "NAV fund", "mode": "keep"},
        {"term": "NAV", "plain": "unit price", "mode": "required"},
    ]
    both = Glossary.of(given(rows, "en"))
    assert rewrite("A NAV fund. The NAV.", both, lang="en").text == "A NAV fund. The NAV (unit price)."


def test_jargon_left_is_named() -> None:
    left = unexplained("# NAV\n\nNAV", glossary(), lang="en")
    assert [(span.start, span.end, span.text) for span in left] == [(2, 5, "NAV"), (7, 10, "NAV")]
    assert unexplained("NAV (unit price). NAV", glossary(), lang="en") == ()
    assert unexplained("NAV", glossary(), lang="en", seen=frozenset(["nav"])) == ()
    assert unexplained("NAV", glossary(kinds=["fund"]), lang="en", kind="loan") == ()


def test_an_abbreviation_with_points_is_a_term_and_a_file_name_is_none() -> None:
    rows = [{"term": "p.a.", "plain": "each year", "mode": "explain"}, {"term": "pdf", "plain": "page", "mode": "explain"}]
    both = Glossary.of(given(rows, "en"))
    assert rewrite("5% p.a. in rate.pdf", both, lang="en").text == "5% p.a. (each year) in rate.pdf"
