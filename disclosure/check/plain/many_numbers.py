"""Passages come in; sentences that ask the reader to hold several numbers at once go out."""

import re
from collections.abc import Iterator, Sequence

from ...text.normal import NEUTRAL, neutral
from ...text.passage import Passage
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "many-numbers"
_DIGITS = re.compile(r"\d[\d,.]*")
_RUNS = re.compile(r"\d+")
_PARTS = re.compile("[;；]")
_CONTACT = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d{1,2}:\d{2}|\+?\d[\d-]*-\d[\d-]+")


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Sentences with more than `numbers` numbers between two semicolons.

    A date is one number, an address or a telephone none.
    """
    most = limit["numbers"]
    for number, _, sentence in cuts.each_sentence(passages, lang, lambda text: len(_RUNS.findall(text)) > most):
        if len(_DIGITS.findall(sentence.text)) > most:
            measured = max(map(_numbers, _PARTS.split(sentence.text)))
            if measured > most:
                yield Spot(number, sentence.start, sentence.end, sentence.text, str(measured), str(most))


def _numbers(text: str) -> int:
    return neutral(_CONTACT.sub("", text)).count(NEUTRAL)
