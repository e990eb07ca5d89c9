"""Chinese passages come in; clauses with one 的 after another go out."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import cuts, gauged
from .rule import Limits, PlainRule, Spot

ID = "de-chain"
_ITEMS = re.compile("[、和与及或]")


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """The clauses the readability score points at, if 的 is a word in them more often than `times`.

    目的, 标的 and 的确 are words of their own, and 的话 is no chain; nor is a list of items (甲的、乙的和丙的).
    """
    most = limit["times"]
    for number, clause in gauged.spots("de_chain", passages, lang, lambda text: text.count("的") > most):
        times = max(_times(item, lang) for item in _ITEMS.split(cuts.unbracketed(clause.text)))
        if times > most:
            yield Spot(number, clause.start, clause.end, clause.text, str(times), str(most))


def _times(text: str, lang: str) -> int:
    if text.count("的") < 2:
        return text.count("的")
    return sum(word.text == "的" for word in cuts.words(text, lang)) - text.count("的话")
