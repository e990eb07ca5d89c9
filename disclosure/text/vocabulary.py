"""A language comes in; what is known of its words (how frequent, how hard, how long) goes out.

The tables are made by `scripts/make-words`; `templates/readability/words.LICENSE` names the sources.
"""

import lzma
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

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


@lru_cache(maxsize=1)
def english() -> dict[str, English]:
    """Every listed English word in lower case."""
    words: dict[str, English] = {}
    for values, listed in _lines("en"):
        words.update(dict.fromkeys(listed, English(*values)))
    return words


@lru_cache(maxsize=1)
def chinese() -> tuple[dict[str, Chinese], dict[str, int]]:
    """Every listed Chinese word, and the HSK 3.0 level of every listed character."""
    words: dict[str, Chinese] = {}
    characters: dict[str, int] = {}
    for values, listed in _lines("zh-CN"):
        if len(values) == 1:
            characters.update(dict.fromkeys(listed, values[0]))
        else:
            words.update(dict.fromkeys(listed, Chinese(*values)))
    return words, characters


def _lines(lang: str) -> Iterator[tuple[list[int], list[str]]]:
    packed = folder("templates", "readability", f"words-{lang}.txt.xz").read_bytes()
    for line in lzma.decompress(packed).decode().splitlines():
        values, *words = line.split(" ")
        yield [int(value) for value in values.split(",")], words
