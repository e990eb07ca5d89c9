"""Passages come in; each sentence with more words, or more 汉字, than its readers can hold goes out."""

from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "long-sentence"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """One spot a sentence: the whole of it."""
    most = limit["length"]
    for number, _, sentence in cuts.each_sentence(passages, lang, lambda text: cuts.may_be_beyond(text, lang, most)):
        if measured := cuts.beyond(sentence, lang, most):
            yield Spot(number, sentence.start, sentence.end, sentence.text, str(measured), str(most))
