"""Each thing that makes a sentence hard is named, and its place is exact."""

import pytest

FOUND = [
    ("en", "You will not be refused unless you do not qualify.", "double_negation", "not be refused"),
    ("en", "The form must be signed by you.", "passive", "be signed"),
    ("en", "The closing of your account costs 1%.", "noun_phrases", "The closing of"),
    ("en", "The terms hereof bind you.", "formal_words", "hereof"),
    ("en", "The AMC is 1% a year.", "unexplained_terms", "AMC"),
    ("en", "The bonus (paid once (in May)) is small.", "nesting", "("),
    ("zh-CN", "价格不是不会下跌。", "double_negation", "不是不"),
    ("zh-CN", "账户被冻结。", "passive", "被"),
    ("zh-CN", "本行将予以办理。", "formal_words", "予以"),
    ("zh-CN", "这只基金可以买ETF。", "unexplained_terms", "ETF"),
    ("zh-CN", "利率为百分之二点五。", "number_words", "百分之二点五"),
    ("zh-CN", "产品的收益的计算的方法，见附件。", "de_chain", "产品的收益的计算的方法，"),
    ("zh-CN", "奖金（一次性发放（五月））不多。", "nesting", "（"),
    ("zh-CN", "敬请垂询。", "everyday_word_share", "垂询"),
]

NOT_FOUND = [
    ("en", "We will refuse you only if you fail the test.", "double_negation"),
    ("en", "You can indeed need it.", "passive"),
    ("en", "The net asset value (NAV) is low. The NAV may fall.", "unexplained_terms"),
    ("en", "We pay in USD in the US.", "unexplained_terms"),
    ("en", "READ THIS NOW AND KEEP IT.", "unexplained_terms"),
    ("zh-CN", "非工作日不开放，无论涨跌都不收费。", "double_negation"),
    ("zh-CN", "不同的产品，价格不变。", "double_negation"),
    ("zh-CN", "由于理由不多，您可以自由买卖。", "passive"),
    ("zh-CN", "由于市场变化，或者其中有人已经故意这样做。", "formal_words"),
    ("zh-CN", "交易所交易基金（ETF）很多。ETF会涨。", "unexplained_terms"),
]


@pytest.mark.parametrize(("lang", "text", "feature", "spot"), FOUND)
def test_found(prose, lang, text, feature, spot):
    reasons = [reason for sentence in prose(lang, text).sentences for reason in sentence.reasons]
    assert spot in [text[r.start : r.end] for r in reasons if r.feature == feature]


@pytest.mark.parametrize(("lang", "text", "feature"), NOT_FOUND)
def test_not_found(prose, lang, text, feature):
    assert feature not in {r.feature for sentence in prose(lang, text).sentences for r in sentence.reasons}


def test_a_long_sentence_is_named_whole(prose):
    text = "Hi. " + "We pay you and " * 7 + "we stop."
    reasons = {r.feature: r for s in prose("en", text).sentences for r in s.reasons}
    assert (reasons["words_per_sentence"].start, reasons["words_per_sentence"].end) == (4, len(text))
    assert reasons["words_per_sentence"].measured == 30
