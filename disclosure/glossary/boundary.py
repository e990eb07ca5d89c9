"""A place in a text comes in; whether a word really begins and ends there goes out.

Latin letters: no letter or digit may touch the term. Chinese: the best segmentation of the run of
Han around the term, by jieba's unigram frequencies, is weighed against the best one that cuts at
both edges (the rule and its measurement are described in the documentation of the glossary).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_HAN_END = re.compile(f"{HAN.pattern}*\\Z")
_HAN_START = re.compile(f"{HAN.pattern}*")
AROUND = 15
"""Han characters looked at on each side of a term."""
SAME, UNSURE = 0.01, 4.0
"""Log-probability lost by cutting at the term's edges: up to SAME it is a word, up to UNSURE perhaps."""
LEAST = 30
"""A glossary term counts as at least this frequent, so that a rare term is a word at all."""
LONGEST = 16
COMMON, TAKEN, TORN = 300, 1.0, 7.0
"""A word that takes the last character of a long term is to be believed where so frequent, or where so
much likelier; one that takes more of the term only where this much likelier."""
_AFTER_TIME = frozenset("内前后中起止率")
"""What follows a term without making another word of its end: 期|内 in 犹豫期内, 费|率 in 申购费率."""
_VERB_TAILS = frozenset("费率")
_NUMBERED = frozenset("年月日")
_APART = frozenset(" \n.,;:!?()[]/*，。；：、（）“”\"的和")
_SHORT_FORM = re.compile(r"'(?:t|d|m|ll|re|ve)(?![^\W\d_])")
NUMERALS = "一二三四五六七八九十百千万亿"


def latin_stands(text: str, start: int, end: int) -> bool:
    """Do the Latin edges of folded `text[start:end]` end words? A hyphen joins, Han does not."""
    if _is_apart(text[start - 1 : start] if start else "") and _is_apart(text[end : end + 1]):
        return True
    left = not is_letter(text[start]) or not _joined(text[max(0, start - 2) : start][::-1])
    return left and (not is_letter(text[end - 1]) or not (_joined(text[end : end + 2]) or _goes_on(text, end)))


def _is_apart(beside: str) -> bool:
    """Is this surely no part of a word? The short way for most places."""
    return not beside or beside in _APART


def is_letter(char: str) -> bool:
    """A letter or decimal digit of a script that parts words with blanks."""
    return (char.isalpha() or char.isdecimal()) and char < "\u2e80"


def _goes_on(text: str, end: int) -> bool:
    """Does an accent follow, or a short form such as the 't of can't?"""
    after = text[end : end + 4]
    return after[:1] == "'" and bool(_SHORT_FORM.match(after)) or bool(after) and unicodedata.combining(after[0]) > 0


def _joined(outside: str) -> bool:
    """Does what stands beside an edge, read away from it, continue the word?"""
    beside = outside[1:] if outside[:1] in ("-", "_") else outside[:1]
    return bool(beside) and is_letter(beside)


def after_number(text: str, start: int) -> bool:
    """Does a term that begins with a numeral such as 万 continue a number?"""
    return text[start] in NUMERALS and start > 0 and (text[start - 1].isdecimal() or text[start - 1] in NUMERALS)


