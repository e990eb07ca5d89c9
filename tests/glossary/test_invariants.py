"""What holds for every text and glossary: replay, a second run, order, figures."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from disclosure.glossary import Entry, Glossary, given, load, replay, rewrite
from disclosure.text.search import plain_searcher, searcher

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
        explained = [edit for edit in first.edits if edit.mode in ("explain", "required")]
        added = Counter[str]()
        for edit in explained:
            added += counted(edit.to) - counted(edit.original)
        assert counted(first.text) - added == counted(text)
        assert all(edit.to.startswith(edit.original) for edit in first.edits if edit.mode in ("explain", "required"))
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


TEXTS = {
    "en": [*WORDS, "Levy", "LEVY", "funds", "unless", "never", "without", "no", "$5", "USD", "12", "May", "2026", "“", "”", "‘", "’", "'", '"',
       "**", "_", "`", "net asset value", "net\nasset value", "|", "http://x.org/levy", "levy.pdf", "[levy](x)", "a levy's"],
    "zh-CN": [*HAN, "保本", "业绩比较基准", "业绩比较\r\n基准", "非", "未", "无", "元", "100", "年", "“", "”", "「", "」", "《", "》", "**", "日", " "],
}
SURFACES = {
    "en": [*TERMS, "net asset value", "USD", "year", "not", "value"],
    "zh-CN": ["净值", "赎回", "本金", "基金", "申购", "保本", "不保本", "业绩比较基准", "ETF", "元", "费"],
}
PLAINS = {
    "en": [*TERMS, "not paid", "an income fund", "5 units", "price of one unit", "without fee", "$5"],
    "zh-CN": [*SURFACES["zh-CN"], "每份价格", "不能取出", "把钱取出来", "5元", "没有保证", "基金份额的价格"],
}
MODES = ["replace", "replace", "explain", "keep", "required"]
NEGATORS = re.compile(r"[不没未无非]|\b(?:not|no|never|without|unless)\b", re.IGNORECASE)


@st.composite
def rewritings(draw: st.DrawFn) -> tuple[str, str, list[dict[str, str]], list[tuple[int, int]]]:
    """Language, text, entries as a request gives them, protected places."""
    lang = draw(st.sampled_from(["en", "zh-CN"]))
    words = draw(st.lists(st.sampled_from(TEXTS[lang]), max_size=30))
    text = (" " if lang == "en" else "").join(words)
    entry = st.fixed_dictionaries({
        "term": st.sampled_from(SURFACES[lang]), "plain": st.sampled_from(PLAINS[lang]), "mode": st.sampled_from(MODES),
    })
    found = draw(st.lists(entry, max_size=6))
    places = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 9)), max_size=2))
    return lang, text, found, [(start, min(len(text), start + size)) for start, size in places]


@settings(max_examples=600, deadline=None)
@for_all(rewritings(), st.randoms())
def test_what_no_rewriting_changes(case, random) -> None:  # type: ignore[no-untyped-def]
    lang, text, found, protected = case
    done = rewrite(text, Glossary.of(given(found, lang), ambiguous=True), lang=lang, protected=protected)
    assert replay(text, done.edits) == done.text
    bare, last = "", 0
    for edit in done.edits:
        assert text[edit.start : edit.end] == edit.original
        assert done.text[edit.text_start : edit.text_end] == edit.to
        assert not any(edit.start < end and start < edit.end for start, end in protected)
        bare += text[last : edit.start] + (edit.original if edit.mode in ("explain", "required") else edit.to)
        last = edit.end
    bare += text[last:]
    assert Counter(re.findall(r"\d+(?:\.\d+)?", bare)) == Counter(re.findall(r"\d+(?:\.\d+)?", text))
    assert len(NEGATORS.findall(bare)) == len(NEGATORS.findall(text))
    random.shuffle(found)
    assert rewrite(text, Glossary.of(given(found, lang), ambiguous=True), lang=lang, protected=protected) == done


@settings(max_examples=300, deadline=None)
@for_all(rewritings())
def test_a_second_run_changes_nothing(case) -> None:  # type: ignore[no-untyped-def]
    lang, text, found, _ = case
    glossary = Glossary.of(given(found, lang), ambiguous=True)
    once = rewrite(text, glossary, lang=lang).text
    assert rewrite(once, glossary, lang=lang).text == once


STATUTORY = {"en": "Your levy is not guaranteed.", "zh-CN": "理财非存款、产品有风险、净值会波动。"}


@settings(max_examples=150, deadline=None)
@for_all(rewritings(), st.sampled_from(["protected", "quoted", "kept"]))
def test_statutory_sentences_stay_to_the_byte(case, way: str) -> None:  # type: ignore[no-untyped-def]
    lang, text, found, _ = case
    sentence = STATUTORY[lang] if way != "quoted" else f"“{STATUTORY[lang]}”"
    before = text.replace("“", "").replace("”", "") + "\n\n"
    rows = [{"term": STATUTORY[lang], "mode": "keep"}] if way == "kept" else []
    places = [(len(before), len(before) + len(sentence))] if way == "protected" else []
    glossary = Glossary.of(given([*found, *rows], lang), ambiguous=True)
    done = rewrite(before + sentence + "\n\n净值 levy", glossary, lang=lang, protected=places)
    assert sentence in done.text


def test_chains_and_swaps_settle() -> None:
    chain = english_glossary([("levy", "fee", "replace"), ("fee", "charge", "replace"), ("charge", "fee", "replace")])
    once = rewrite("a levy, a fee, a charge", chain, lang="en").text
    assert rewrite(once, chain, lang="en").text == once
