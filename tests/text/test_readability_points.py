"""Plainness is 100 less the points shown, by a linear rule, and nothing is hard without a reason."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.text.readability import Feature, Limit, Model, Passage, read
from disclosure.text.span import Span

TEXT = {
    "en": st.lists(
        st.sampled_from(
            ["You pay the fee. ", "Units may not be redeemed, ", "pursuant to the aforementioned terms ", "if you do not fail to pay. ",
             "NAV (net (x)) ", "0.5% ", "\n- ", "annual percentage rate "]
        ), min_size=1, max_size=12).map("".join),
    "zh-CN": st.lists(
        st.sampled_from(
            ["您要付费。", "凡持卡人未能足额偿还的，", "产品的收益的计算的方法", "不得不予以办理。", "QDII（额（度）） ", "0.5%", "\n- ", "垂询"]
        ), min_size=1, max_size=12).map("".join),
}  # fmt: skip


def simple(**feature):
    given = {"weight": "2", "easy": "3", "most": "50", "warn": "4", "fail": "8"} | feature
    return Model.of(
        {"version": "t", "lang": "en", "source": "test", "bands": {"plain": "80", "fair": "50"},
         "features": {"words_per_sentence": given}}
    )  # fmt: skip


def test_points_are_weight_times_what_is_beyond_easy():
    reading = read([Passage("We will pay you back.", "prose")], "en", simple())
    assert reading.contributions == (("words_per_sentence", Decimal("4.0")),)
    assert (reading.plainness, reading.band, reading.difficulty) == (96, "plain", Decimal("4.00"))
    (sentence,) = reading.sentences
    (reason,) = sentence.reasons
    assert (reason.measured, reason.limit, reason.points) == (Decimal("5.00"), Decimal("4"), Decimal("4.00"))
    assert (reason.start, reason.end, sentence.text) == (0, 21, "We will pay you back.")


def test_points_stop_at_the_most():
    reading = read([Passage("one two three four five six seven eight nine ten", "prose")], "en", simple(most="9"))
    assert reading.plainness == 91


def test_a_value_at_the_limit_gives_no_reason():
    (sentence,) = read([Passage("We will pay you.", "prose")], "en", simple()).sentences
    assert (sentence.reasons, sentence.points) == ((), 0)


def test_a_limit_may_be_a_least_value():
    assert Limit(Decimal(55), Decimal(45), higher_is_worse=False).passed_by(Decimal(54))
    feature = Feature("share", Decimal(1), Decimal(80), Decimal(30), Limit(Decimal(55), Decimal(45), False))
    assert [feature.points(Decimal(share)) for share in (90, 70, 20)] == [0, 10, 30]


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(deadline=None)
@given(choice=st.data())
def test_contributions_add_up(prose, lang, choice):
    reading = prose(lang, choice.draw(TEXT[lang]) + "好 it")
    taken = sum((points for _, points in reading.contributions), Decimal(0))
    assert reading.plainness == max(0, 100 - taken)
    assert taken == taken.to_integral_value()
    assert abs(taken - reading.difficulty) <= Decimal("0.5")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(deadline=None)
@given(choice=st.data())
def test_points_of_a_sentence_are_those_of_its_reasons(prose, models, lang, choice):
    text = choice.draw(TEXT[lang]) + "好 it"
    limits = {feature.id: feature.limit for feature in models[lang].features}
    for sentence in prose(lang, text).sentences:
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.points == sum((reason.points for reason in sentence.reasons), Decimal(0))
        for reason in sentence.reasons:
            assert limits[reason.feature].passed_by(reason.measured) and reason.limit == limits[reason.feature].warn
            assert sentence.start <= reason.start < reason.end <= sentence.end


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(deadline=None)
@given(choice=st.data())
def test_the_same_passages_twice_read_the_same(prose, lang, choice):
    texts = choice.draw(st.lists(TEXT[lang], min_size=1, max_size=3)) + ["好 it"]
    once, twice = prose(lang, *texts), prose(lang, *texts, *texts)
    assert (once.plainness, once.contributions, once.measures) == (twice.plainness, twice.contributions, twice.measures)


@pytest.mark.parametrize("text", ["", " \n", "***"])
@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_a_text_without_words_has_no_score(prose, lang, text):
    with pytest.raises(ValueError, match="no words"):
        prose(lang, text)


def test_a_term_left_unexplained_takes_points_and_is_shown(models):
    text = "The fund buys puts on the index."
    puts = Span.cut(text, 14, 18)
    without = read([Passage(text, "prose")], "en", models["en"])
    reading = read([Passage(text, "prose", (puts,))], "en", models["en"])
    assert reading.plainness < without.plainness
    (reason,) = reading.sentences[0].reasons
    assert (reason.feature, text[reason.start : reason.end]) == ("unexplained_terms", "puts")
