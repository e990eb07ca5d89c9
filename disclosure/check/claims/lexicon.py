"""A text comes in; the words of the claims files that stand in it go out, by what they are for."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...text.search import searcher
from . import shelf
from .compose import Composition, Said, Span
from .model import Pattern
from .spelling import ANY

INERT = "inert"
"""The class of wordings that look like words of another class and are none."""
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
Hit = tuple[int, int, int]
"""The number of a word, where it starts, where it ends."""
Meaning = tuple[str, str, bool]
"""A language, one of its classes, and whether the word may have any ending."""


@dataclass(frozen=True, slots=True)
class Index:
    """All words of all languages by number.

    `ways`: of the rarest word that one of the `wordings` needs, its number and what else it needs. `means`: the
    classes of a word. `leading`: the words that have ways. `composed`: by language, the bits that a
    composition needs and those of its slots of several classes; `bits`: of a class.
    """

    search: Callable[[str], list[Hit]]
    wordings: Sequence[Pattern]
    ways: Sequence[Sequence[tuple[int, tuple[frozenset[int], ...]]]]
    means: Sequence[Sequence[Meaning]]
    leading: frozenset[int]
    composed: Mapping[str, Sequence[tuple[int, tuple[int, ...], Pattern]]]
    bits: Mapping[str, Mapping[str, int]]


@lru_cache(maxsize=1)
def index() -> Index:
    """The words that all patterns of all languages need, and how to look for them all at once."""
    patterns = {lang: shelf.language(lang).patterns for lang in shelf.LANGUAGES}
    plain = [one for known in patterns.values() for one in known if not isinstance(one.say, Composition)]
    means = _meanings()
    words = sorted({_even(word) for one in plain for way in one.needs for group in way for word in group} | set(means))
    number = {word: at for at, word in enumerate(words)}
    ways: list[list[tuple[int, tuple[frozenset[int], ...]]]] = [[] for _ in words]
    for at, pattern in enumerate(plain):
        for first, *rest in pattern.needs:
            groups = tuple(frozenset(number[_even(word)] for word in group) for group in rest)
            for word in first:
                ways[number[_even(word)]].append((at, groups))
    bits = {lang: {name: 1 << at for at, name in enumerate(shelf.language(lang).classes)} for lang in shelf.LANGUAGES}
    composed = {
        lang: [(*_bits(one.say, bits[lang]), one) for one in known if isinstance(one.say, Composition)]
        for lang, known in patterns.items()
    }
    leading = frozenset(at for at, found in enumerate(ways) if found)
    return Index(searcher(words), plain, ways, [means.get(word, ()) for word in words], leading, composed, bits)


def patterns(text: str, hits: Sequence[Hit]) -> Iterator[tuple[Pattern, Said | None]]:
    """The patterns that may make a claim in a text with these hits, each once; with compositions, what they look at."""
    known = index()
    present = {number for number, at, _ in hits if not at or text[at - 1] not in LETTERS or text[at] not in LETTERS}
    at = {
        pattern
        for number in present & known.leading
        for pattern, groups in known.ways[number]
        if not groups or not any(map(present.isdisjoint, groups))
    }
    yield from ((known.wordings[number], None) for number in sorted(at))
    for lang, words in _said(text, hits).items():
        bits = known.bits[lang]
        here = sum(bits[name] for name in words)
        said = Said(text, words)
        for needed, slots, pattern in known.composed[lang]:
            if needed & here == needed and all(slot & here for slot in slots):
                yield pattern, said


def _said(text: str, hits: Sequence[Hit]) -> dict[str, dict[str, list[Span]]]:
    """By language and class, the places of its words, the longest where they overlap."""
    means = index().means
    han = not text.isascii() and any("\u3400" <= char <= "\u9fff" for char in text)
    found: dict[str, dict[str, list[Span]]] = {}
    for number, start, end in hits:
        for lang, name, free in means[number]:
            if lang != "en":
                last = end if han else 0
            else:
                last = _whole(text, start, end, free)
            if last:
                found.setdefault(lang, {}).setdefault(name, []).append((start, last))
    return {lang: _longest(at) for lang, at in found.items()}


def _whole(text: str, start: int, end: int, free: bool) -> int:
    """Where the English word ends; 0 if the hit is only a part of a word."""
    if start and text[start - 1] in LETTERS and text[start] in LETTERS:
        return 0
    if end < len(text) and text[end] in LETTERS and text[end - 1] in LETTERS:
        if not free:
            return 0
        while end < len(text) and text[end] in LETTERS:
            end += 1
    return end


def _longest(at: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
    inert = _outermost(at.get(INERT, ()))
    kept = {}
    for name, spans in at.items():
        if name != INERT:
            spans = [one for one in _outermost(spans) if not any(a <= one[0] and one[1] <= b and (a, b) != one for a, b in inert)]
            if spans:
                kept[name] = spans
    return kept


def _outermost(spans: Sequence[Span]) -> list[Span]:
    if len(spans) < 2:
        return list(spans)
    kept: list[Span] = []
    for one in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or one[1] > kept[-1][1]:
            kept.append(one)
    return kept


def _meanings() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = defaultdict(list)
    for lang in shelf.LANGUAGES:
        for name, wordings in shelf.language(lang).classes.items():
            for wording in sorted(wordings):
                found[wording.removesuffix(ANY)].append((lang, name, wording.endswith(ANY)))
    return {word: tuple(known) for word, known in found.items()}


def _bits(say: Composition, bits: Mapping[str, int]) -> tuple[int, tuple[int, ...]]:
    needed = 0
    for slot in say.slots:
        needed |= bits[next(iter(slot))] if len(slot) == 1 else 0
    return needed, tuple(sum(bits[name] for name in slot) for slot in say.slots if len(slot) > 1)


def _even(word: str) -> str:
    return word.replace("-", " ")
