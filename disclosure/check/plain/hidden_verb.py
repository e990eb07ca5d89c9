"""Passages come in; verbs dressed up as nouns ("make a payment", 进行评估) go out with the verb."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ...text.passage import Passage
from ...text.span import Span
from . import cuts
from .rule import Limits, PlainRule, Spot

ID = "hidden-verb"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """The light verb with its noun, and in English also "the payment of"."""
    yield from _chinese(passages, rule) if lang.startswith("zh") else _english(passages, rule)


def _english(passages: Sequence[Passage], rule: PlainRule) -> Iterator[Spot]:
    pattern = _pattern(rule)
    better = rule.plain("en", "nouns")
    for number, passage in enumerate(passages):
        for found in pattern.finditer(passage.text):
            noun = found["noun"] or found["of"]
            yield Spot(number, *found.span(), found[0], values={"better": better[noun.lower()]})


@lru_cache(maxsize=16)
def _pattern(rule: PlainRule) -> re.Pattern[str]:
    verbs, named = (rule.pattern("en", name).pattern for name in ("light", "nouns"))
    return re.compile(
        rf"{verbs}\s+(?:an?|the|any|your|our|its|their|such|further|full|due|prompt|early)?\s*(?P<noun>{named})"
        rf"|\b[Tt]he\s+(?P<of>{named})\s+of\b"
    )


def _chinese(passages: Sequence[Passage], rule: PlainRule) -> Iterator[Spot]:
    light, verbs = rule.plain("zh-CN", "light"), rule.plain("zh-CN", "verbs")
    between = rule.plain("zh-CN", "between")
    hint = rule.pattern("zh-CN", "light")
    outcome = _outcome(rule)
    for number, passage in enumerate(passages):
        for found in outcome.finditer(passage.text):
            yield Spot(number, *found.span(), found[0], values={"better": found[2]})
        if hint.search(passage.text):
            words = cuts.words(passage.text, "zh-CN")
            for at, word in enumerate(words):
                if word.text in light and (verb := _verb(words, at, verbs, between)):
                    text = passage.text[word.start : verb.end]
                    yield Spot(number, word.start, verb.end, text, values={"better": verb.text})


@lru_cache(maxsize=16)
def _outcome(rule: PlainRule) -> re.Pattern[str]:
    """造成奖金的丧失 is 失去奖金: an outcome told as a noun, and a verb that only says that it comes about."""
    verbs, nouns = (rule.pattern("zh-CN", name).pattern for name in ("causes", "outcomes"))
    return re.compile(rf"({verbs})[^，。；：、]{{1,8}}的({nouns})(?![一-鿿]*的)")


def _verb(words: tuple[Span, ...], at: int, verbs: Mapping[str, str], between: Mapping[str, str]) -> Span | None:
    """The verb after the light verb at `at`: next to it, or with one of the listed words between them."""
    for word in words[at + 1 : at + 3]:
        if word.text in verbs:
            return word
        if word.text not in between:
            return None
    return None
