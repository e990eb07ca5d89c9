"""Passages come in; doubts heaped on doubts ("may possibly", 也许可能) go out. One "may" is honest."""

from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from ...text.span import Span
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "hedge"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """A clause with more than `times` hedges close together; an empty phrase such as "it is worth noting"."""
    hedges, empty = rule.pattern(lang, "hedges"), rule.pattern(lang, "empty")
    for number, passage in enumerate(passages):
        for found in empty.finditer(passage.text):
            yield Spot(number, *found.span(), found[0])
        places = [Span(*found.span(), found[0]) for found in hedges.finditer(passage.text)]
        for first, second in zip(places, places[1:]):
            if _one_clause(first, second, passage.text, lang, limit["apart"]):
                words = passage.text[first.start : second.end]
                yield Spot(number, first.start, second.end, words, "2", "1")


def _one_clause(first: Span, second: Span, text: str, lang: str, apart: int) -> bool:
    between = Span.cut(text, first.end, second.start)
    if any(mark in between.text for mark in ",.;:，。；：、()（）") or first.text.lower() == second.text.lower():
        return False
    joined = {"and", "or", "if", "but", "that", "which", "when"} & set(between.text.lower().split())
    return not joined and cuts.size(between, text, lang) <= apart
