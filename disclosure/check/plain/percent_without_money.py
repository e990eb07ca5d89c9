"""Passages come in; fees told as a percentage, with no sum of money near, go out."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "percent-without-money"
_PERCENT = re.compile(r"\d+(?:\.\d+)?\s?(?:%|％|per cent\b|percent\b)")
_MONEY = re.compile(
    r"(?:[$€£¥￥]|\b[A-Z]{3})\s?\d|\d[\d,.]*\s?[十百千万亿]*(?:元|块钱|港币|美元)|\d\s?(?:dollars?|pounds?|euros?|yuan|cents?|pence)\b"
)


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """The first percentage of a sentence about a fee, if its passage and the next hold no money."""
    fees = rule.pattern(lang, "fees")
    for number, passage, sentence in cuts.each_sentence(passages, lang, _PERCENT.search):
        found = _PERCENT.search(sentence.text)
        if found and fees.search(sentence.text) and not _money_near(passages, number):
            start = sentence.start + found.start()
            yield Spot(number, start, sentence.start + found.end(), found[0])


def _money_near(passages: Sequence[Passage], number: int) -> bool:
    return any(_MONEY.search(passage.text) for passage in passages[max(0, number - 1) : number + 2])
