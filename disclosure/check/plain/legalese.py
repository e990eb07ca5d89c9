"""English passages come in; the words of contracts and statutes go out with everyday ones."""

from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import listed
from .rule import Limits, PlainRule, Spot

ID = "legalese"


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Each listed word outside a glossary term."""
    yield from listed.entries(passages, lang, rule, "formal")
