"""The sentences of a text come in; where the entries of a model's word lists stand in each goes out.

One search finds the entries of all lists in the whole text: most sentences hold none, and are spared.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from disclosure.text.model import Model
from disclosure.text.search import searcher
from disclosure.text.span import Span

LISTS = ("formal", "jargon", "vague")
Hits = Mapping[str, Sequence[tuple[int, int, str]]]
"""By the name of a list: start, end and entry (as it is searched) of each hit, also one inside another."""

_NONE: Hits = {}
_PART = "\0"
_UNEVEN = re.compile(r"[^\S ]|  ")
_BLANKS, _LONG_BLANK = re.compile(r"\s+"), re.compile(r"\s{2,}")


def found(texts: Sequence[str], model: Model) -> list[Hits]:
    """The hits in each of the texts. Where words are spaced, case and the kind of blank or hyphen are all one."""
    owners, search = _searcher(model)
    whole = _PART.join(texts)
    even, places = _even(whole) if model.lang == "en" else (whole, None)
    hits = search(even)
    if not hits:
        return [_NONE] * len(texts)
    spaced = model.lang == "en"
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    shared: list[Hits] = [_NONE] * len(texts)
    number = 0
    for pattern, first, last in sorted(hits, key=lambda hit: hit[1]):
        if spaced and not _edges(even, first, last):
            continue
        start, end = (places[first], places[last - 1] + 1) if places else (first, last)
        while starts[number + 1] <= start:
            number += 1
        if shared[number] is _NONE:
            shared[number] = defaultdict(list)
        for name in owners[pattern]:
            shared[number][name].append((start - starts[number], end - starts[number], even[first:last]))
    return shared


def defined(text: str, term: Span) -> bool:
    """Whether the words beside the term say what it is: `A higher … means`, 叫……, ……越高，说明."""
    after, before = text[term.end : term.end + 12], text[max(0, term.start - 15) : term.start]
    return bool(_MEANS.match(after) or _CALLED.search(before))


_MEANS = re.compile(r"s? (?:means?|is when)\b|(?:的意思)?(?:是指|指的?是)|越[高低大小长短多少]，(?:说明|表示|意味)")
_CALLED = re.compile(r"\b(?:is|are) called (?:an? |the )?$|(?:叫做?|称为|所谓的?)[“「]?$")


def longest(hits: Iterable[tuple[int, int, str]], text: str) -> Iterator[Span]:
    """The hits as Spans of `text`, from the left, the longest of those that overlap."""
    last = -1
    for start, end, _ in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= last:
            last = end
            yield Span(start, end, text[start:end])


@lru_cache(maxsize=8)
def _searcher(model: Model) -> tuple[tuple[tuple[str, ...], ...], Callable[[str], list[tuple[int, int, int]]]]:
    """For each pattern the lists it is in; and the search for all. One Han alone is an entry only as a word."""
    owners: dict[str, list[str]] = defaultdict(list)
    for name in LISTS:
        for entry in sorted(model.words(name)):
            pattern = even_entry(entry) if model.lang == "en" else entry
            if (model.lang == "en" or len(entry) > 1) and name not in owners[pattern]:
                owners[pattern].append(name)
    known = {pattern: tuple(names) for pattern, names in owners.items() if names}
    return tuple(known.values()), searcher(list(known))


def even_entry(entry: str) -> str:
    """An entry of words as it is searched: lower case, a blank for a hyphen."""
    return entry.lower().replace("-", " ")


def _even(text: str) -> tuple[str, "_Places | None"]:
    """The text in lower case with one blank for each run of blanks and hyphens; and where its characters stood."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one if len(one := char.lower()) == 1 else char for char in text)
    low = low.replace("-", " ").replace("\n", " ")
    if not _UNEVEN.search(low):
        return low, None
    return _BLANKS.sub(" ", low), _Places([found.span() for found in _LONG_BLANK.finditer(low)])


class _Places:
    """Where the characters of an evened text stood before."""

    def __init__(self, blanks: Sequence[tuple[int, int]]) -> None:
        lost = [0, *accumulate(end - start - 1 for start, end in blanks)]
        self._ends = [end - gone for (_, end), gone in zip(blanks, lost[1:])]
        self._lost = lost

    def __getitem__(self, at: int) -> int:
        return at + self._lost[bisect_right(self._ends, at)]


def _edges(text: str, start: int, end: int) -> bool:
    """Whether a word begins at `start` and one ends at `end`."""
    if text[start - 1 : start].isalpha() and text[start].isalpha():
        return False  # as most do that are none
    before, after = text[start - 1 : start], text[end : end + 1]
    return _letter(before) != _letter(text[start]) and _letter(after) != _letter(text[end - 1])


def _letter(char: str) -> bool:
    return char.isalnum() or char == "_"
