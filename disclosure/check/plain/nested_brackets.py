"""Passages come in; brackets inside brackets, and brackets that hold a sentence's worth, go out."""

from collections.abc import Iterator, Sequence
from itertools import chain

from ...text.passage import Passage
from ...text.span import Span
from . import cuts, gauged
from .rule import Limits, PlainRule, Spot

ID = "nested-brackets"
_OPEN, _CLOSED = "(（[", ")）]"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Each inner bracket with what it holds; each outer one that holds more than `length`."""
    yield from chain.from_iterable(part(passages, lang, rule, limit) for part in PARTS)


def _inner(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    for number, spot in gauged.spots("nesting", passages, lang, lambda text: sum(map(text.count, _OPEN)) > 1):
        text = passages[number].text
        end = _close(text, spot.start)
        yield Spot(number, spot.start, end, text[spot.start : end])


def _long(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    for number, passage in enumerate(passages):
        for start, end in _outer(passage.text):
            inner = Span.cut(passage.text, start + 1, end - 1)
            measured = cuts.size(inner, passage.text, lang) if len(inner.text) > limit["length"] else 0
            if measured > limit["length"]:
                yield Spot(number, start, end, passage.text[start:end], str(measured), str(limit["length"]))


PARTS = (_inner, _long)


def _outer(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (start := min((found for mark in _OPEN if (found := text.find(mark, at)) >= 0), default=-1)) >= 0:
        at = _close(text, start)
        if text[at - 1] in _CLOSED:
            yield start, at


def _close(text: str, start: int) -> int:
    """Where the bracket opened at `start` ends, its mark included; the end of the text if it never does."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSED)
        if depth == 0:
            return at + 1
    return len(text)
