"""A language comes in; what is known of its words (how frequent, how hard, how long) goes out.

The tables are made by `scripts/make-words`; `templates/readability/words.LICENSE` names the sources.
"""

import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from disclosure.shipped import folder


class English(NamedTuple):
    """`zipf` and `level` in tenths (CEFR: A1 is 10, C2 60, unlisted 0); `syllables` 0 if unknown."""

    zipf: int
    level: int
    syllables: int
    easy: int
    name: int


class Chinese(NamedTuple):
    """`zipf` in tenths, 0 if below the table; `level` of HSK 3.0: 1 to 6, 7 for 7-9, 0 if unlisted."""

    zipf: int
    level: int


Values = TypeVar("Values", English, Chinese)


class Table(Generic[Values]):
    """Words with their values, in a tenth of the memory of a mapping: one row of bytes, and an index of beginnings.

    Words that share their first three bytes stand together; the index says where.
    """

    def __init__(self, lists: Iterable[tuple[Values, str]]) -> None:
        self._values: list[Values] = []
        together: dict[bytes, bytearray] = defaultdict(bytearray)
        for values, words in lists:
            end = b"\t" + _coded(len(self._values)) + b"\n"
            self._values.append(values)
            for word in words.encode().split(b" "):
                together[word[:_TOGETHER]] += word + end
        self._row = b"\n" + b"".join(together.values())
        ends = list(accumulate(map(len, together.values())))
        self._places = {first: start << _SHIFT | end + 1 for first, start, end in zip(together, [0, *ends], ends)}

    def get(self, word: str) -> Values | None:
        """The values of a word; None if it is not listed."""
        found = b"\n" + word.encode("utf-8", "surrogatepass") + b"\t"
        place = self._places.get(found[1:-1][:_TOGETHER])
        if place is None:
            return None
        at = self._row.find(found, place >> _SHIFT, place & _END)
        return None if at < 0 else self._values[_number(self._row[at + len(found) : at + len(found) + 2])]


_TOGETHER = 3
_SHIFT, _END = 32, 0xFFFFFFFF
_DIGITS = 94
"""Printable characters that may stand for a digit of a number of values."""


def _coded(number: int) -> bytes:
    return bytes((33 + number // _DIGITS, 33 + number % _DIGITS))


def _number(code: bytes) -> int:
    return (code[0] - 33) * _DIGITS + code[1] - 33


@lru_cache(maxsize=1)
def english() -> Table[English]:
    """Every listed English word in lower case."""
    return Table((English(*values), words) for values, words in _lines("en"))


@lru_cache(maxsize=1)
def chinese() -> tuple[Table[Chinese], dict[str, int]]:
    """Every listed Chinese word, and the HSK 3.0 level of every listed character."""
    characters: dict[str, int] = {}
    lists: list[tuple[Chinese, str]] = []
    for values, words in _lines("zh-CN"):
        if len(values) == 1:
            characters.update(dict.fromkeys(words.split(" "), values[0]))
        else:
            lists.append((Chinese(*values), words))
    return Table(lists), characters


def _lines(lang: str) -> Iterator[tuple[list[int], str]]:
    packed = folder("templates", "readability", f"words-{lang}.txt.xz").read_bytes()
    for line in lzma.decompress(packed).decode().splitlines():
        values, _, words = line.partition(" ")
        yield [int(value) for value in values.split(",")], words
