"""Chinese passages come in; the words of old official letters (兹, 系, 届时) go out with everyday ones."""

from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import listed
from .rule import Limits, PlainRule, Spot

ID = "classical-wording"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Each listed word outside a glossary term; 其 in 其中 and 之 in 之前 are no words of their own."""
    yield from listed.entries(passages, lang, rule, "formal")
