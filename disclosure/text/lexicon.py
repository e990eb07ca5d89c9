"""Chinese text comes in; jieba's words and their frequencies go out, from its dictionary file alone.

jieba's own start parses all 349,046 entries and trusts a cache in the shared temporary folder.
Here only entries that can occur in the text are parsed (see `entries`): the same cuts, a fraction of the
start and of the memory, and no cache that another user of the machine could plant.
"""

from __future__ import annotations

import logging
import math
import re
import warnings
from functools import lru_cache
from operator import add
from pathlib import Path
from typing import NamedTuple, Protocol

from disclosure.text.entries import Entries

PINNED_SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
"""The dictionary of jieba 0.42.1."""
PINNED_TOTAL = 60_101_967
"""The sum of all frequencies in that dictionary, so that a start need not add them up."""
MOST_KNOWN = 32_768
"""So many pairs of characters are kept with what is known of them, before all are forgotten: some 8 MB."""

_BLOCK = "a-zA-Z0-9+#&._%\\-一-鿕"
_HAN_RUN = re.compile(rf"(?<![{_BLOCK}])[一-鿕]+(?![{_BLOCK}])")
"""What jieba cuts as one block, where it holds nothing but Chinese."""
_TOGETHER = re.compile(rf"[{_BLOCK}]{{2}}|\r\n")
"""What jieba may leave together; every other character stands alone."""
_LISTED = re.compile(r"[一-鿕#&+]")
"""What every entry of the dictionary holds one of."""
_LATIN = re.compile(r"[a-zA-Z0-9]+|\r\n|.", re.DOTALL)
"""What jieba leaves together where no entry of its dictionary can be."""


class Lexicon(Protocol):
    """What a cutter needs: jieba's frequencies, filled as texts come by."""

    FREQ: dict[str, int]
    total: int

    def entry(self, word: str) -> tuple[int, str]:
        """Frequency and class of the word, 0 and nothing if it is not listed."""

    def admit(self, text: str) -> None:
        """Load every dictionary entry that can occur in `text`."""

    def lcut(self, sentence: str, cut_all: bool, HMM: bool) -> list[str]:
        """The words of `sentence`, in order."""

    def cut_run(self, run: str) -> list[str]:
        """The words of an unbroken run of Chinese, as `lcut` cuts it without HMM, in half the time."""


def cut(text: str) -> list[str]:
    """The words of `text` in order, white space and marks included: `"".join(cut(t)) == t`.

    The cuts are jieba's in accurate mode without its hidden Markov model, which guesses words
    that are in no dictionary and so have no frequency.
    """
    tokenizer = lexicon()
    words: list[str] = []
    at = 0
    for run in _HAN_RUN.finditer(text):
        words += _other(tokenizer, text[at : run.start()])
        words += tokenizer.cut_run(run.group())
        at = run.end()
    return words + _other(tokenizer, text[at:])


def _other(tokenizer: Lexicon, between: str) -> list[str]:
    """What is no run of Chinese: marks, blanks, Latin and digits, with the Chinese that touches them."""
    if not _TOGETHER.search(between):
        return list(between)
    if not _LISTED.search(between):
        return _LATIN.findall(between)
    tokenizer.admit(between)
    return tokenizer.lcut(between, cut_all=False, HMM=False)


@lru_cache(maxsize=8192)
def frequency(word: str) -> int:
    """How often `word` occurs in jieba's corpus of `total()` words; 0 if it is not listed or only begins others."""
    return lexicon().entry(word)[0]


def zipf(word: str) -> int:
    """How frequent `word` is: log10 of its occurrences in 10^9 words, in tenths, rounded down; 15 if unlisted."""
    count = frequency(word)
    return max(15, int(10 * (9 + math.log10(count / total()) + 1e-9))) if count else 15


@lru_cache(maxsize=8192)
def kind(word: str) -> str:
    """The class of `word` in jieba's dictionary (`n` noun, `nr` person, `ns` place, `i` idiom …); empty if unlisted."""
    return lexicon().entry(word)[1]


def total() -> int:
    """The sum of all frequencies in jieba's dictionary."""
    return lexicon().total


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The tokenizer of this process, reading the dictionary shipped inside jieba."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    return open_lexicon(Path(jieba.__file__).with_name("dict.txt"))


