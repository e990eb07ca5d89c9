"""The terms found in a text come in; where each is best explained, and which are explained already, goes out."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from . import boundary
from .choice import Match
from .matcher import Found
from .shield import Places, headings, merged, touches

GAP = 16
"""A plain wording this near to its term, in characters, explains it: `NAV (price of one unit)`, `赎回，即…`."""

_ENDS = re.compile(r"[。！？；;\n]|(?<!\bi\.e)(?<!\be\.g)(?<!\bviz)[.!?](?:\s|$)")
_GLOSSES = re.compile(
    r"\s*[(\[［〔:]\s*(?:(?:i\.e\.|that is)\s?,?\s?|即|也就是)?|,?\s(?:i\.e\.|that is|in other words),?\s|,\sor\s|\smeans\s"
    r"|[,，]?(?:即|也就是|就是|是指|指的是)"
)
"""What stands between a term and the wording that explains it."""
_CHINESE_TAIL = frozenset("费率额日期款人权类型线户性量价值表书单险源点方者")


def explained(found: Found) -> frozenset[str]:
    """The entries whose plain wording already stands beside the term."""
    return frozenset(match.entry.id for match in found.matches if says_it(found, match))


def says_it(found: Found, match: Match) -> bool:
    """Does the entry's plain wording stand within GAP of this match, in the same sentence?"""
    return any(not _ENDS.search(between) for between in _betweens(found, match))


def is_glossed(found: Found, match: Match) -> bool:
    """Do term and plain wording stand side by side already, one of them in brackets or after `i.e.`?"""
    return any(_GLOSSES.fullmatch(between) for between in _betweens(found, match))


def _betweens(found: Found, match: Match) -> Iterator[str]:
    """What stands between the match and a plain wording of its entry within GAP, after it and before it."""
    places, text = found.wordings.get(match.entry.id, ()), found.fold.text
    at = bisect_left(places, (match.last,))
    if at < len(places) and places[at][0] <= match.last + GAP:
        yield text[match.last : places[at][0]]
    before = [end for _, end in places[max(0, at - 2) : at] if match.first - GAP <= end <= match.first]
    if before:
        yield text[max(before) : match.first]


def targets(text: str, found: Found, known: frozenset[str], inner: Places, may: Callable[[Match], bool]) -> list[Match]:
    """For each entry to explain that is not yet known, its first use; one in brackets only if there is no other.

    `inner` are the insides of brackets, `may` says whether a place can be explained in at all.
    """
    heads = merged(headings(text))
    open_uses: dict[str, Match] = {}
    inner_uses: dict[str, Match] = {}
    for match in found.matches:
        entry = match.entry
        if entry.mode not in ("explain", "required") or not entry.plain or entry.id in known:
            continue
        uses = inner_uses if touches(inner, match.start, match.end) else open_uses
        if entry.id in uses or entry.id in open_uses or touches(heads, match.start, match.end):
            continue
        if not _tailed(text, match) and may(match):
            uses[entry.id] = match
    return sorted((inner_uses | open_uses).values(), key=lambda match: match.start)


def _tailed(text: str, match: Match) -> bool:
    """Does a one-character noun follow that makes another word of it: 赎回 in 赎回费?"""
    if match.entry.lang == "en" or text[match.end : match.end + 1] not in _CHINESE_TAIL:
        return False
    from ..text import lexicon

    run, _, end = boundary.han_run(text, match.start, match.end)
    return len(next(iter(lexicon.cut(run[end:])), "")) == 1
