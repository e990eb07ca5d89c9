"""A text and a glossary come in; the terms that really stand in the text go out, longest first choice.

All candidates are found, then filtered, and only then the leftmost longest are chosen: choosing
first loses a term inside a longer string that turns out to be no term.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..text.search import Hit
from . import boundary, setting
from .choice import Doubt, Match, choose
from .entry import Context
from .fold import Fold, fold, folded
from .index import Index, index
from .invariant import cuts_figure
from .layers import Glossary
from .shield import Places, around, merged, shields, touches
from .wordclass import is_no_noun

ACCEPT, LEAVE = "accept", "leave"
NO_CONTEXT = Context()
NEAR_MARK = 8
_OPENING = re.compile(r"(?:[(\[:]\s?|即|也就是|就是|是指|指的是|i\.e\.,? |that is,? )\Z")
"""What stands before a wording that explains a term."""
_OBJECT = re.compile(r"s (?:him|me|them|us)(?![\w'-])|risks (?:getting|losing|missing)(?![\w'-])")
"""After a word in -s that is no plural but a verb: `security interests him`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What decides which entries hold: language, kind of product, reader; and the caller's own shields."""

    lang: str
    kind: str | None = None
    audience: str | None = None
    protected: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The terms of a text in order, the doubts, per entry id the folded places of its plain wordings, and `guard`,
    the places of the source that nothing may touch; where there is no term, `wordings` and `guard` are not looked for."""

    fold: Fold
    matches: tuple[Match, ...]
    doubts: tuple[Doubt, ...]
    wordings: Mapping[str, Places]
    guard: Places = ()


def find(text: str, glossary: Glossary, scope: Scope) -> Found:
    """Every accepted term in `text`, none overlapping another."""
    ready = index(glossary, scope.lang)
    copy = fold(text)
    hits = ready.search(copy.text)
    if not any(ready.surfaces[number] for number, _, _ in hits):
        return Found(copy, (), (), {})
    return _found(text, glossary, scope)


@lru_cache(maxsize=2048)
def _found(text: str, glossary: Glossary, scope: Scope) -> Found:
    """The same for a text that may hold terms: it is composed and then checked, and comes back in many sheets."""
    ready = index(glossary, scope.lang)
    copy = fold(text)
    hits = ready.search(copy.text)
    candidates = tuple(_candidates(copy, hits, ready, scope))
    if not candidates:
        return Found(copy, (), (), {})
    wordings = _wording_places(copy, hits, ready, scope)
    said = sorted((*place, entry) for entry, places in wordings.items() for place in places)
    longest = max((end - start for start, end, _ in said), default=0)
    guard = merged(scope.protected, shields(text))
    accepted: list[Match] = []
    doubts: list[Doubt] = []
    named: list[Match] = []
    for match in candidates:
        if touches(guard, match.start, match.end) or said and _overlaps_wording(copy.text, match, said, longest):
            named.append(match)
            continue
        verdict = _verdict(text, copy, match, ready)
        if verdict == ACCEPT:
            accepted.append(match)
        elif verdict != LEAVE:
            doubts.append(Doubt(match.start, match.end, match.entry.id, verdict))
    chosen, unsure = choose(accepted)
    taken = _taken_names(text, copy, chosen, named, ready)
    matches = tuple(match for match in chosen if match.entry.id not in taken)
    doubts += [Doubt(match.start, match.end, match.entry.id, "sense") for match in chosen if match.entry.id in taken]
    return Found(copy, matches, _outside(matches, (*doubts, *unsure)), wordings, guard)


def _taken_names(text: str, copy: Fold, chosen: tuple[Match, ...], named: list[Match], ready: Index) -> set[str]:
    """The entries whose wording stands in the text as the term of another: 甲方 for 乙方 in a text with a 乙方.

    Two parties, or two charges, would come to one name there.
    """
    if not ready.renamed:
        return set()
    longer = [(match.first, match.last) for match in chosen]
    return {
        entry
        for match in (*named, *chosen)
        for entry in ready.renamed.get(copy.text[match.first : match.last], ())
        if entry != match.entry.id
        and around(longer, match.first, match.last) in (None, (match.first, match.last))
        and _verdict(text, copy, match, ready) == ACCEPT
    }


def _wording_places(copy: Fold, hits: list[Hit], ready: Index, scope: Scope) -> dict[str, Places]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, first, last in hits:
        for entry in ready.wordings[number]:
            if entry.holds(scope.kind, scope.audience) and boundary.latin_stands(copy.text, first, last):
                places[entry.id].append((first, last))
    return {entry: sorted(found) for entry, found in places.items()}


def _candidates(copy: Fold, hits: list[Hit], ready: Index, scope: Scope) -> Iterator[Match]:
    for number, first, last in hits:
        surfaces = ready.surfaces[number]
        if not surfaces or not boundary.latin_stands(copy.text, first, last):
            continue
        if boundary.after_number(copy.text, first):
            continue
        for surface in surfaces:
            cased = not surface.cased or copy.cased[first:last] == surface.cased
            if cased and surface.entry.holds(scope.kind, scope.audience):
                yield Match(*copy.source(first, last), first, last, surface)


def _overlaps_wording(text: str, match: Match, said: Sequence[tuple[int, int, str]], longest: int) -> bool:
    """Is the match part of a plain wording, or does it overlap its own, or one that explains its term?

    One that holds a wording whole is a term of its own, and one that only overlaps another entry's has
    words in it that are not that wording's: `in lieu of` in `cash in lieu of it`, where `cash in` is one.
    """
    nearby = bisect_left(said, (match.first - longest,)), bisect_left(said, (match.last,))
    return any(
        start <= match.first and match.last <= end or entry == match.entry.id or _opens_explanation(text, start)
        for start, end, entry in said[slice(*nearby)]
        if match.first < end and not _holds(match, start, end)
    )


def _opens_explanation(text: str, start: int) -> bool:
    return bool(_OPENING.search(text, max(0, start - NEAR_MARK), start))


def _holds(match: Match, start: int, end: int) -> bool:
    return match.first <= start and end <= match.last and end - start < len(match)


def _verdict(text: str, copy: Fold, match: Match, ready: Index) -> str:
    """ACCEPT, LEAVE, or why a person must decide."""
    if match.entry.context != NO_CONTEXT and not _fits(text, copy, match, ready):
        return LEAVE
    if cuts_figure(text, match.start, match.end):
        return "figure"
    if match.surface.is_plural and " " in match.surface.written and _is_verb(copy, match):
        return LEAVE
    replaces = match.entry.mode == "replace"
    if _may_be_name(text, match) and setting.is_in_name(text, match.start, match.end, replaces):
        return "name"
    if not _is_han(copy.text[match.first : match.last]):
        return ACCEPT
    stands = boundary.chinese_stands(*boundary.han_run(copy.text, match.first, match.last), ready.terms)
    return {"accept": ACCEPT, "leave": LEAVE}.get(stands, "boundary")


def _is_verb(copy: Fold, match: Match) -> bool:
    """Does an object follow, which the plural of a noun of several words does not take?"""
    return bool(_OBJECT.match(copy.cased, match.last - 1) or _OBJECT.match(copy.cased, max(match.first, match.last - 5)))


@lru_cache(maxsize=4096)
def _is_han(term: str) -> bool:
    return all(map(boundary.HAN.match, term))


def _may_be_name(text: str, match: Match) -> bool:
    """Has a noun that the glossary writes small a capital here, alone?"""
    original, written = text[match.start : match.end], match.surface.written
    if not original[:1].isupper() or match.entry.lang != "en" or not written.islower() or original.isupper():
        return False
    return not is_no_noun(written, match.entry.wording(written))


def _fits(text: str, copy: Fold, match: Match, ready: Index) -> bool:
    """Do the words around the match allow the entry's sense?"""
    context = match.entry.context
    if context.not_in and _covered(copy.text, match, _folded(context.not_in)):
        return False
    if not context.only_if and not context.never_if:
        return True
    said = setting.sentence(text, match.entry.lang, match.start, ready.said)
    if any(setting.says(said, word) for word in _folded(context.never_if)):
        return False
    return not context.only_if or any(setting.says(said, word) for word in _folded(context.only_if))


@lru_cache(maxsize=4096)
def _folded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(folded, phrases))


def _covered(text: str, match: Match, phrases: tuple[str, ...]) -> bool:
    """Does one of the phrases, an English one also in the plural, stand over the whole match?"""
    reach = max(map(len, phrases), default=0) + len("es")
    near = text[max(0, match.first - reach) : match.last + reach]
    return any(
        0 <= text.find(said, max(0, match.last - len(said)), match.first + len(said)) <= match.first
        for phrase in phrases
        if phrase in near
        for said in (phrase, phrase + "s", phrase + "es")
    )


def _outside(matches: tuple[Match, ...], doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    taken = [(match.start, match.end) for match in matches]
    left = (doubt for doubt in doubts if doubt.reason == "kept" or not touches(taken, doubt.start, doubt.end))
    return tuple(sorted(set(left), key=lambda doubt: (doubt.start, doubt.end, doubt.entry)))
