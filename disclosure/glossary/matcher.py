"""A text and a glossary come in; the terms that really stand in the text go out, longest first choice.

All candidates are found, then filtered, and only then the leftmost longest are chosen: choosing
first loses a term inside a longer string that turns out to be no term.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..text.span import Span
from . import boundary, inflect
from .entry import Entry
from .fold import Fold, fold, folded
from .layers import Glossary
from .search import Hit, searcher
from .shield import Places, merged, shields, touches


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to write a term: `written` in the glossary, or its plural."""

    entry: Entry
    written: str
    is_plural: bool = False

    @property
    def shown(self) -> str:
        """The surface as it stands in a text of ordinary case."""
        return inflect.plural(self.written) if self.is_plural else self.written


@dataclass(frozen=True, slots=True)
class Match:
    """A term in the text: source offsets `start`, `end`; offsets in the folded text `first`, `last`."""

    start: int
    end: int
    first: int
    last: int
    surface: Surface

    def __len__(self) -> int:
        """Its length in folded characters."""
        return self.last - self.first

    @property
    def entry(self) -> Entry:
        """The entry the term belongs to."""
        return self.surface.entry


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place left alone for a person to decide: source offsets, entry and reason.

    Reasons: `boundary` (the characters may belong to other words), `sense` (two entries fit).
    """

    start: int
    end: int
    entry: str
    reason: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What decides which entries hold: language, kind of product, reader; and the caller's own shields."""

    lang: str
    kind: str | None = None
    audience: str | None = None
    protected: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The terms of a text in order, the doubts, and per entry id the folded places of its plain wordings."""

    fold: Fold
    matches: tuple[Match, ...]
    doubts: tuple[Doubt, ...]
    wordings: Mapping[str, Places]


@dataclass(frozen=True, slots=True)
class _Index:
    """One language of a glossary, ready for search."""

    surfaces: tuple[tuple[Surface, ...], ...]
    wordings: tuple[tuple[Entry, ...], ...]
    terms: frozenset[str]
    search: Callable[[str], list[Hit]]


@lru_cache(maxsize=16)
def _index(glossary: Glossary, lang: str) -> _Index:
    surfaces: dict[str, list[Surface]] = defaultdict(list)
    wordings: dict[str, list[Entry]] = defaultdict(list)
    for entry in (entry for entry in glossary.entries if entry.lang == lang):
        for surface in _surfaces(entry):
            surfaces[folded(surface.shown)].append(surface)
        for wording in _wordings(entry):
            wordings[folded(wording)].append(entry)
    patterns = sorted({*surfaces, *wordings})
    return _Index(
        tuple(tuple(surfaces.get(pattern, ())) for pattern in patterns),
        tuple(tuple(wordings.get(pattern, ())) for pattern in patterns),
        frozenset(pattern for pattern in surfaces if boundary.HAN.match(pattern)),
        searcher(patterns),
    )


def _surfaces(entry: Entry) -> Iterator[Surface]:
    listed = dict.fromkeys(entry.surfaces)
    for written in listed:
        yield Surface(entry, written)
        twin = Surface(entry, written, is_plural=True)
        if entry.lang == "en" and twin.shown not in listed and twin.shown != written:
            yield twin


def _wordings(entry: Entry) -> Iterator[str]:
    if entry.mode == "keep":
        return
    yield from entry.wordings_all
    if entry.lang == "en" and not entry.plain_plural:
        yield inflect.plural(entry.plain)


def find(text: str, glossary: Glossary, scope: Scope) -> Found:
    """Every accepted term in `text`, none overlapping another."""
    index = _index(glossary, scope.lang)
    copy = fold(text)
    hits = index.search(copy.text)
    wordings = _wording_places(copy, hits, index, scope)
    said = sorted(place for places in wordings.values() for place in places)
    longest = max((end - start for start, end in said), default=0)
    guard = merged(scope.protected, shields(text))
    accepted: list[Match] = []
    doubts: list[Doubt] = []
    for match in _candidates(copy, hits, index, scope):
        if _overlaps_wording(match, said, longest) or touches(guard, match.start, match.end):
            continue
        verdict = _verdict(text, copy, match, index)
        if verdict == "accept":
            accepted.append(match)
        elif verdict == "review":
            doubts.append(Doubt(match.start, match.end, match.entry.id, "boundary"))
    matches, unsure = _choose(accepted)
    return Found(copy, matches, _outside(matches, (*doubts, *unsure)), wordings)


def _wording_places(copy: Fold, hits: list[Hit], index: _Index, scope: Scope) -> dict[str, Places]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, first, last in hits:
        for entry in index.wordings[number]:
            if entry.holds(scope.kind, scope.audience) and boundary.latin_stands(copy.text, first, last):
                places[entry.id].append((first, last))
    return {entry: sorted(found) for entry, found in places.items()}


def _candidates(copy: Fold, hits: list[Hit], index: _Index, scope: Scope) -> Iterator[Match]:
    for number, first, last in hits:
        for surface in index.surfaces[number]:
            if not surface.entry.holds(scope.kind, scope.audience) or not _same_case(copy, first, last, surface):
                continue
            if boundary.latin_stands(copy.text, first, last) and not boundary.after_number(copy.text, first):
                yield Match(*copy.source(first, last), first, last, surface)


def _same_case(copy: Fold, first: int, last: int, surface: Surface) -> bool:
    if not surface.entry.exact(surface.written):
        return True
    return copy.cased[first:last] == fold(surface.shown).cased


def _overlaps_wording(match: Match, places: Places, longest: int) -> bool:
    """Is the match part of a plain wording? One that holds a wording whole is a term of its own."""
    nearby = bisect_left(places, (match.first - longest,)), bisect_left(places, (match.last,))
    return any(
        match.first < end and not (match.first <= start and end <= match.last and end - start < len(match))
        for start, end in places[slice(*nearby)]
    )


def _verdict(text: str, copy: Fold, match: Match, index: _Index) -> str:
    if not _fits(text, copy, match):
        return "leave"
    term = copy.text[match.first : match.last]
    if not all(map(boundary.HAN.match, term)):
        return "accept"
    return boundary.chinese_stands(*boundary.han_run(copy.text, match.first, match.last), index.terms)


def _fits(text: str, copy: Fold, match: Match) -> bool:
    """Do the words around the match allow the entry's sense?"""
    context = match.entry.context
    if any(_covered(copy.text, match, folded(phrase)) for phrase in context.not_in):
        return False
    if not context.only_if and not context.never_if:
        return True
    sentence = folded(_sentence(text, match))
    if any(_says(sentence, word) for word in context.never_if):
        return False
    return not context.only_if or any(_says(sentence, word) for word in context.only_if)


