"""Passages come in; the places where one negation undoes another go out."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ...text.passage import Passage
from . import gauged
from .rule import Limits, PlainRule, Spot

ID = "double-negative"
_APART = re.compile(r"[,()–—“”\"‘、（）也又既都](?!\s(?:unless|without|except))|\s(?:neither|nor)\b", re.IGNORECASE)
"""What keeps two negations apart: "no water, no food" is none the less plain."""
_SIGN = re.compile(
    r"\b(?:no(?:t|ne|thing|body|r)?|never|neither|without|except|cannot|fail\w*|un[a-z]{3,}|im(?:poss|prob)\w+|den[iy]\w*"
    r"|in(?:suf|eli|val|com|cor|acc)\w+|prevented|prohibit\w*|refus\w+|lack\w*|absent)\b|n['’]t\b|[不无非没未莫绝]|禁止|拒绝",
    re.IGNORECASE,
)
_NEAR = 90
"""Characters within which the score looks for the second negation: six words of fifteen letters."""


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """The double negations that the readability score counts, and those phrases that hide one."""
    yield from chain.from_iterable(part(passages, lang, rule, limit) for part in PARTS)


def _counted(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    for number, spot in gauged.spots("double_negation", passages, lang, _may):
        if not _APART.search(spot.text):
            yield Spot(number, spot.start, spot.end, spot.text)


def _hidden(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    hidden, plain = rule.pattern(lang, "hidden"), rule.plain(lang, "hidden")
    for number, passage in enumerate(passages):
        for found in hidden.finditer(passage.text):
            better = {"better": plain.get(" ".join(found[0].lower().split()), "")}
            yield Spot(number, *found.span(), found[0], values=better)


PARTS = (_counted, _hidden)


def _may(text: str) -> bool:
    """Whether two signs of a negation stand near each other."""
    signs = [found.start() for found in _SIGN.finditer(text)]
    return any(second - first <= _NEAR for first, second in zip(signs, signs[1:]))
