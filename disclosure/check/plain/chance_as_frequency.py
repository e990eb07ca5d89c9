"""Passages come in; chances told in percent go out with the same chance as so many in a hundred."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...text.passage import Passage
from .rule import Limits, PlainRule, Spot

ID = "chance-as-frequency"
_DIGIT = re.compile(r"\d")
_PERCENT = r"(?P<{0}>\d+(?:\.\d+)?)\s?(?:%|per cent|percent)"
_CHANCE = {
    "en": re.compile(
        _PERCENT.format("a") + r"\s+(?:chance|probability|likelihood|risk\s+(?:of|that))\b"
        r"|\b(?:chance|probability|likelihood)\s+(?:\w+\s+){0,6}?(?:is|of|was)\s+(?:about\s+|only\s+)?" + _PERCENT.format("b"),
        re.IGNORECASE,
    ),
    "zh-CN": re.compile(
        _PERCENT.format("a") + r"的?(?:概率|可能性?|几率|机会)|(?:概率|可能性|几率)(?:约?为|是|有|达到?|约)?" + _PERCENT.format("b")
    ),
}


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Each chance from 0 to 100 %, with the value `better`: out of 100, 1,000 or 10,000, in whole people."""
    for number, passage in enumerate(passages):
        if not _DIGIT.search(passage.text):
            continue
        for found in _CHANCE[lang].finditer(passage.text):
            share = Decimal(found["a"] or found["b"])
            if 0 < share < 100 and -share.as_tuple().exponent <= 2:  # type: ignore[operator]
                yield Spot(number, *found.span(), found[0], values=dict(zip(("n", "of"), _frequency(share))))


def _frequency(share: Decimal) -> tuple[str, str]:
    times = Decimal(10) ** max(0, -int(share.normalize().as_tuple().exponent))
    return f"{share * times:,.0f}", f"{100 * times:,.0f}"
