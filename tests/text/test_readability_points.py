"""Plainness is 100 less the points shown, by a linear rule, and nothing is hard without a reason."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.text.readability import Limit, Model, Passage, read, score
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


def simple(weights="2 1 2 1", **limit):
    """A model of sentence length alone: 2 points for each unit of the square root of the words beyond 1."""
    return Model.of(
        {"version": "t", "lang": "en", "source": "test", "bands": {"plain": "80", "fair": "50", "hard_sentence": "9"},
         "features": {"words_per_sentence": {"warn": "4", "fail": "8", "traits": "length"} | limit},
         "weights": {"length": weights}}
    )  # fmt: skip


def test_points_are_weight_times_what_is_beyond_the_plain_value():
    reading = read([Passage("We will pay you back by the ninth day.", "prose")], "en", simple())
    assert reading.contributions == (("words_per_sentence", Decimal("4.0")),)
    assert (reading.plainness, reading.band, reading.difficulty) == (96, "plain", Decimal("4.000000"))
    (sentence,) = reading.sentences
    (reason,) = sentence.reasons
    assert (reason.measured, reason.limit, reason.points) == (Decimal("9.00"), Decimal("4"), Decimal("4.00"))
    assert (reason.start, reason.end, sentence.text, sentence.points) == (0, 38, sentence.text, Decimal("4.00"))


def test_a_text_plainer_than_plain_ones_reads_100():
    reading = read([Passage("Pay.", "prose")], "en", simple("2 3 2 3"))
    assert (reading.plainness, reading.difficulty) == (100, Decimal("-4.000000"))
    assert reading.contributions == (("words_per_sentence", Decimal("-4.0")),)


def test_a_text_is_weighed_as_a_document_the_more_different_sentences_it_has():
    sentence, other = "Pay us by the ninth of each month now.", "Pay {} by the ninth of each month now."
    names = ["Ann", "Bob", "Cid", "Dan", "Eve", "Fay", "Gus"]
    texts = {n: [Passage(other.format(name), "prose") for name in names[:n]] for n in (2, 4, 7)}
    points = {n: read(passages, "en", simple("2 1 4 1")).difficulty for n, passages in texts.items()}
    assert points == {2: Decimal("4"), 4: Decimal("5.6"), 7: Decimal("8")}
    assert read([Passage(sentence, "prose")] * 9, "en", simple("2 1 4 1")).difficulty == 4


def test_a_value_at_the_limit_gives_no_reason():
    (sentence,) = read([Passage("We will pay you.", "prose")], "en", simple()).sentences
    assert (sentence.reasons, sentence.points) == ((), 2)


def test_a_sentence_with_the_points_of_a_hard_one_has_a_reason():
    model = simple("20 1 20 1", warn="40", fail="50")
    (sentence,) = read([Passage("We will pay you.", "prose")], "en", model).sentences
    (reason,) = sentence.reasons
    assert (reason.feature, reason.measured, reason.limit) == ("whole_sentence", Decimal("20.00"), Decimal("9"))
    assert (reason.start, reason.end) == (0, 16)


def test_a_limit_may_be_a_least_value():
    assert Limit(Decimal(55), Decimal(45), higher_is_worse=False).passed_by(Decimal(54))
    assert not Limit(Decimal(55), Decimal(45), higher_is_worse=False).passed_by(Decimal(55))


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(deadline=None)
@given(choice=st.data())
def test_contributions_add_up(prose, lang, choice):
    reading = prose(lang, choice.draw(TEXT[lang]) + "好 it")
    taken = sum((points for _, points in reading.contributions), Decimal(0))
    assert reading.plainness == min(100, max(0, 100 - taken))
    assert taken == taken.to_integral_value()
    assert abs(taken - reading.difficulty) <= Decimal("0.5")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(deadline=None)
@given(choice=st.data())
def test_each_reason_is_beyond_its_limit_and_every_hard_sentence_has_one(prose, models, lang, choice):
    text = choice.draw(TEXT[lang]) + "好 it"
    limits = {feature.id: feature.limit for feature in models[lang].features}
    hard = models[lang].hard_sentence
    limits["whole_sentence"] = Limit(hard, hard)
    for sentence in prose(lang, text).sentences:
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.reasons or sentence.points < hard
        for reason in sentence.reasons:
            assert reason.limit == limits[reason.feature].warn
            assert limits[reason.feature].passed_by(reason.measured) or reason.measured == hard
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
    text = "The fund buys kites on the index."
    puts = Span.cut(text, 14, 19)
    without = read([Passage(text, "prose")], "en", models["en"])
    reading = read([Passage(text, "prose", (puts,))], "en", models["en"])
    assert reading.plainness < without.plainness and reading.difficulty > without.difficulty
    (reason,) = reading.sentences[0].reasons
    assert (reason.feature, text[reason.start : reason.end]) == ("unexplained_terms", "kites")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(deadline=None)
@given(choice=st.data())
def test_the_score_alone_is_the_difficulty(models, prose, lang, choice):
    text = choice.draw(TEXT[lang]) + "好 it"
    assert score([Passage(text, "prose")], lang, models[lang]) == prose(lang, text).difficulty
