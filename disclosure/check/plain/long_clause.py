"""Passages come in; each clause that runs on, and each chain of commas, goes out."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ...text.passage import Passage
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "long-clause"
_AND_SO_ON = re.compile(r"\b(?:and|but|so|or)\s+(?:then\s+)?(?:you|we|it|they|he|she|i|this|that|then)\b", re.IGNORECASE)


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """A clause beyond `length` (words or 汉字); a sentence of more than `parts` parts between commas.

    In English, too, a sentence that goes on and on: "and you … and it … but then …", `joints` times.
    """
    yield from chain.from_iterable(part(passages, lang, rule, limit) for part in PARTS)


def _clauses(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    most = limit["length"]
    for number, _, clause in cuts.each_clause(passages, lang, lambda text: cuts.may_be_beyond(text, lang, most)):
        if measured := cuts.beyond(clause, lang, most):
            yield Spot(number, clause.start, clause.end, clause.text, str(measured), str(most))


def _joints(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    most = limit.get("joints")
    if most is None:
        return
    for number, _, sentence in cuts.each_sentence(passages, lang, lambda text: len(_AND_SO_ON.findall(text)) >= most):
        joints = len(_AND_SO_ON.findall(sentence.text))
        if joints >= most:
            yield Spot(number, sentence.start, sentence.end, sentence.text, str(joints + 1), str(most))


def _chains(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    comma, most = "，" if lang.startswith("zh") else ",", limit["parts"]
    for number, _, sentence in cuts.each_sentence(passages, lang, lambda text: text.count(comma) >= most):
        parts = 1 + sentence.text.count(comma) if sentence.text.count(comma) >= most else 0
        if parts > most and not _is_list(sentence.text, comma):
            yield Spot(number, sentence.start, sentence.end, sentence.text, str(parts), str(most))


PARTS = (_clauses, _chains, _joints)


def _is_list(text: str, comma: str) -> bool:
    """Whether the commas part the short items of a list, which is easily read."""
    items = [one.strip() for one in text.split(comma)[1:-1]]
    return sum(map(len, items)) <= (5 if comma == "，" else 12) * len(items)
