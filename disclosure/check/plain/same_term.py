"""The passages of one document come in; second words for a thing that already has one go out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ...text.passage import Passage
from .rule import Limits, PlainRule, Spot, any_of

ID = "same-term"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """The first use of each further word of a group, with the word used first.

    A list entry "a = b" is a group of words for one concept. Words in brackets explain, and are free.
    """
    concept, pattern = _concepts(rule, lang)
    first: dict[str, str] = {}
    told: set[str] = set()
    for number, passage in enumerate(passages):
        for found in pattern.finditer(passage.text):
            word = " ".join(found[0].lower().split())
            used = first.setdefault(concept[word], word)
            if word != used and word not in told and not _in_brackets(passage.text, found.start()):
                told.add(word)
                yield Spot(number, *found.span(), found[0], values={"better": used})


@lru_cache(maxsize=16)
def _concepts(rule: PlainRule, lang: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """The group of each word, and what finds any of the words."""
    concept = {word: group for group, words in _groups(rule, lang) for word in words}
    return concept, any_of(tuple(concept), lang.startswith("en"))


def _groups(rule: PlainRule, lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for group, _ in rule.pairs(lang, "groups"):
        yield group, tuple(word.strip() for word in group.split("="))


def _in_brackets(text: str, at: int) -> bool:
    before = text[:at]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))
