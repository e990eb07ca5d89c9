"""A text comes in; its sentences, clauses and words go out, cut once however many rules ask."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from ...text import for_language
from ...text.normal import neutral
from ...text.passage import Passage
from ...text.span import Span

_MANY = 256
_GAP = re.compile(r"\b\W+\b")
_BRACKET = re.compile(r"\s?[(（][^()（）]*[)）]|[(（][^()（）]*$|^[^()（）]*[)）]")


@lru_cache(maxsize=_MANY)
def sentences(text: str, lang: str) -> tuple[Span, ...]:
    """The sentences of a passage."""
    found: tuple[Span, ...] = for_language(lang).sentences(text)
    return found


@lru_cache(maxsize=_MANY)
def clauses(text: str, lang: str) -> tuple[Span, ...]:
    """The clauses of a passage."""
    found: tuple[Span, ...] = for_language(lang).clauses(text)
    return found


@lru_cache(maxsize=_MANY)
def words(text: str, lang: str) -> tuple[Span, ...]:
    """The words of a passage; in Chinese, as jieba's dictionary cuts them."""
    found: tuple[Span, ...] = for_language(lang).words(text)
    return found


@lru_cache(maxsize=_MANY)
def _starts(text: str, lang: str) -> tuple[int, ...]:
    return tuple(word.start for word in words(text, lang))


def inside(part: Span, text: str, lang: str) -> tuple[Span, ...]:
    """The words of `text` that begin within one of its parts."""
    starts = _starts(text, lang)
    return words(text, lang)[bisect_left(starts, part.start) : bisect_left(starts, part.end)]


def size(part: Span, text: str, lang: str) -> int:
    """The length as written: words in English; 汉字, with each number as one, in Chinese."""
    if lang.startswith("zh"):
        return sum(1 if word.text.isascii() else len(word.text) for word in inside(part, text, lang))
    return len(inside(part, text, lang))


def beyond(part: Span, lang: str, most: int) -> int:
    """The length of a part if it is more than `most`, else 0. A date, a sum or a rate is one word.

    What stands in brackets is not counted: an explanation can be skipped, and long brackets have a
    rule of their own.
    """
    if not may_be_beyond(part.text, lang, most):
        return 0
    plain = neutral(unbracketed(part.text))
    measured = size(Span(0, len(plain), plain), plain, lang)
    return measured if measured > most else 0


def may_be_beyond(text: str, lang: str, most: int) -> bool:
    """Whether a text, or a part of it, can have more than `most` words or 汉字: a word takes a character, and
    an English one a gap beside it."""
    if lang.startswith("zh"):
        return len(text) > most
    return len(text) >= 2 * most and len(text) > most and len(_GAP.findall(text)) >= most


def unbracketed(text: str) -> str:
    """The text without its brackets; a part may begin or end inside one."""
    return _BRACKET.sub("", text)


def each_sentence(
    passages: Sequence[Passage], lang: str, may: Callable[[str], object] = bool
) -> Iterator[tuple[int, Passage, Span]]:
    """Every sentence with its passage and the passage's number; none of a passage for which `may` is false."""
    for number, passage in enumerate(passages):
        if may(passage.text):
            for sentence in sentences(passage.text, lang):
                yield number, passage, sentence


def each_clause(
    passages: Sequence[Passage], lang: str, may: Callable[[str], object] = bool
) -> Iterator[tuple[int, Passage, Span]]:
    """Every clause with its passage and the passage's number; none of a passage for which `may` is false."""
    for number, passage in enumerate(passages):
        if may(passage.text):
            for clause in clauses(passage.text, lang):
                yield number, passage, clause
