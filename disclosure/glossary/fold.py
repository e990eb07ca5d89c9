"""A text comes in; a copy in which a term is found whatever its width, case and line breaks goes out.

The copy keeps a map back, so that every place in it names a place in the source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MARKS = {0x2010: "-", 0x2011: "-", 0x2019: "'", 0x02BC: "'", 0x3000: " ", 0xA0: " ", 0x202F: " "}
_WIDE = re.compile("[\uff01-\uff5e]")
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_CHANGES = re.compile(rf"(?P<unseen>[\xad\u180e\u200b-\u200f\u2060-\u2064\ufeff]+)|(?P<blank>\s\s+|[^\S ])")
_HAN_AT = re.compile(f"[{_HAN}]")


@dataclass(frozen=True, slots=True)
class Fold:
    """`text`: folded, lower case. `cased`: folded, case kept. `at[i]`: the source offset of character i."""

    text: str
    cased: str
    at: Sequence[int]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of the folded characters from `start` up to, not including, `end`."""
        return self.at[start], self.at[end - 1] + 1


def fold(text: str) -> Fold:
    """Half-width letters and hyphens, one blank for a run of white space, nothing unseen.

    A line break between two Han characters vanishes; an empty line stays a break, so no term spans it.
    """
    even = text if text.isascii() else _even(text)
    if even.isprintable() and "  " not in even or not _CHANGES.search(even):
        return Fold(_lower(even), even, range(len(text)))
    pieces: list[str] = []
    at: list[int] = []
    for start, end, shown in _pieces(even):
        pieces.append(shown)
        at.extend(range(start, start + len(shown)))
    cased = "".join(pieces)
    return Fold(_lower(cased), cased, at)


def _even(text: str) -> str:
    for mark, plain in _MARKS.items():
        text = text.replace(chr(mark), plain)
    return text.translate(_WIDTH) if _WIDE.search(text) else text


def folded(term: str) -> str:
    """A term or wording as it reads in a folded text."""
    return fold(term.strip()).text


def _pieces(even: str) -> Iterator[tuple[int, int, str]]:
    last = 0
    for found in _CHANGES.finditer(even):
        yield last, found.start(), even[last : found.start()]
        yield found.start(), found.end(), _shown(even, found)
        last = found.end()
    yield last, len(even), even[last:]


def _shown(even: str, found: re.Match[str]) -> str:
    if found["unseen"]:
        return ""
    blank = found["blank"]
    breaks = blank.replace("\r\n", "\n").count("\n")
    if breaks > 1:
        return "\n"
    between = _HAN_AT.match(even, found.end()) and _HAN_AT.match(even, max(0, found.start() - 1))
    return "" if breaks and between and found.start() else " "


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := char.lower()) == 1 else char for char in text)
