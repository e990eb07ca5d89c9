"""A glossary and a language come in; all its surfaces and plain wordings, ready for search, go out."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..text.search import Hit, searcher
from . import inflect
from .boundary import HAN, Terms
from .entry import Entry
from .fold import fold, folded
from .layers import Glossary


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to write a term: `written` in the glossary, or its plural.

    `cased`: the letters that a text must have, where case decides, else empty.
    """

    entry: Entry
    written: str
    is_plural: bool = False
    cased: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """One language of a glossary: for each pattern of `search` its surfaces and the entries it is plain
    wording of; `said` are all plain wordings, folded; `renamed` gives for a surface the entries replaced by that wording."""

    surfaces: tuple[tuple[Surface, ...], ...]
    wordings: tuple[tuple[Entry, ...], ...]
    terms: Terms
    said: frozenset[str]
    renamed: Mapping[str, frozenset[str]]
    search: Callable[[str], list[Hit]]


@lru_cache(maxsize=6)
def index(glossary: Glossary, lang: str) -> Index:
    """The live entries of `lang`, made ready once."""
    surfaces: dict[str, list[Surface]] = defaultdict(list)
    wordings: dict[str, list[Entry]] = defaultdict(list)
    for entry in (entry for entry in glossary.entries if entry.lang == lang and entry.is_live):
        written, said = _ready(entry)
        for pattern, surface in written:
            surfaces[pattern].append(surface)
        for wording in said:
            wordings[wording].append(entry)
    patterns = sorted(pattern for pattern in {*surfaces, *wordings} if pattern)
    return Index(
        tuple(tuple(surfaces.get(pattern, ())) for pattern in patterns),
        tuple(tuple(wordings.get(pattern, ())) for pattern in patterns),
        Terms.of(pattern for pattern in surfaces if HAN.match(pattern)),
        frozenset(wordings),
        _renamed(surfaces, wordings),
        searcher(patterns),
    )


@lru_cache(maxsize=2048)
def _ready(entry: Entry) -> tuple[tuple[tuple[str, Surface], ...], tuple[str, ...]]:
    """What to search for an entry and for its wordings; a product's own terms leave most entries as they were."""
    return tuple(_surfaces(entry)), tuple(dict.fromkeys(map(folded, _wordings(entry))))


def _renamed(surfaces: Mapping[str, list[Surface]], wordings: Mapping[str, list[Entry]]) -> dict[str, frozenset[str]]:
    swapped = {said: frozenset(one.id for one in entries if one.mode == "replace") for said, entries in wordings.items()}
    return {
        said: ids
        for said, ids in swapped.items()
        if ids and any(ids - {surface.entry.id} for surface in surfaces.get(said, ()))
    }


def _surfaces(entry: Entry) -> Iterator[tuple[str, Surface]]:
    """Each way to write the entry's term, folded: as listed, in the plural, with an apostrophe left out."""
    listed = dict.fromkeys(map(str.strip, entry.surfaces))
    for written in listed:
        plural = inflect.plural_term(written) if entry.lang == "en" else written
        shown = {fold(written).cased: False}
        if plural not in listed:
            shown.setdefault(fold(plural).cased, True)
        bare = {cased.replace("'", ""): is_plural for cased, is_plural in shown.items()}
        for cased, is_plural in (bare | shown).items():
            yield folded(cased), Surface(entry, written, is_plural, cased if entry.exact(written) else "")


def _wordings(entry: Entry) -> Iterator[str]:
    if entry.mode == "keep":
        return
    yield from entry.wordings_all
    if entry.lang == "en" and not entry.plain_plural:
        yield inflect.plural(entry.plain)
