"""Whatever the text, spans are exact, in order, trimmed, and leave out nothing but white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text import en, zh
from disclosure.text.span import Span

TEXT = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="ab AB1.。,，…!?\"”“（）《》\n\r-#0%'保本的", max_size=60),
    st.lists(st.sampled_from(["The fee", " is 0.5%.", " U.S. ", "本产品", "不保本。", "”", "\n- ", "...", "\u3000", " Mr. "])).map("".join),
)


@pytest.mark.parametrize("cut", [en.sentences, en.clauses, zh.sentences, zh.clauses])
@given(text=TEXT)
def test_sentences_and_clauses_cover_all_that_is_not_white_space(cut, text):
    spans = cut(text)
    assert "".join("".join(span.text for span in spans).split()) == "".join(text.split())
    for span in spans:
        assert span.text == text[span.start : span.end] == span.text.strip() != ""
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:]))


@pytest.mark.parametrize("cut", [en.words, zh.words])
@given(text=TEXT)
def test_words_are_exact_and_in_order(cut, text):
    spans = cut(text)
    assert all(span.text == text[span.start : span.end] != "" for span in spans)
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:]))


@pytest.mark.parametrize(("sentences", "clauses"), [(en.sentences, en.clauses), (zh.sentences, zh.clauses)])
@given(text=TEXT)
def test_each_clause_lies_in_one_sentence(sentences, clauses, text):
    whole = sentences(text)
    assert all(any(s.start <= c.start and c.end <= s.end for s in whole) for c in clauses(text))


def test_offsets_count_code_points():
    assert zh.sentences("𠮷好。 好") == (Span(0, 3, "𠮷好。"), Span(4, 5, "好"))


def test_trimmed_drops_only_white_space_at_the_ends():
    assert Span.trimmed("a  b c ", 1, 7) == Span(3, 6, "b c")
    assert Span.trimmed("a  b", 1, 3) is None
    assert Span.cut("abcd", 1, 3) == Span(1, 3, "bc")
