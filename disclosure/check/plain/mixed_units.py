"""Passages come in; sums in two styles, changes of a rate in %, and basis points go out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from ...text.passage import Passage
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "mixed-units"
_LARGE = {
    "en": re.compile(r"\d\s?(?:million|billion|thousand|[mk]\b|bn\b)"),
    "zh-CN": re.compile(r"\d[\d,.]*[万亿]"),
}
_LONG = {
    "en": re.compile(r"(?<![\d.,-])(?:[$€£¥]|[A-Z]{3}\s?)(?:\d{1,3}(?:,\d{3}){2,}|\d{7,})(?![\d-])"),
    "zh-CN": re.compile(r"(?<![\d.,-])(?:\d{1,3}(?:,\d{3})+|\d{5,})(?:\.\d+)?(?=元)"),
}
_TEN_THOUSAND = 10_000
_DIGIT = re.compile(r"\d")


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """What is mixed or ambiguous; the value `better` says what to write, in words of the rule's lists."""
    if not any(_DIGIT.search(passage.text) for passage in passages):
        return
    says = {name: entries[0][0] for name, entries in rule.words[lang].items() if name.startswith("say-")}
    moved, points = _moved(rule, lang), _points(rule, lang)
    for number, passage, sentence in cuts.each_sentence(passages, lang, _DIGIT.search):
        if not any(map(str.isdigit, sentence.text)):
            continue
        for name, places in (("styles", _two_styles(sentence.text, lang)), ("point", moved.finditer(sentence.text)),
                             ("basis", points.finditer(sentence.text))):  # fmt: skip
            for found in places:
                start, end = sentence.start + found.start(), sentence.start + found.end()
                yield Spot(number, start, end, found[0], values={"better": says[f"say-{name}"]})


def _two_styles(text: str, lang: str) -> Iterator[re.Match[str]]:
    if _LARGE[lang].search(text):
        for found in _LONG[lang].finditer(text):
            if Decimal(re.sub(r"[^\d.]", "", found[0])) >= _TEN_THOUSAND:
                yield found


@lru_cache(maxsize=16)
def _moved(rule: PlainRule, lang: str) -> re.Pattern[str]:
    rates, changes = (rule.pattern(lang, name).pattern for name in ("rates", "changes"))
    if lang.startswith("zh"):
        return re.compile(rf"(?:{rates})[^。；，%]{{0,8}}?(?:{changes})了?(?:至少|约)?\d+(?:\.\d+)?%")
    return re.compile(rf"{rates}[^.;,%]{{0,20}}?{changes}\s+(?:by|of)\s+\d+(?:\.\d+)?\s?(?:%|per cent)")


@lru_cache(maxsize=16)
def _points(rule: PlainRule, lang: str) -> re.Pattern[str]:
    listed = rule.pattern(lang, "points").pattern
    return re.compile(rf"\d+(?:\.\d+)?\s?(?:{listed})")
