"""Passages come in; "and/or" and other strokes that leave the choice to the reader go out."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from .rule import Limits, PlainRule, Spot

ID = "and-or"
_STROKE = {
    "en": re.compile(r"(?<![\w/.:@-])(?P<a>[A-Za-z][a-z]+)\s?/\s?(?P<b>[a-z]{2,})(?![\w/]|\.\w)"),
    "zh-CN": re.compile(r"(?P<a>[一-鿿]{1,4})[/／](?P<b>[一-鿿]{1,4})"),
}


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Words joined by a stroke, unless one of them is a unit or a currency (km/h, 元/份)."""
    for number, passage in enumerate(passages):
        if "/" not in passage.text and "／" not in passage.text:
            continue
        for found in _STROKE[lang].finditer(passage.text):
            if not _is_unit(found, frozenset(rule.plain(lang, "units")), lang):
                start, end = _joined(found, lang)
                yield Spot(number, start, end, passage.text[start:end])


def _is_unit(found: re.Match[str], units: frozenset[str], lang: str) -> bool:
    first, second = found["a"], found["b"]
    if lang == "en":
        return bool({first.lower(), second.lower()} & units)
    return first.endswith(tuple(units)) or second.startswith(tuple(units))


def _joined(found: re.Match[str], lang: str) -> tuple[int, int]:
    """和/或 alone where it is that; else the words on both sides."""
    stroke = found.end("a")
    if lang == "zh-CN" and found["a"][-1] in "和及与或" and found["b"][0] in "或和及与":
        return stroke - 1, stroke + 2
    return found.span()
