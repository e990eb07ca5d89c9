"""Words that are to stand in a text, and the text, come in; where each stands goes out."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from .words import FIGURE, kept, squeezed

Span = tuple[int, int]
_NOT_THERE: Span = (-1, -1)
_TAKEN = "\0"
_MOST_DOUBTS = 500


class Text:
    """A text as it was read, and as it is compared: without white space."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.tight = squeezed(raw)
        self._places: list[int] | None = None

    @property
    def places(self) -> list[int]:
        """Where each character of the compared text stands in the text as it was read."""
        if self._places is None:
            self._places = kept(self.raw)
        return self._places

    def cut(self, span: Span) -> str:
        """What was read at a span of the compared text."""
        start, end = span
        return self.raw[self.places[start] : self.places[end - 1] + 1] if start < end else ""

    def touches(self, at: int) -> bool:
        """Do the characters before and at a place belong to one figure?"""
        if not 0 < at < len(self.tight) or not {self.tight[at - 1], self.tight[at]} <= FIGURE:
            return False
        return self.places[at] - self.places[at - 1] == 1


@dataclass(frozen=True, slots=True)
class Found:
    """Where each of the words in order stands, and each of those of any order; in what order the first
    ended (the number of the words that were not found, or -1), and what is left over."""

    spans: tuple[Span, ...]
    loose: tuple[tuple[int, Span], ...]
    missed: int
    left: str


class Loose:
    """Words that may stand anywhere: each so often at most."""

    def __init__(self, words: Sequence[str], most: Sequence[int]) -> None:
        self.words = words
        self.most = Counter({number: one for number, one in enumerate(most) if words[number]})
        self.by_first: dict[str, list[int]] = {}
        for number in sorted(self.most, key=lambda number: -len(words[number])):
            self.by_first.setdefault(words[number][0], []).append(number)

    def at(self, text: str, place: int, before: Sequence[tuple[int, Span]]) -> int:
        """The number of the longest of the words that begin at a place and may stand there, after those that
        stand `before` it; -1 for none."""
        for number in self.by_first.get(text[place], ()):
            if text.startswith(self.words[number], place):
                if sum(one == number for one, _ in before) < self.most[number]:
                    return number
        return -1


@dataclass(slots=True)
class _Step:
    """How far a text is read: the place, and what was found until there."""

    at: int
    spans: list[Span]
    loose: list[tuple[int, Span]]


def in_order(words: Sequence[str], loose: Loose, tight: str, optional: Set[int] = frozenset()) -> Found:
    """Read a text from its start: each stretch of it is the next of the words, or one of the loose.

    Where it may be either, both are tried. Words whose numbers are `optional` may be left out.
    """
    farthest = step = _Step(0, [], [])
    doubtful: list[_Step] = []
    while not (step.at == len(tight) and len(step.spans) == len(words)):
        if _next(step, words, loose, tight, optional, doubtful):
            continue
        farthest = max(farthest, step, key=lambda one: one.at)
        if not doubtful or len(doubtful) > _MOST_DOUBTS:
            spans = (*farthest.spans, *[_NOT_THERE] * (len(words) - len(farthest.spans)))
            return Found(spans, tuple(farthest.loose), len(farthest.spans), tight[farthest.at :])
        step = doubtful.pop()
    return Found(tuple(step.spans), tuple(step.loose), -1, "")


def _next(
    step: _Step, words: Sequence[str], loose: Loose, tight: str, optional: Set[int], doubtful: list[_Step]
) -> bool:
    """Read one stretch further, if that is possible."""
    number, at = len(step.spans), step.at
    if number < len(words) and not words[number]:
        step.spans.append((at, at))
        return True
    here = number < len(words) and tight.startswith(words[number], at)
    other = loose.at(tight, at, step.loose) if at < len(tight) else -1
    if not here and other < 0:
        if number in optional:
            step.spans.append((at, at))
        return number in optional
    if here and other >= 0:
        doubtful.append(_Step(at + len(loose.words[other]), step.spans[:],
                              [*step.loose, (other, (at, at + len(loose.words[other])))]))  # fmt: skip
    if here:
        step.at += len(words[number])
        step.spans.append((at, step.at))
    else:
        step.at += len(loose.words[other])
        step.loose.append((other, (at, step.at)))
    return True


def in_any_order(words: Iterable[str], loose: Loose, tight: str, breaks: Sequence[int] = ()) -> tuple[list[str], str]:
    """Take words out of a text, the longest first, wherever they stand: those that are not there, and what
    is left of the text. Words may begin before one of the `breaks` and go on behind it."""
    missing = []
    for one in sorted(filter(None, words), key=len, reverse=True):
        at = tight.find(one)
        if at >= 0:
            tight = tight[:at] + _TAKEN * len(one) + tight[at + len(one) :]
        elif (parted := _parted(one, tight, breaks)) is not None:
            tight = parted
        else:
            missing.append(one)
    for number in sorted(loose.most, key=lambda number: -len(loose.words[number])):
        one = loose.words[number]
        tight = tight.replace(one, _TAKEN * len(one), loose.most[number])
    return missing, tight


def fragments(left: str) -> list[str]:
    """The stretches that are left of a text once all words are taken out of it."""
    return [one for one in left.split(_TAKEN) if one]


def _parted(one: str, tight: str, breaks: Sequence[int]) -> str | None:
    """A text without words whose start stands anywhere on a page and whose rest opens the next one."""
    for place, after in zip((0, *breaks), breaks, strict=False):
        for cut in range(len(one) - 1, 0, -1):
            rest = one[cut:]
            opens = after + len(tight[after:]) - len(tight[after:].lstrip(_TAKEN))
            if not tight.startswith(rest, opens):
                continue
            at = tight.find(one[:cut], place, after)
            if at >= 0:
                bare = tight[:at] + _TAKEN * cut + tight[at + cut :]
                return bare[:opens] + _TAKEN * len(rest) + bare[opens + len(rest) :]
    return None
