"""Chinese text comes in; jieba's words and their frequencies go out, from its dictionary file alone.

jieba's own start parses all 349,046 entries and trusts a cache in the shared temporary folder.
Here the dictionary is read as sorted lines, and only entries that can occur in the text are parsed:
the same cuts, a fraction of the start, and no cache that another user of the machine could plant.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

PINNED_SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
"""The dictionary of jieba 0.42.1."""
PINNED_TOTAL = 60_101_967
"""The sum of all frequencies in that dictionary, so that a start need not add them up."""


class Lexicon(Protocol):
    """What a cutter needs: jieba's frequencies, filled as texts come by."""

    FREQ: dict[str, int]
    total: int

    def admit(self, text: str) -> None:
        """Load every dictionary entry that can occur in `text`."""

    def lcut(self, sentence: str, cut_all: bool, HMM: bool) -> list[str]:
        """The words of `sentence`, in order."""


def cut(text: str) -> list[str]:
    """The words of `text` in order, white space and marks included: `"".join(cut(t)) == t`.

    The cuts are jieba's in accurate mode without its hidden Markov model, which guesses words
    that are in no dictionary and so have no frequency.
    """
    tokenizer = lexicon()
    tokenizer.admit(text)
    return tokenizer.lcut(text, cut_all=False, HMM=False)


def frequency(word: str) -> int:
    """How often `word` occurs in jieba's corpus of `total()` words; 0 if it is not listed."""
    tokenizer = lexicon()
    tokenizer.admit(word)
    return tokenizer.FREQ.get(word, 0)


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

    data = dictionary.read_bytes()
    lines = sorted(data.split(b"\n"))

    class Lazy(jieba.Tokenizer):  # type: ignore[misc]
        """jieba's algorithm over the entries admitted so far."""

        def __init__(self) -> None:
            super().__init__()
            self.total = _total(data, lines)
            self.known: set[str] = set()
            self.initialized = True

        def initialize(self, dictionary: str | None = None) -> None:
            """Nothing: there is no cache to read and no file to parse."""

        def admit(self, text: str) -> None:
            keys = set(text).union(map("".join, zip(text, text[1:])))
            with self.lock:
                for key in keys - self.known:
                    self.FREQ.update(_entries(lines, key))
                    self.known.add(key)

    return Lazy()


def _entries(lines: list[bytes], key: str) -> dict[str, int]:
    """The entries that can occur where the text reads `key`, one character or two.

    One character: the entry itself. Two: every entry that begins so, and as jieba wants it,
    every beginning that is no word itself, with frequency 0.
    """
    found: dict[str, int] = {}
    for word, count in _starting(lines, key + " " if len(key) == 1 else key):
        for end in range(2, len(word)):
            found.setdefault(word[:end], 0)
        found[word] = count
    if len(key) == 2 and found:
        found |= {key[0]: 0} | _entries(lines, key[0])
    return found


def _starting(lines: list[bytes], beginning: str) -> Iterator[tuple[str, int]]:
    """Word and frequency of each line that starts with `beginning`, shorter words first."""
    prefix = beginning.encode("utf-8", "surrogatepass")
    for at in range(bisect_left(lines, prefix), len(lines)):
        if not lines[at].startswith(prefix):
            return
        word, count = lines[at].decode().split(" ")[:2]
        yield word, int(count)


def _total(data: bytes, lines: list[bytes]) -> int:
    if hashlib.sha256(data).hexdigest() == PINNED_SHA256:
        return PINNED_TOTAL
    return sum(int(line.split(b" ")[1]) for line in lines if line)
