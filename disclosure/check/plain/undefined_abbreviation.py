"""Passages in reading order come in; abbreviations used before anybody says what they mean go out."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from .rule import Limits, PlainRule, Spot

ID = "undefined-abbreviation"
_SHORT = re.compile(r"(?<![A-Za-z0-9&.@/_-])[A-Z](?:[A-Z&]{1,5}|&[A-Z])(?P<s>s?)(?![A-Za-z0-9@_&-]|\.[A-Za-z])")
_NAMED = re.compile(r"[(（]\s*(?:[^()（）]{0,20}[，,;]\s*|简称\s*|\"|“)?([A-Z][A-Z&]{1,5})s?\s*[\"”]?[)）]")
_SAID = re.compile(
    r"(?<![A-Za-z0-9])([A-Z][A-Z&]{1,5})s?"
    r"(?:\s+(?:means|stands for|is short for|is (?:an?|the)\b)|\s*[(（\[](?=[^)）\]]{4})|(?:就)?是(?!\d)|即|指的是|[:：]\s?\S|\s[–—-]\s[a-z])"
)
_OR = re.compile(r"[\w”\"],? or ([A-Z][A-Z&]{1,5})s?[,.]")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """The first use of each, unless explained there or before. A heading or cell may be explained later.

    Proper names ("HSBC Bank", and HSBC then) and numbered things (CSI 300) are no abbreviations.
    """
    known = {short for name in ("common", "codes") for short, _ in rule.pairs(lang, name)}
    whole = " \n".join(passage.text for passage in passages)
    later = set(_explained(whole))
    names = tuple(name for name, _ in rule.pairs(lang, "names"))
    known |= {found[0] for found in _SHORT.finditer(whole) if _is_name(whole, found, names)}
    for number, passage in enumerate(passages):
        if not _SHORT.search(passage.text) or _is_shouted(passage.text):
            continue
        here = set(_explained(passage.text))
        for found in _SHORT.finditer(passage.text):
            short = found[0].removesuffix("s")
            if short in known | here or re.match(r"\s?\d", passage.text[found.end() :]):
                continue
            if passage.role in ("heading", "cell") and short in later:
                continue
            known.add(short)
            yield Spot(number, *found.span(), found[0])
        known |= here


def _explained(text: str) -> Iterator[str]:
    for pattern in (_NAMED, _SAID, _OR):
        yield from (found[1] for found in pattern.finditer(text))


def _is_shouted(text: str) -> bool:
    """Whether a text is in capitals throughout, or so much so that none of its words is one of letters."""
    return len(_CAPITALS.findall(text)) > 2 or (text.isupper() and len(_SHORT.findall(text)) > 2)


def _is_name(text: str, found: re.Match[str], names: tuple[str, ...]) -> bool:
    """Whether the letters begin a proper name, such as "HSBC Bank"."""
    return text.startswith(names, found.end() + (text[found.end() : found.end() + 1] == " "))