def han_run(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The Han around `text[start:end]`, and where the term stands in it."""
    before = _HAN_END.search(text, max(0, start - AROUND), start)
    after = _HAN_START.match(text, end, end + AROUND)
    left, right = before.start() if before else start, after.end() if after else end
    return text[left:right], start - left, end - left


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """The Chinese terms of a glossary, which count as words, and everything one of them begins with.

    `short`: those of two characters at most, where longer ones must be worth their own words.
    """

    words: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()
    short: "Terms | None" = None

    @classmethod
    def of(cls, words: Iterable[str]) -> "Terms":
        """From the terms as they read in a folded text."""
        known = frozenset(words)
        short = frozenset(word for word in known if len(word) <= 2)
        return cls(known, _beginnings(known), cls(short, _beginnings(short)))


def _beginnings(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:end] for word in words for end in range(1, len(word)))


@lru_cache(maxsize=4096)
def chinese_stands(run: str, start: int, end: int, terms: Terms) -> str:
    """ "accept", "review" or "leave" for the term `run[start:end]`; `terms` are the glossary's own words."""
    if (start, end) == (0, len(run)):
        return "accept"
    counts, whole = _counts(run)
    best = _best(run, terms, counts, whole)
    inside, after = (_best(part, terms, counts, whole) for part in (run[start:end], run[end:]))
    lost = best[-1][0] - (best[start][0] + inside[-1][0] + after[-1][0])
    if lost > SAME and not _compound(run, start, end, _tokens(best)):
        return "review" if lost <= UNSURE else "leave"
    borrowed = _borrowed(run[start:], end - start, terms, counts, whole)
    return "accept" if not borrowed else "review" if borrowed <= UNSURE else "leave"


def _borrowed(run: str, end: int, terms: Terms, counts: Mapping[str, int], whole: float) -> float:
    """How much likelier another word takes the end of the long term `run[:end]`, as in 基金管理人|员; 0 where none does.

    A term of three characters or more, counted as one word, is cheaper than the words it is made of, and
    would beat every word at its end; so here it is worth no more than those words.
    """
    if end < 3 or end == len(run) or not terms.short:
        return 0.0
    best = _best(run, terms.short, counts, whole)
    first, last = next(((a, b) for a, b in _tokens(best) if a < end < b), (0, 0))
    lost = best[-1][0] - best[end][0] - _best(run[end:], terms.short, counts, whole)[-1][0]
    if not last or lost <= SAME:
        return 0.0
    if end - first > 1:
        return lost if lost > TORN else 0.0
    after = run[end:last]
    if _AFTER_TIME.issuperset(after) or _whole_words(after):
        return 0.0
    return lost if lost >= TAKEN or (counts.get(run[first:last]) or 0) >= COMMON else 0.0


def _counts(run: str) -> tuple[Mapping[str, int], float]:
    """jieba's frequencies of all words that can stand in the run, 0 for their beginnings; the log of their sum."""
    from ..text import lexicon

    known = lexicon.lexicon()
    known.admit(run)
    return known.FREQ, log(known.total)


def _best(run: str, terms: Terms, counts: Mapping[str, int], whole: float) -> list[tuple[float, int]]:
    """For each place: the log-probability of the likeliest words up to it, and where the last of them begins."""
    best = [(0.0, 0), *((float("-inf"), 0) for _ in run)]
    for start in range(len(run)):
        before = best[start][0] - whole
        for end in range(start + 1, min(len(run), start + LONGEST) + 1):
            word = run[start:end]
            count = counts.get(word)
            if word in terms.words:
                count = max(count or 0, LEAST)
            elif end == start + 1:
                count = count or 1
            elif count is None and word not in terms.beginnings:
                break
            if count and before + log(count) > best[end][0]:
                best[end] = (before + log(count), start)
    return best


def _tokens(best: list[tuple[float, int]]) -> list[tuple[int, int]]:
    """Start and end of each word of the best segmentation."""
    tokens, end = [], len(best) - 1
    while end:
        tokens.append((best[end][1], end))
        end = best[end][1]
    return tokens[::-1]


def _compound(run: str, start: int, end: int, tokens: list[tuple[int, int]]) -> bool:
    """Is the term the head or tail of a single longer word whose rest is made of whole words, as 基金净值?

    Or whose rest leaves its sense as it is: 赎回|费, 贴现|率 after a verb, 年|利率, 无|担保, 手续|费率.
    """
    from ..text import lexicon

    crossing = [(a, b) for a, b in tokens if a < start < b or a < end < b]
    if len(crossing) != 1:
        return False
    first, last = crossing[0]
    before, after = run[first:start], run[end:last]
    if first == start:
        return _whole_words(after) or after in _VERB_TAILS and lexicon.kind(run[start:end]) == "v"
    if last == end:
        rate = before in _NUMBERED and run[start:end] == "利率"
        return _whole_words(before) or rate or before == "无" and end - start > 1
    return last == start + 1 and run[start] == "费" and _whole_words(before)


def _whole_words(rest: str) -> bool:
    from ..text import lexicon

    return any(
        lexicon.frequency(rest[:end]) > 0 and (end == len(rest) or _whole_words(rest[end:]))
        for end in range(2, len(rest) + 1)
    )
