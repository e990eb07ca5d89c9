"""Passages come in; results told by the year without the time they were measured over go out."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "annualised-short-period"
_YEARLY = {
    "en": re.compile(r"\bannuali[sz]ed\s+(?:\w+\s+){0,2}?(?:returns?|yields?|performance|gains?|growth)\b", re.IGNORECASE),
    "zh-CN": re.compile(r"年化(?:的)?(?:净值)?(?:总)?(?:收益率?|回报率?|增长率|涨幅|业绩|表现)"),
}
_PERIOD = {
    "en": re.compile(
        r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|last|past)[\s-]*(?:calendar\s+)?(?:days?|weeks?|months?|quarters?|years?)\b"
        r"|\bsince\b|\bfrom\b.{3,30}\b(?:to|until)\b|\bhalf[\s-]year",
        re.IGNORECASE,
    ),
    "zh-CN": re.compile(r"[\d一二三四五六七八九十半两]+个?(?:天|日|周|月|季度?|年)|半年|季度|成立以来|上线以来|期间|\d{4}年"),
}
_FIGURE = re.compile(r"\d(?:\.\d+)?\s?(?:%|per cent)")


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """A yearly result with a figure in a sentence that names no time. A rate of a loan is no result."""
    for number, _, sentence in cuts.each_sentence(passages, lang, _YEARLY[lang].search):
        found = _YEARLY[lang].search(sentence.text)
        if found and _FIGURE.search(sentence.text) and not _PERIOD[lang].search(sentence.text):
            yield Spot(number, sentence.start + found.start(), sentence.start + found.end(), found[0])
