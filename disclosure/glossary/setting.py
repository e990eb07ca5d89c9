"""A place in a text comes in; what its surroundings say of it goes out: its sentence, a name around it."""

import re
from bisect import bisect_right
from functools import lru_cache

from ..text.span import Span
from .boundary import latin_stands
from .fold import folded

NEAR = 40
"""Characters before a place in which the start of its sentence, an article or a negator is looked for."""
BLOCK, MARGIN = 4000, 500
"""Sentences are looked for in so many characters at a time, and so many more on each side."""

_OPENS = re.compile(r"(?:\A|[.!?。！？:：]['\"”’)\]]*\s+|\n\s*)(?:[#>*_\-+•\"'“‘(\[\s\xad\u180e\u200b-\u200f\u2060-\u2064\ufeff]|\d+[.)]\s)*\Z")
_NAME_BEFORE = re.compile(r"(?<![\w'’-])([A-Z][\w&-]*)[ \u00a0]\Z")
_NAME_AFTER = re.compile(r"[ \u00a0][A-Z][a-z]")
_PART = re.compile(
    r"[ \u00a0](?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b|[ \u00a0](?:(?:Article|Section|Clause|Schedule|Part|Annex|Appendix|Exhibit|Paragraph|Chapter|Table|Item)s?"
    r"[ \u00a0]\(?(?:\d|[IVXLC]+\b|[A-Z]\b)|(?:Regulation|Directive)[ \u00a0](?:\(|No\b|\d+/))"
)
"""A day, a month or a numbered part of a document, which no name takes in with the word before it.

An act or a set of rules with its year is a name: `Levy Act 2004`.
"""
_NO_NAME = frozenset(
    "the a an this that these those your our its their his her any each every no all some such both either "
    "in on of for to at by with from and or but if when where while as than per is are".split()
)
_ENDS = re.compile(r"[.!?:;|\n()\[\]（）［］]")
_BRACKETED = re.compile(r"(?:[(\[]|: )([^()\[\]:]+)(?=[)\]])")
_LOWER = re.compile(r"(?<![\w'’-])[a-z][\w'’-]*")


def opens_sentence(text: str, start: int) -> bool:
    """Does a sentence, list item or heading begin at `start`?"""
    return not start or bool(_OPENS.search(text[max(0, start - NEAR) : start]))


def is_in_name(text: str, start: int, end: int, replaces: bool) -> bool:
    """Is a term with a capital part of a longer name, as Yield in `the Harbour Yield Fund`?

    Not where every word but articles and the like has a capital, as in a title. At the end of a name
    a term may be explained, but not replaced.
    """
    goes_on = _NAME_AFTER.match(text, end) and not _PART.match(text, end)
    return (bool(goes_on) or replaces and _is_led(text, start)) and not _is_title(text, start, end)


def _is_led(text: str, start: int) -> bool:
    """Does a word with a capital stand before, which no sentence opens with?"""
    found = _NAME_BEFORE.search(text[max(0, start - NEAR) : start])
    if not found or found[1].lower() in _NO_NAME:
        return False
    return not opens_sentence(text, max(0, start - NEAR) + found.start())


def _is_title(text: str, start: int, end: int) -> bool:
    before = _ENDS.split(text[max(0, start - 3 * NEAR) : start])[-1]
    after = _ENDS.split(text[end : end + 3 * NEAR])[0]
    return all(word in _NO_NAME for part in (before, after) for word in _LOWER.findall(part))


def sentence(text: str, lang: str, start: int, said: frozenset[str]) -> str:
    """The folded sentence around `start` without explanations that are `said`; of a very long one a part."""
    number = start // BLOCK
    first = max(0, number * BLOCK - MARGIN)
    found = _sentences(text[first : (number + 1) * BLOCK + MARGIN], lang)
    at = bisect_right(found, start - first, key=lambda span: span.start) - 1
    return _unexplained(_folded(found[at].text), said) if at >= 0 else ""


def _unexplained(sentence: str, said: frozenset[str]) -> str:
    """The sentence without explanations in brackets, which say nothing of the sense of other terms."""
    if "(" not in sentence and "[" not in sentence:
        return sentence
    return _BRACKETED.sub(lambda found: "" if found[1] in said else found[0], sentence)


@lru_cache(maxsize=64)
def _sentences(block: str, lang: str) -> tuple[Span, ...]:
    from ..text import for_language

    return for_language(lang).sentences(block)


@lru_cache(maxsize=256)
def _folded(said: str) -> str:
    return folded(said)


def says(sentence: str, word: str) -> bool:
    """Does the folded sentence hold the folded word, or an English word's plural?"""
    for ending in ("", "s", "es"):
        sought = word + ending
        at = sentence.find(sought)
        while at >= 0:
            if latin_stands(sentence, at, at + len(sought)):
                return True
            at = sentence.find(sought, at + 1)
    return False
