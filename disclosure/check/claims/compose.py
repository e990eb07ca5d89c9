"""The words of a sentence by class come in; the places where a composition of classes stands go out.

A composition says which classes make a claim together: a word of safety and one of capital, a negator
before a word of loss. So wordings are caught that nobody listed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from .place import Place

DENY, RID, UNDO, HEDGE, IF, STOP, COMMA = "deny", "rid", "undo", "hedge", "if", "stop", "comma"
"""Classes that the engine itself knows: negators, words for being rid of a thing, words that turn a
negator round (cannot avoid), what weakens a statement, what makes it depend on a case, what no claim
reaches over, and what only some do."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and where words of each class stand in it, in order."""

    text: str
    at: Mapping[str, Sequence[Span]]

    def between(self, name: str, start: int, end: int) -> bool:
        """Whether a word of the class stands in `text[start:end]`."""
        spans = self.at.get(name, ())
        here = bisect_left(spans, (start,))
        return here < len(spans) and spans[here][1] <= end

    def clause(self, start: int, end: int) -> Span:
        """The clause around `text[start:end]`, or the clauses if it reaches over commas."""
        first, last = 0, len(self.text)
        for name in (STOP, COMMA):
            for left, right in self.at.get(name, ()):
                first = max(first, right) if right <= start else first
                last = min(last, left) if left >= end else last
        return first, last


@dataclass(frozen=True, slots=True)
class Composition:
    """Classes one after another, each slot any of its classes, at most `within` words (Han) apart.

    `over`: commas may stand between. `without`: classes that must not stand in the clause, `absent`:
    none in the sentence. `hedged`: stays a claim though it is weakened or depends on a case.
    `trade`: also where its words are a term of the trade.
    """

    slots: tuple[frozenset[str], ...]
    within: int
    over: bool = False
    hedged: bool = False
    without: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    trade: bool = False

    def places(self, said: Said) -> Iterator[Place]:
        """Each place of the composition; from one first word, only the nearest."""
        if any(name in said.at for name in self.absent):
            return
        for first in _mentions(said, self.slots[0]):
            spans = self._rest(said, (first,))
            if spans and self._stands(said, spans[0][0], spans[-1][1]):
                yield Place(spans[0][0], spans[-1][1], spans[-1][1], self._tests(spans), spans)

    def _rest(self, said: Said, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The spans of all slots after those of the first ones; () where they do not stand."""
        if len(spans) == len(self.slots):
            return spans
        end = spans[-1][1]
        for after in _mentions(said, self.slots[len(spans)]):
            if after[0] >= end and self._joined(said, end, after[0]):
                if whole := self._rest(said, (*spans, after)):
                    return whole
        return ()

    def _joined(self, said: Said, start: int, end: int) -> bool:
        """Whether nothing parts what stands around `text[start:end]`."""
        gap = said.text[start:end]
        far = gap.count(" ") - 1 if not _han(said.text) else len(gap)
        parting = (DENY, STOP) if self.over else (DENY, STOP, COMMA)
        turned = any(left < end and start < right for left, right in said.at.get(UNDO, ()))
        return far <= self.within and not turned and not any(said.between(name, start, end) for name in parting)

    def _stands(self, said: Said, start: int, end: int) -> bool:
        first, last = said.clause(start, end)
        weakened = said.between(HEDGE, first, last) or said.between(IF, first, start)
        return (self.hedged or not weakened) and not any(said.between(name, first, last) for name in self.without)

    def _tests(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        """Where a negator before would take the claim back: up to its own negator."""
        denies = [number for number, slot in enumerate(self.slots) if DENY in slot or RID in slot]
        return tuple(start for start, _ in spans[: denies[0] + 1 if denies else len(spans)])


def orders(slots: Sequence[frozenset[str]]) -> Iterator[tuple[frozenset[str], ...]]:
    """All orders of the slots, of equal ones only one."""
    yield from dict.fromkeys(permutations(slots))


def _mentions(said: Said, slot: frozenset[str]) -> list[Span]:
    if len(slot) == 1:
        return list(said.at.get(next(iter(slot)), ()))
    return sorted(span for name in slot for span in said.at.get(name, ()))


def _han(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in text)
