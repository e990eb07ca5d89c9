"""Passages come in; the places where something is done to the reader by nobody in particular go out."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import gauged
from .rule import Limits, PlainRule, Spot

ID = "passive"
_DOER = re.compile(
    r"\s+by\s+(?!the\s+(?:end|date|day|due|time|following|same|next)|an?\s+(?:date|day|rule))"
    r"(?:you|us|them|him|her|the|an?|our|your|its|another|other)\b"
)
_TURNED = re.compile(r"be\s|\sby\s", re.IGNORECASE)
_DONE = re.compile(r"be\s", re.IGNORECASE)


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Those of the passives the score counts that a writer can turn round at once.

    In English, those that say what may, must or will be done, and those that name the doer ("by us");
    "is paid yearly" is no fault of its own. In Chinese, those with one of the listed marks.
    """
    marks = tuple(mark for mark, _ in rule.pairs(lang, "marks"))
    may = (lambda text: any(mark in text for mark in marks)) if marks else _TURNED.search
    for number, spot in gauged.spots("passive", passages, lang, may):
        text = passages[number].text
        if spot.text.startswith(marks) if marks else _DONE.match(spot.text) or _DOER.match(text, spot.end):
            yield Spot(number, spot.start, spot.end, spot.text)
