"""What holds for every text and glossary: replay, a second run, order, figures."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.glossary import Entry, Glossary, load, replay, rewrite
from disclosure.glossary.search import plain_searcher, searcher

FOLDER = Path(__file__).parents[2] / "glossary"
WORDS = ["fee", "levy", "fund", "the", "a", "an", "not", "NAV", "nav", "fund levy", "3", "0.5%", "(", ")", "\n", "\n\n", "# ", ".", ",", "-", "İ", "income", "'s"]  # fmt: skip
HAN = ["净值", "赎回", "费", "基金", "本金", "融", "不", "没有", "3.5%", "万", "。", "（", "）", "\n", "，", "ETF", "会", "额", "申购", "的"]
TERMS = ["fee", "levy", "fund", "NAV", "fund levy", "income", "a fee", "charge", "unit"]

english = st.lists(st.sampled_from(WORDS)).map(" ".join)
chinese = st.lists(st.sampled_from(HAN)).map("".join)
rows = st.lists(
    st.tuples(st.sampled_from(TERMS), st.sampled_from([*TERMS, "not paid", "an income fund"]), st.sampled_from(["explain", "replace", "keep"])),
    unique_by=lambda row: row[0],
    max_size=6,
)


def english_glossary(found: list[tuple[str, str, str]]) -> Glossary:
    return Glossary.of(
        Entry(f"e{number}", "en", term, plain=plain, mode=mode)
        for number, (term, plain, mode) in enumerate(found)
        if term != plain
    )


@settings(max_examples=300, deadline=None)
@for_all(english, rows)
def test_replay_and_a_second_run(text: str, found: list[tuple[str, str, str]]) -> None:
    glossary = english_glossary(found)
    first = rewrite(text, glossary, lang="en")
    assert replay(text, first.edits) == first.text
    for edit in first.edits:
        assert text[edit.start : edit.end] == edit.original
        assert first.text[edit.text_start : edit.text_end] == edit.to
    assert rewrite(first.text, glossary, lang="en").text == first.text


@settings(max_examples=100, deadline=None)
@for_all(english, rows, st.randoms())
def test_the_order_of_entries_decides_nothing(text: str, found: list[tuple[str, str, str]], random) -> None:  # type: ignore[no-untyped-def]
    glossary = english_glossary(found)
    shuffled = list(glossary.entries)
    random.shuffle(shuffled)
    assert rewrite(text, Glossary.of(shuffled), lang="en") == rewrite(text, glossary, lang="en")


@pytest.mark.parametrize("lang, texts", [("en", english), ("zh-CN", chinese)])
def test_outside_explanations_figures_and_negations_stay(lang: str, texts: st.SearchStrategy[str]) -> None:
    shipped = load(lang, [FOLDER])

    def counted(text: str) -> Counter[str]:
        return Counter(re.findall(r"\d+(?:\.\d+)?%?|\bnot\b|[不没无未非]", text))

    @settings(max_examples=100, deadline=None)
    @for_all(texts)
    def holds(text: str) -> None:
        first = rewrite(text, shipped, lang=lang)
        added = Counter[str]()
        for edit in first.edits:
            added += counted(edit.to) - counted(edit.original)
        assert counted(first.text) - added == counted(text)
        assert all(edit.to.startswith(edit.original) for edit in first.edits)
        assert rewrite(first.text, shipped, lang=lang).text == first.text

    holds()


@for_all(st.lists(st.text("abc", min_size=1, max_size=3), unique=True, min_size=1), st.text("abc "))
def test_both_searches_find_the_same(patterns: list[str], text: str) -> None:
    assert sorted(searcher(patterns)(text)) == sorted(plain_searcher(patterns)(text))


@settings(deadline=None)
@for_all(st.text())
def test_any_text_survives(text: str) -> None:
    glossary = english_glossary([("fee", "charge", "replace"), ("a", "one", "explain")])
    first = rewrite(text, glossary, lang="en")
    assert replay(text, first.edits) == first.text


def test_chains_and_swaps_settle() -> None:
    chain = english_glossary([("levy", "fee", "replace"), ("fee", "charge", "replace"), ("charge", "fee", "replace")])
    once = rewrite("a levy, a fee, a charge", chain, lang="en").text
    assert rewrite(once, chain, lang="en").text == once
