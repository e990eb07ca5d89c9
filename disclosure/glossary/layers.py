"""Entries come in, layer by layer; one Glossary without two meanings for one term in one place goes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ..errors import DisclosureError, Problem
from .entry import Entry
from .fold import folded


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Entries in the order of their ids, so that the order of files and layers decides nothing.

    A glossary is equal to itself alone: comparing hundreds of entries at each text would cost more
    than rewriting it.
    """

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry], *, ambiguous: bool = False) -> "Glossary":
        """A glossary of these entries. DisclosureError if an id or, in one scope, a surface comes twice.

        `ambiguous`: a surface may come twice; where the context leaves both entries, neither acts.
        """
        ordered = tuple(sorted(entries, key=lambda entry: (entry.lang, entry.id)))
        problems = [*_twice(ordered), *(() if ambiguous else _clashes(ordered))]
        if problems:
            raise DisclosureError(problems)
        return cls(ordered)

    def merge(self, *layers: "Glossary", ambiguous: bool = False) -> "Glossary":
        """This glossary with each layer laid over it: shipped, then house, then product.

        A layer overrides entries by id, and takes over any surface it defines in the same scope; a
        retired entry takes over its id alone.
        DisclosureError if a layer would replace wording that a lower layer marks as required.
        """
        return _merged(self, tuple(layer.entries for layer in layers), ambiguous)


@lru_cache(maxsize=4)
def _merged(lowest: Glossary, layers: tuple[tuple[Entry, ...], ...], ambiguous: bool) -> Glossary:
    """One glossary for the same layers: a product is composed and then checked with its own terms."""
    current = lowest.entries
    for layer in layers:
        _refuse_replacing_required(current, layer)
        current = (*_remaining(current, layer), *layer)
    return Glossary.of(current, ambiguous=ambiguous)


def _twice(ordered: tuple[Entry, ...]) -> Iterator[Problem]:
    for before, after in zip(ordered, ordered[1:]):
        if (before.lang, before.id) == (after.lang, after.id):
            yield Problem("glossary", 0, 0, after.id, "glossary-duplicate-id", {"id": after.id})


def _clashes(ordered: tuple[Entry, ...]) -> Iterator[Problem]:
    owners: dict[str, list[Entry]] = {}
    for entry in filter(_is_live, ordered):
        for surface in dict.fromkeys(map(_key, entry.surfaces, (entry,) * len(entry.surfaces))):
            for other in owners.setdefault(surface, []):
                if entry.meets(other) and entry.id != other.id:
                    values = {"surface": surface, "other": other.id}
                    yield Problem("glossary", 0, 0, entry.id, "glossary-duplicate-surface", values)
            owners[surface].append(entry)


def _is_live(entry: Entry) -> bool:
    return entry.is_live


def _key(surface: str, entry: Entry) -> str:
    return surface if entry.exact(surface) else folded(surface)


def _remaining(lower: tuple[Entry, ...], upper: tuple[Entry, ...]) -> Iterator[Entry]:
    ids = {(entry.lang, entry.id) for entry in upper}
    owners: dict[str, list[Entry]] = {}
    for entry in filter(_is_live, upper):
        for surface in entry.surfaces:
            owners.setdefault(_key(surface, entry), []).append(entry)
    for entry in lower:
        taken = chain.from_iterable(owners.get(_key(surface, entry), ()) for surface in entry.surfaces)
        if (entry.lang, entry.id) not in ids and not any(entry.meets(other) for other in taken):
            yield entry


def _refuse_replacing_required(lower: tuple[Entry, ...], upper: tuple[Entry, ...]) -> None:
    fixed = {
        (entry.lang, key): entry
        for entry in lower
        if entry.mode == "required"
        for key in (entry.id, *(_key(surface, entry) for surface in entry.surfaces))
    }
    problems = [
        Problem("glossary", 0, 0, entry.id, "glossary-replace-required", {"term": entry.term})
        for entry in upper
        if entry.mode == "replace"
        and any((entry.lang, key) in fixed for key in (entry.id, *(_key(s, entry) for s in entry.surfaces)))
    ]
    if problems:
        raise DisclosureError(problems)
