"""Passages come in; rows of nouns with nothing to join them go out."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...text.passage import Passage
from .rule import Limits, PlainRule, Spot, any_of

ID = "noun-string"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Rows of more than `nouns` listed nouns. A glossary term in the row counts as one noun."""
    pattern = _row(rule, lang, limit["nouns"])
    for number, passage in enumerate(passages):
        for found in pattern.finditer(passage.text):
            terms = (term.text for term in passage.jargon if found.start() <= term.start and term.end <= found.end())
            nouns = len(found[0].split()) - sum(len(term.split()) - 1 for term in terms)
            if nouns > limit["nouns"] and not _is_name(found[0]):
                yield Spot(number, *found.span(), found[0], str(nouns), str(limit["nouns"]))


def _is_name(row: str) -> bool:
    """Whether it is the name of a product or fee, which is written in capitals: "Cash Management Account Fee"."""
    return not row.split()[1][:1].islower()


@lru_cache(maxsize=16)
def _row(rule: PlainRule, lang: str, most: int) -> re.Pattern[str]:
    one = any_of(tuple(noun for noun, _ in rule.pairs(lang, "nouns")), True).pattern
    return re.compile(rf"{one}(?:[ -]{one}){{{most},}}")
