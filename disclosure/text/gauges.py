"""One sentence comes in; what each feature counts in it, out of how many, and where, goes out."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from disclosure.text.listed import Hits
from disclosure.text.model import Model
from disclosure.text.passage import Role
from disclosure.text.span import Span


class Sentence(NamedTuple):
    """One sentence, wherever it stands: `span` and all spans inside it count from its own first character.

    `counted` is the sentence with its numbers made neutral, for counting only; `length` its words;
    `counts` what the language's `FIELDS` name, and `packed` the same in one integer.
    """

    role: Role
    span: Span
    terms: tuple[Span, ...]
    """Glossary terms and acronyms that the text does not explain."""
    counted: str
    length: int
    tokens: Sequence[str]
    counts: tuple[int, ...]
    packed: int
    cutter: ModuleType
    listed: Hits
    """Where entries of the model's word lists stand."""

    @property
    def words(self) -> tuple[Span, ...]:
        """The words as written."""
        found: tuple[Span, ...] = self.cutter.words(self.span.text)
        return found

    @property
    def clauses(self) -> tuple[Span, ...]:
        """The clauses as written."""
        found: tuple[Span, ...] = self.cutter.clauses(self.span.text)
        return found


class Tally(NamedTuple):
    """`amount` things counted out of `base`; `spots` are the things, none where the sentence itself is."""

    amount: int
    base: int = 1
    spots: tuple[Span, ...] = ()

    @classmethod
    def each(cls, spots: Iterable[Span], base: int = 1) -> "Tally":
        """One thing a spot."""
        found = tuple(spots)
        return cls(len(found), base, found) if found else nothing(base)


_NOTHING = tuple(Tally(0, base) for base in range(128))


def nothing(base: int = 1) -> Tally:
    """Not one thing, out of `base`."""
    return _NOTHING[base] if base < 128 else Tally(0, base)


@dataclass(frozen=True, slots=True)
class Gauge:
    """How one feature is measured. `lexical`: in headings and cells too. `scale`: 100 for a share in %.

    `find` looks for the spots where counting does not, and is called only for a sentence beyond the limit.
    `needs` are names of the language's `FIELDS`: in a sentence that has none of them there is nothing to count,
    out of its words where it is counted `per_word`, and so `count` is not called.
    """

    count: Callable[[Sentence, Model], Tally]
    lexical: bool = False
    scale: int = 1
    find: Callable[[Sentence, Model], Iterable[Span]] | None = None
    needs: tuple[str, ...] = ()
    per_word: bool = False


Gauges = Mapping[str, Gauge]

_TWO_BRACKETS = re.compile(r"[(（\[][^)）\]]*[(（\[]")


def matches(pattern: re.Pattern[str], sentence: Sentence) -> Iterable[Span]:
    """Where `pattern` is found in the sentence as written."""
    return (Span(*found.span(), found.group()) for found in pattern.finditer(sentence.span.text))


_ONE_CASE = re.compile("[ſıİ]")
"""Letters whose other case is a letter of ASCII, or two."""


def matches_low(pattern: re.Pattern[str], whole: re.Pattern[str], sentence: Sentence) -> Iterator[Span]:
    """Where `pattern`, which is in lower case, is found in any case; `whole` is the same for texts that have no lower case.

    It is as fast again to search lower case as it is to search any case.
    """
    text = sentence.span.text
    low = text.lower()
    if len(low) != len(text) or (not low.isascii() and _ONE_CASE.search(text)):
        pattern, low = whole, text
    for found in pattern.finditer(low):
        yield Span.cut(text, *found.span())


def unnamed(spots: Iterable[Span], sentence: Sentence) -> Iterable[Span]:
    """The spots that lie in no glossary term, so that nothing is counted twice."""
    return apart(spots, sentence.terms) if sentence.terms else spots


def apart(spots: Iterable[Span], terms: Iterable[Span]) -> Iterator[Span]:
    """The spots that touch none of the terms, of which no two overlap."""
    known = sorted((term.start, term.end) for term in terms)
    for spot in spots:
        at = bisect_left(known, (spot.end,)) - 1
        if at < 0 or known[at][1] <= spot.start:
            yield spot


def unexplained_terms(sentence: Sentence, model: Model) -> Tally:
    """Glossary terms and acronyms without an explanation, out of the words."""
    return Tally.each(sentence.terms, sentence.length) if sentence.terms else nothing(sentence.length)


def nesting(sentence: Sentence, model: Model) -> Tally:
    """Brackets that stand inside brackets."""
    if not _TWO_BRACKETS.search(sentence.span.text):
        return nothing()
    depth = 0
    inner: list[Span] = []
    for at, mark in enumerate(sentence.span.text):
        depth = max(0, depth + (mark in "(（[") - (mark in ")）]"))
        if depth > 1 and mark in "(（[":
            inner.append(Span(at, at + 1, mark))
    return Tally.each(inner)
