"""A place in a text comes in; whether a word really begins and ends there goes out.

Latin letters: no letter or digit may touch the term. Chinese: the best segmentation of the run of
Han around the term, by jieba's unigram frequencies, is weighed against the best one that cuts at
both edges (the rule and its measurement are described in the documentation of the glossary).
"""

import re
from functools import lru_cache
from math import log

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
AROUND = 15
"""Han characters looked at on each side of a term."""
SAME, UNSURE = 0.01, 4.0
"""Log-probability lost by cutting at the term's edges: up to SAME it is a word, up to UNSURE perhaps."""
LEAST = 30
"""A glossary term counts as at least this frequent, so that a rare term is a word at all."""
LONGEST = 16
NUMERALS = "一二三四五六七八九十百千万亿"


def latin_stands(text: str, start: int, end: int) -> bool:
    """Do the Latin edges of folded `text[start:end]` end words? A hyphen joins, Han does not."""
    left = not is_letter(text[start]) or not _joined(text[max(0, start - 2) : start][::-1])
    return left and (not is_letter(text[end - 1]) or not _joined(text[end : end + 2]))


def is_letter(char: str) -> bool:
    """A letter or decimal digit of a script that parts words with blanks."""
    return (char.isalpha() or char.isdecimal()) and char < "\u2e80"


def _joined(outside: str) -> bool:
    """Does what stands beside an edge, read away from it, continue the word?"""
    beside = outside[1:] if outside[:1] in ("-", "_") else outside[:1]
    return bool(beside) and is_letter(beside)


def after_number(text: str, start: int) -> bool:
    """Does a term that begins with a numeral such as 万 continue a number?"""
    return text[start] in NUMERALS and start > 0 and (text[start - 1].isdecimal() or text[start - 1] in NUMERALS)


def han_run(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The Han around `text[start:end]`, and where the term stands in it."""
    left = start
    while left > max(0, start - AROUND) and HAN.match(text[left - 1]):
        left -= 1
    right = end
    while right < min(len(text), end + AROUND) and HAN.match(text[right]):
        right += 1
    return text[left:right], start - left, end - left


@lru_cache(maxsize=4096)
def chinese_stands(run: str, start: int, end: int, terms: frozenset[str]) -> str:
    """"accept", "review" or "leave" for the term `run[start:end]`; `terms` are the glossary's own words."""
    if (start, end) == (0, len(run)):
        return "accept"
    free, tokens = _best(run, (), terms)
    bound, _ = _best(run, (start, end), terms)
    if free - bound <= SAME or _compound(run, start, end, tokens):
        return "accept"
    return "review" if free - bound <= UNSURE else "leave"


def _best(run: str, edges: tuple[int, ...], terms: frozenset[str]) -> tuple[float, list[tuple[int, int]]]:
    """The likeliest segmentation in which no word crosses one of the edges, and its words."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        best.append(
            max(
                (best[start][0] + _likelihood(run[start:end], terms), start)
                for start in range(max(0, end - LONGEST), end)
                if not any(start < edge < end for edge in edges)
            )
        )
    tokens, end = [], len(run)
    while end:
        tokens.append((best[end][1], end))
        end = best[end][1]
    return best[-1][0], tokens[::-1]


@lru_cache(maxsize=65536)
def _likelihood(word: str, terms: frozenset[str]) -> float:
    from ..text import lexicon

    count = lexicon.frequency(word)
    if word in terms:
        count = max(count, LEAST)
    if not count and len(word) > 1:
        return float("-inf")
    return log(max(count, 1)) - log(lexicon.total())


def _compound(run: str, start: int, end: int, tokens: list[tuple[int, int]]) -> bool:
    """Is the term the head or tail of a single longer word whose rest is made of whole words, as 基金净值?"""
    crossing = [(a, b) for a, b in tokens if a < start < b or a < end < b]
    if len(crossing) != 1:
        return False
    first, last = crossing[0]
    if first == start:
        return _whole_words(run[end:last])
    return last == end and _whole_words(run[first:start])


def _whole_words(rest: str) -> bool:
    from ..text import lexicon

    return any(
        lexicon.frequency(rest[:end]) > 0 and (end == len(rest) or _whole_words(rest[end:]))
        for end in range(2, len(rest) + 1)
    )
