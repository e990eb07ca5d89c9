"""Facts are kept whole, terms are explained or linked, strong words are strong, and nothing is lost on the way."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.render.phrase import phrase, plain, reach, whole
from disclosure.render.tabulation import Cell
from disclosure.sheet.model import Fact, Run, Sentence, Term

WORDS = st.text("ab 5%年元（）“”。&<", max_size=12)


def fact(kind, value="x", path="fees[0].amount"):
    return Fact(path, kind, value, value)


def written(*runs, lang="en"):
    return phrase((Sentence(runs),), lang)


def term(mode, original):
    return Term("fund.nav", mode, original, "price", "price of a share")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("22.99%", "22.99%"),
        ("1 day", "1\xa0day"),
        ("2026 年 11 月 24 日", "2026\xa0年\xa011\xa0月\xa024\xa0日"),
        ("12 个月", '<span class="n">12\xa0个月</span>'),
        ("2–3 years", '<span class="n">2–3\xa0years</span>'),
        ("A&B", "A&amp;B"),
    ],
)
def test_no_line_ends_in_a_fact_and_a_box_is_made_only_where_it_could(text, html):
    assert whole(text) == html


def test_the_spaces_around_a_fact_part_lines():
    assert written(Run("at "), Run("5 years", fact=fact("period"))) == "at 5\xa0years"
    assert written(Run(" 5 years ", fact=fact("period"))) == " 5\xa0years "


def test_a_term_is_explained_in_place_or_linked_to_the_list():
    explained = Run("NAV (price)", term=term("explain", "NAV"))
    assert written(explained) == '<dfn>NAV</dfn><span class="gloss"> (price)</span>'
    assert written(Run("NAV", term=term("listed", "NAV"))) == '<a class="term" href="#t-fund-nav">NAV</a>'
    assert written(Run("NAV", term=term("keep", "NAV"))) == "NAV"


def test_a_term_without_a_meaning_beside_it_has_no_empty_gloss():
    assert written(Run("NAV", term=term("required", "NAV"))) == "<dfn>NAV</dfn>"


def test_addresses_are_links():
    mail = Run("a@b.example", fact=fact("text", "a@b.example", "provider.email"))
    assert written(mail) == '<a href="mailto:a@b.example">a@b.example</a>'
    assert written(Run("here ", href="https://b.example/?a&b")) == '<a href="https://b.example/?a&amp;b">here</a> '
    assert written(Run("w", fact=fact("text", "https://w.example"))) == '<a href="https://w.example">w</a>'


def test_strong_words_that_touch_are_strong_together():
    runs = Run("a", strong=True), Run("5%", strong=True, fact=fact("rate")), Run("b")
    assert written(*runs) == "<strong>a5%</strong>b"
    assert written(Run("a"), Run("b", strong=True)) == "a<strong>b</strong>"


def test_what_extends_a_cell():
    assert reach(Cell((), 0, 1, 1)) == ""
    assert reach(Cell((), 0, 3, 2)) == ' colspan="3" rowspan="2"'


class Text(HTMLParser):
    """The text of a page."""

    def __init__(self):
        super().__init__()
        self.found = ""

    def handle_data(self, data):
        self.found += data


@given(st.lists(st.builds(Run, WORDS, strong=st.booleans()), max_size=5), st.sampled_from(["en", "zh-CN"]))
def test_the_text_is_that_of_the_sentence(runs, lang):
    sentences = (Sentence(tuple(runs)), Sentence((Run("b"),)))
    reader = Text()
    reader.feed(str(phrase(sentences, lang)))
    reader.close()
    assert reader.found == plain(sentences, lang)
