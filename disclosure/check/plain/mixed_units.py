"""Passages come in; sums in two styles, changes of a rate in %, and basis points go out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

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


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """What is mixed or ambiguous; the value `better` says what to write, in words of the rule's lists."""
    says = {name: entries[0][0] for name, entries in rule.words[lang].items() if name.startswith("say-")}
    change, points = rule.pattern(lang, "changes"), rule.pattern(lang, "points")
    rates = rule.pattern(lang, "rates")
    moved = _moved(rates.pattern, change.pattern, lang)
    for number, passage, sentence in cuts.each_sentence(passages, lang):
        if not any(map(str.isdigit, sentence.text)):
            continue
        for name, places in (("styles", _two_styles(sentence.text, lang)), ("point", moved.finditer(sentence.text)),
                             ("basis", _after_number(points, sentence.text))):  # fmt: skip
            for found in places:
                start, end = sentence.start + found.start(), sentence.start + found.end()
                yield Spot(number, start, end, found[0], values={"better": says[f"say-{name}"]})


def _two_styles(text: str, lang: str) -> Iterator[re.Match[str]]:
    if _LARGE[lang].search(text):
        for found in _LONG[lang].finditer(text):
            if Decimal(re.sub(r"[^\d.]", "", found[0])) >= _TEN_THOUSAND:
                yield found


def _moved(rates: str, changes: str, lang: str) -> re.Pattern[str]:
    if lang.startswith("zh"):
        return re.compile(rf"(?:{rates})[^。；，%]{{0,8}}?(?:{changes})了?(?:至少|约)?\d+(?:\.\d+)?%")
    return re.compile(rf"{rates}[^.;,%]{{0,20}}?{changes}\s+(?:by|of)\s+\d+(?:\.\d+)?\s?(?:%|per cent)")


def _after_number(points: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\d+(?:\.\d+)?\s?(?:{points.pattern})", text)