def open_lexicon(dictionary: Path) -> Lexicon:
    """A tokenizer over `dictionary`, a file of lines `word frequency class` in UTF-8."""
    import jieba

    entries = Entries(dictionary)

    class Lazy(jieba.Tokenizer):  # type: ignore[misc]
        """jieba's algorithm over the entries admitted so far."""

        def __init__(self) -> None:
            super().__init__()
            self.total = _total(entries)
            self.known: set[str] = set()
            self.facts = _Known(entries, math.log(self.total))
            self.initialized = True

        def initialize(self, dictionary: str | None = None) -> None:
            """Nothing: there is no cache to read and no file to parse."""

        def admit(self, text: str) -> None:
            keys = set(text).union(map("".join, zip(text, text[1:])))
            with self.lock:
                if len(self.known) > MOST_KNOWN:
                    self.known.clear()
                    self.FREQ.clear()
                for key in keys - self.known:
                    self.FREQ.update(_entries(entries, key))
                    self.known.add(key)

        def cut_run(self, run: str) -> list[str]:
            return _route(run, self.facts)

        def entry(self, word: str) -> tuple[int, str]:
            return entries.of(word)

    return Lazy()


class _Facts(NamedTuple):
    """What the dictionary says of a place in a text, known from its character and the next.

    `weight` of the character alone and whether it is a word; `pair`, the weight of both as a word, 0.0 if
    they are none; `longer`, the weights of the longer entries that begin so, and 1.0 for beginnings of those.
    True weights, logarithms of shares, are below 0.
    """

    weight: float
    is_word: bool
    pair: float
    longer: dict[str, float] | None


class _Known(dict[str, _Facts]):
    """Two characters met so far, or the last one of a run: what is known of the first of them."""

    def __init__(self, entries: Entries, logtotal: float) -> None:
        super().__init__()
        self._entries, self._logtotal = entries, logtotal
        self._alone: dict[str, _Facts] = {}

    def __missing__(self, pair: str) -> _Facts:
        if len(self) > MOST_KNOWN:
            self.clear()
        alone = self._alone.get(pair[0]) or self._single(pair[0])
        counts = _beginning(self._entries, pair) if len(pair) > 1 else {}
        if counts:
            longer = {word: math.log(n) - self._logtotal if n else 1.0 for word, n in counts.items() if len(word) > 2}
            both = math.log(counts[pair]) - self._logtotal if counts.get(pair) else 0.0
            alone = alone._replace(pair=both, longer=longer or None)
        self[pair] = alone
        return alone

    def _single(self, character: str) -> _Facts:
        """What is known of a character that begins no longer word here: one object for all such pairs."""
        count = self._entries.of(character)[0]
        self._alone[character] = found = _Facts(math.log(count or 1) - self._logtotal, count > 0, 0.0, None)
        return found


def _route(run: str, known: _Known) -> list[str]:
    """The likeliest words of `run`, worked out from its end as jieba does; of equal ones the longer first."""
    size = len(run)
    best = [0.0] * (size + 1)
    ends = [0] * size
    start = size
    ahead = after = 0.0
    for weight, is_word, pair, longer in reversed([*map(known.__getitem__, map(add, run, run[1:])), known[run[-1]]]):
        start -= 1
        top = weight + ahead
        end = start + 1
        if pair and (pair + after >= top or not is_word):
            top, end, is_word = pair + after, start + 2, True
        if longer:
            to = start + 3
            while to <= size and (weight := longer.get(run[start:to], 0.0)):
                if weight < 0 and (weight + best[to] >= top or not is_word):
                    top, end, is_word = weight + best[to], to, True
                to += 1
        best[start], ends[start] = top, end
        after, ahead = ahead, top
    words = []
    at = 0
    while at < size:
        end = ends[at]
        words.append(run[at:end])
        at = end
    return words


def _entries(entries: Entries, key: str) -> dict[str, int]:
    """The entries that can occur where the text reads `key`, one character or two, as jieba wants them.

    One character: the entry itself. Two: every entry that begins so, with its beginnings.
    """
    if len(key) == 1:
        count = entries.of(key)[0]
        return {key: count} if count else {}
    found = _beginning(entries, key)
    return found | {key[0]: 0} | _entries(entries, key[0]) if found else found


def _beginning(entries: Entries, pair: str) -> dict[str, int]:
    """Every entry that begins with these two characters, and with frequency 0 every beginning that is no word itself."""
    found: dict[str, int] = {}
    for word, count, _ in entries.starting(pair):
        for end in range(2, len(word)):
            found.setdefault(word[:end], 0)
        found[word] = count
    return found


def _total(entries: Entries) -> int:
    if entries.sha256() == PINNED_SHA256:
        return PINNED_TOTAL
    return entries.total()
