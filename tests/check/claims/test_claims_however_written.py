"""However the words are written, they are found, and the place told is a place in the text as given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.check.claims import claims, shelf
from disclosure.check.claims.reading import plain

WRITTEN = [
    ("zh-CN", "产品保 本 保 息。"),
    ("zh-CN", "產品保證本金安全。"),
    ("zh-CN", "产品**保本**。"),
    ("zh-CN", "产品承诺保\n本。"),
    ("zh-CN", "产品保\u200b本。"),
    ("zh-CN", "产品<b>保</b>本。"),
    ("zh-CN", "本金１００％安全。"),
    ("zh-CN", "产品保·本。"),
    ("en", "A guar\u00adanteed return."),
    ("en", "A risk\u2011free plan."),
    ("en", "A **risk**-free plan."),
    ("en", "Ｇｕａｒａｎｔｅｅｄ returns."),
    ("en", "A guaranteed\nreturn."),
    ("en", "GUARANTEED RETURNS!"),
    ("en", "g u a r a n t e e d returns"),
    ("en", "You can’t lose money."),
    ("en", "guaranteed\u00a0returns"),
]


@pytest.mark.parametrize(("lang", "text"), WRITTEN)
def test_words_are_found_however_they_are_written(lang: str, text: str) -> None:
    found = claims(text, lang)
    assert [one.verdict for one in found] == ["banned"]
    assert found[0].words == text[found[0].start : found[0].end]


SOURCE = st.text(st.sampled_from("保本收益不，。？\n  *_`~－ａ-证證無a bT<>/i\u00ad\u200bİ①."), max_size=60)


@settings(max_examples=300, deadline=None)
@given(SOURCE, st.sampled_from(["en", "zh-CN"]))
def test_every_character_searched_names_its_own_place(text: str, lang: str) -> None:
    read = plain(text, lang, shelf.habits())
    assert len(read.text) == len(read.cased) == len(read.at)
    assert list(read.at) == sorted(set(read.at)) and all(0 <= at < len(text) for at in read.at)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["保本", "不", "保证收益", "，", "。", "吗？", "不会", "guaranteed returns", " ", "no ", "\n", "**"]), max_size=14))
def test_claims_are_in_order_apart_and_the_same_each_time(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = claims(text, "zh-CN")
    assert found == claims(text, "zh-CN")
    assert all(one.words == text[one.start : one.end] and one.words for one in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))
