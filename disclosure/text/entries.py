"""A dictionary file comes in; its entries go out by how they begin, read from the bytes of the file where they stand.

A mapping of 349,046 words to their frequencies takes some 40 MB; the file itself takes five, and an index of the
places where entries with one first character stand together takes next to nothing.
"""

import hashlib
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

_TOGETHER = re.compile(rb"([^\n\x80-\xff]|[\xc2-\xf4][\x80-\xbf]+)[^\n]*\n(?:\1[^\n]*\n)*")
"""Lines one after the other that begin with one character."""


class Entries:
    """Lines `word frequency class` in UTF-8, a character's lines together but for a few; of a word given twice the last holds."""

    def __init__(self, dictionary: Path) -> None:
        self.data = bytearray(dictionary.stat().st_size + 2)
        with dictionary.open("rb") as file, memoryview(self.data) as view:
            file.readinto(view[1:-1])
        self.data[0] = self.data[-1] = ord("\n")
        found = sorted(ord(each[1].decode()) << 64 | each.start() << 32 | each.end() for each in _TOGETHER.finditer(self.data, 1))
        self._firsts = "".join(chr(each >> 64) for each in found)
        self._starts = array("I", (each >> 32 & 0xFFFFFFFF for each in found))
        self._ends = array("I", (each & 0xFFFFFFFF for each in found))

    def sha256(self) -> str:
        """The fingerprint of the file."""
        with memoryview(self.data) as view:
            return hashlib.sha256(view[1:-1]).hexdigest()

    def starting(self, beginning: str) -> Iterator[tuple[str, int, str]]:
        """Word, frequency and class of each entry that starts with `beginning`, one character at least."""
        prefix = b"\n" + beginning.encode("utf-8", "surrogatepass")
        group = bisect_left(self._firsts, beginning[0])
        while self._firsts[group : group + 1] == beginning[0]:
            start, end = self._starts[group] - 1, self._ends[group]
            while (start := self.data.find(prefix, start, end)) >= 0:
                stop = self.data.index(b"\n", start + 1)
                word, count, *kind = self.data[start + 1 : stop].decode().split(" ")
                yield word, int(count), kind[0] if kind else ""
                start = stop
            group += 1

    def of(self, word: str) -> tuple[int, str]:
        """Frequency and class of one word; 0 and nothing if it is not listed."""
        found = (0, "")
        for _, count, kind in self.starting(word + " ") if word else ():
            found = count, kind
        return found

    def total(self) -> int:
        """The sum of all frequencies."""
        return sum(int(found[1]) for found in re.finditer(rb"\n[^\n ]+ (\d+)", self.data))