def _covered(text: str, match: Match, phrase: str) -> bool:
    """Does the phrase, an English one also in the plural, stand over the whole match?"""
    return any(
        0 <= text.find(said, max(0, match.last - len(said)), match.first + len(said)) <= match.first
        for said in (phrase, phrase + "s", phrase + "es")
    )


def _sentence(text: str, match: Match) -> str:
    sentences = _sentences(text, match.entry.lang)
    at = bisect_right(sentences, match.start, key=lambda sentence: sentence.start) - 1
    return sentences[at].text if at >= 0 else text


@lru_cache(maxsize=4)
def _sentences(text: str, lang: str) -> tuple[Span, ...]:
    from ..text import for_language

    return tuple(for_language(lang).sentences(text))


def _says(sentence: str, word: str) -> bool:
    """Does the folded sentence hold the word, or an English word's plural?"""
    for ending in ("", "s", "es"):
        sought = folded(word) + ending
        at = sentence.find(sought)
        while at >= 0:
            if boundary.latin_stands(sentence, at, at + len(sought)):
                return True
            at = sentence.find(sought, at + 1)
    return False


def _choose(accepted: list[Match]) -> tuple[tuple[Match, ...], tuple[Doubt, ...]]:
    """The leftmost longest matches. Where two entries fit one place, neither: that is a doubt."""
    places: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in accepted:
        places[match.start, match.end].append(match)
    chosen: list[Match] = []
    doubts: list[Doubt] = []
    edge = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start < edge:
            continue
        edge = end
        rivals = {match.entry.id: match for match in reversed(places[start, end])}
        if len(rivals) == 1:
            chosen.extend(rivals.values())
        else:
            doubts.extend(Doubt(start, end, entry, "sense") for entry in sorted(rivals))
    return tuple(chosen), tuple(doubts)


def _outside(matches: tuple[Match, ...], doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    taken = [(match.start, match.end) for match in matches]
    left = (doubt for doubt in doubts if not touches(taken, doubt.start, doubt.end))
    return tuple(sorted(set(left), key=lambda doubt: (doubt.start, doubt.end, doubt.entry)))
