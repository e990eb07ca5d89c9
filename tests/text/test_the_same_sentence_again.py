"""A sentence read a moment ago reads as it did, wherever it now stands, and long texts are read in one pass."""

import gc
import time

import pytest

from disclosure.text.readability import Passage, read
from disclosure.text.span import Span

SENTENCE = {"en": "The NAV is redeemed pursuant to the terms.", "zh-CN": "本行予以办理QDII的赎回。"}


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_reasons_move_with_the_sentence(prose, lang):
    one, filler = SENTENCE[lang], {"en": "You can leave. ", "zh-CN": "您可以走。"}[lang]
    alone, later = prose(lang, one).sentences[-1], prose(lang, filler + one).sentences[-1]
    assert later.start == len(filler) and (later.points, later.text) == (alone.points, alone.text)
    assert [reason[1:3] for reason in later.reasons] == [(a + len(filler), b + len(filler)) for _, a, b, *_ in alone.reasons]
    assert [(reason.feature, *reason[3:]) for reason in later.reasons] == [(one.feature, *one[3:]) for one in alone.reasons]


def test_the_role_and_the_terms_of_a_sentence_still_count(models):
    text = "Pursuant to the terms, the fee that the manager took was paid to the kites by the fund."
    kites = Span.cut(text, text.index("kites"), text.index("kites") + 5)
    readings = [
        read([Passage(text, role, terms)], "en", models["en"]).sentences[0].reasons
        for _ in range(2)
        for role, terms in (("prose", ()), ("cell", ()), ("prose", (kites,)))
    ]
    assert readings[:3] == readings[3:]
    assert len(set(readings)) == 3


@pytest.mark.parametrize(
    ("lang", "part", "size"),
    [("en", "the annualised drawdown of the subordinated NAV pursuant to volatility ", 1_000_000), ("en", "(a (b) the ", 1_000_000),
     ("zh-CN", "凡年化净值杠杆敞口不得不予以被罚的", 350_000), ("zh-CN", '他说"好。"', 350_000)],
)  # fmt: skip
def test_a_long_text_takes_time_by_its_length_alone(models, lang, part, size):
    def seconds(length):
        text = part * (length // len(part))
        terms = tuple(Span.cut(text, at, at + 3) for at in range(0, len(text) - 3, 40))
        gc.collect()
        gc.disable()  # how much else lives in this process is no matter here
        try:
            begin = time.process_time()
            read([Passage(text, "prose", terms)], lang, models[lang])
            return time.process_time() - begin
        finally:
            gc.enable()

    seconds(1_000)
    short, whole = (min(seconds(length) for _ in range(2)) for length in (size // 8, size))
    assert whole < 24 * short and whole < 12


@pytest.mark.parametrize(
    ("lang", "text", "term"),
    [("en", "A higher Sharpe ratio means more for the same risk.", "Sharpe ratio"), ("en", "This is called the drawdown.", "drawdown"),
     ("zh-CN", "刚买的这段时间叫等待期。", "等待期"), ("zh-CN", "夏普比率越高，说明赚得越多。", "夏普比率")],
)  # fmt: skip
def test_a_term_whose_sentence_says_what_it_is_is_no_jargon(models, lang, text, term):
    span = Span.cut(text, text.index(term), text.index(term) + len(term))
    reasons = [one.feature for sentence in read([Passage(text, "prose", (span,))], lang, models[lang]).sentences for one in sentence.reasons]
    assert not {"jargon", "unexplained_terms"} & set(reasons)
