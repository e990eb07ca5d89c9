"""A text comes in; the text that is searched goes out, with a map back to the text as given.

Read as one: full and half width, traditional and simplified, capitals, spaced-out Han, soft
hyphens and characters that cannot be seen, emphasis marks and tags, line breaks within a sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...text import en, zh
from ...text.breaks import lines

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_MARKS = {0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2019: "'", 0x2018: "'", 0x02BC: "'", 0x3000: " ", 0xA0: " ", 0x202F: " ",
          0x2044: "/", 0xFE63: "-", 0xFF61: "。"}
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；！？（）"}
_CHANGES = re.compile(
    "(?P<unseen>[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]+"
    r"|[*`~]+|__+|(?<![a-zA-Z0-9])_|_(?![a-zA-Z0-9])|</?[a-zA-Z][^<>\n]{0,120}>)"
    r"|(?P<blank>[^\S\n]*\n\s*|\s\s+|[^\S ])"
    rf"|(?<=[{_HAN}])(?P<apart>[ ·•・.\-/|]{{1,3}})(?=[{_HAN}])"
)
_SPELT = re.compile(r"(?<![a-zA-Z])[a-zA-Z](?: [a-zA-Z]){4,}(?![a-zA-Z])|(?<![a-zA-Z])[a-zA-Z](?:[-.][a-zA-Z]){4,}(?![a-zA-Z])")
_WRAPPED = {"en": en.WRAPPED, "zh-CN": zh.WRAPPED}


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` in lower case and `cased` have the same length; `at[i]` is the source offset of character i."""

    text: str
    cased: str
    at: Sequence[int]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as given of `text[start:end]`."""
        return self.at[start], self.at[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Habits:
    """What reading needs to know: simplified for traditional characters, and pairs of Han that belong together."""

    simplified: Mapping[int, int]
    pairs: frozenset[str]


def plain(text: str, lang: str, habits: Habits) -> Plain:
    """The text to search: one line for each paragraph, heading or list item."""
    even = text if text.isascii() else text.translate(_WIDTH | _MARKS | habits.simplified)
    if not _CHANGES.search(even) and not _SPELT.search(even):
        return Plain(lower(even), even, range(len(even)))
    ends = frozenset(lines(even, _WRAPPED[lang])) if "\n" in even else frozenset()
    pieces: list[str] = []
    at: list[int] = []
    for start, shown in _pieces(even, ends, habits.pairs):
        pieces.append(shown)
        at.extend(range(start, start + len(shown)))
    return _spelt(Plain("", "".join(pieces), at))


def _pieces(even: str, ends: frozenset[int], pairs: frozenset[str]) -> Iterator[tuple[int, str]]:
    last = 0
    before = ""
    for found in _CHANGES.finditer(even):
        if found.start() > last:
            yield last, even[last : found.start()]
            before = even[found.start() - 1]
        yield found.start(), _shown(even, found, before, ends, pairs)
        last = found.end()
    yield last, even[last:]


def _shown(even: str, found: re.Match[str], before: str, ends: frozenset[int], pairs: frozenset[str]) -> str:
    if found["unseen"]:
        return ""
    after = even[found.end() : found.end() + 1]
    han = zh_letter(before) and zh_letter(after)
    if han and (before + after in pairs or _spaced_out(even, found.start(), found.end())):
        return ""
    if found["apart"]:
        return found["apart"][0]
    if "\n" not in found["blank"]:
        return " "
    if any(cut in ends for cut in range(found.start() + 1, found.end() + 1)):
        return "\n"
    return "" if han else " "


def _spaced_out(even: str, start: int, end: int) -> bool:
    """Whether the characters on both sides of a blank each stand alone, as in 保 本."""
    beyond = (even[start - 2 : start - 1], even[end + 1 : end + 2])
    return not any(char and zh_letter(char) for char in beyond)


def zh_letter(char: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u3400" <= char <= "\u9fff"


def _spelt(one: Plain) -> Plain:
    """Join `r i s k` and `r-i-s-k`, of five letters at least."""
    gone = {
        at
        for found in _SPELT.finditer(one.cased)
        for at in range(*found.span())
        if not one.cased[at].isalpha()
    }
    if not gone:
        return Plain(lower(one.cased), one.cased, one.at)
    kept = [at for at in range(len(one.cased)) if at not in gone]
    cased = "".join(one.cased[at] for at in kept)
    return Plain(lower(cased), cased, [one.at[at] for at in kept])


def lower(text: str) -> str:
    """The text in lower case, of the same length."""
    return text.replace("İ", "i").lower()
