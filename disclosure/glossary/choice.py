"""Terms that may overlap come in; the leftmost longest of them, and what a person must decide, go out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from .entry import Entry
from .index import Surface
from .shield import around, merged, touches

_RANK = {"keep": 0, "required": 1}
"""Modes whose wording stays whatever other entries say of the same place."""


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

    Reasons: `boundary` (the characters may belong to other words), `sense` (two entries fit, or two
    terms would come to one wording), `name` (part of a longer name), `split` (markup stands inside
    the term), `kept` (wording that must stay would go), `figure`, `negation` (a figure or the number
    of negators would change), `repeat` (a second run would change the text again).
    """

    start: int
    end: int
    entry: str
    reason: str


def choose(accepted: list[Match]) -> tuple[tuple[Match, ...], tuple[Doubt, ...]]:
    """The leftmost longest matches.

    No replacement takes wording that must stay. Where two entries would say different things in one
    place, neither does: that is a doubt.
    """
    doubts = list(_taking_what_stays(accepted))
    refused = {(doubt.start, doubt.end, doubt.entry) for doubt in doubts}
    places: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in accepted:
        if (match.start, match.end, match.entry.id) not in refused:
            places[match.start, match.end].append(match)
    chosen: list[Match] = []
    edge = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start < edge:
            continue
        edge = end
        rivals = places[start, end]
        if len(rivals) > 1:
            rivals = sorted(rivals, key=lambda match: (_RANK.get(match.entry.mode, 2), match.entry.id))
        if len(rivals) == 1 or rivals[0].entry.mode == "keep" or len(set(map(_says, _first(rivals)))) == 1:
            chosen.append(rivals[0])
        else:
            doubts.extend(Doubt(start, end, entry, "sense") for entry in {match.entry.id for match in rivals})
    return tuple(chosen), tuple(doubts)


def _taking_what_stays(accepted: list[Match]) -> Iterator[Doubt]:
    """A doubt for each replacement that reaches beyond a term to keep or required which it overlaps."""
    staying = sorted((one.start, one.end) for one in accepted if one.entry.mode in _RANK)
    if not staying:
        return
    places = merged(staying)
    for match in accepted:
        if match.entry.mode == "replace" and touches(places, match.start, match.end):
            if not around(staying, match.start, match.end):
                yield Doubt(match.start, match.end, match.entry.id, "kept")


def _first(rivals: list[Match]) -> list[Match]:
    """Those of the rivals, in their order, whose mode goes before the others'."""
    if rivals[0].entry.mode not in _RANK:
        return rivals
    return [match for match in rivals if match.entry.mode == rivals[0].entry.mode]


def _says(match: Match) -> tuple[str, str, str]:
    entry = match.entry
    return entry.mode, entry.wording(match.surface.written), entry.plain_plural
