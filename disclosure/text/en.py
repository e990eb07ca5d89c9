"""English text comes in; its sentences, clauses and words go out, each with its place.

The spans of `sentences` and of `clauses` cover every character that is not white space.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from disclosure.text.breaks import CLOSERS, lines, spans
from disclosure.text.span import Span

WRAPPED = 45
"""Characters from which a line that ends without a stop counts as wrapped by hand."""

_STOP = re.compile(rf"[.!?…]+[{re.escape(CLOSERS)}]*(?=\s)")
_WIDE = re.compile(rf"[。！？]+[{re.escape(CLOSERS)}]*")
_BEFORE = re.compile(r"[^\s(\[{\"'“‘«]*$")
_AFTER = re.compile(r"\s+[(\[{\"'“‘«*_]*([^\W\d_]+(?:['’][a-z]+)?|\d)?")
_ACRONYM = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_ITEM = re.compile(r"(?:^|\n)[ \t]*[(\[]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})$")

_NEVER = frozenset("mr mrs ms dr prof rev hon messrs e.g i.e eg ie cf vs viz st al".split())
_NUMBERED = frozenset(
    "no nos art arts sec secs para paras fig figs vol ch cl pp p approx ca est max min tel ext "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_COMPANY = frozenset("inc ltd co corp plc llc llp bros gmbh s.a n.v".split())
_SPECIAL = _NEVER | _NUMBERED | _COMPANY | {"".join(one) for size in range(1, 5) for one in product("ivx", repeat=size)}
"""Words before a full stop that may not end a sentence; among them all that could number an item."""
_STARTERS = frozenset(
    "the a an it its it's this that these those there they he she we you i your our their his her "
    "in on at by for from if when while after before until since because although as to with under "
    "and but or so please do does is are can may must will what which who how why where all any each "
    "every no not some most many both once only however therefore".split()
)

LOW_CLAUSE = re.compile(
    r"[\s,;:)，；：–—](?:(?<=[,;:])(?=\s)|(?<=[，；：–—])|(?<=\))(?=[\s,.;:!?])|(?<=\S )- "
    r"|(?<=\s)(?=[(abeiopstuw])(?=\(|(?:because|if|when|whenever|unless|until|although|though|while|whereas|but|which|who|whose"
    r"|where|provided that|so that|except that)\s"
    r"|(?:and|or|so)\s(?:you|we|it|they|he|she|i|this|that|then|if|when)\s))"
)
"""What parts clauses, in a text in lower case."""
CLAUSE = re.compile(LOW_CLAUSE.pattern, re.IGNORECASE)
WORD = re.compile(
    r"(?:https?://|www\.)[!-~]*[A-Za-z0-9/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[$€£¥￥]?\d+(?:[.,:/⁄-]\d+)*\s?%|[$€£¥￥]?\d+(?:[.,:/⁄-]\d+)*"
    r"|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*"
)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences; headings and list items count as sentences of their own.

    Points inside numbers, abbreviations, initials and item numbers end nothing.
    """
    return spans(text, _cuts(text))


def clauses(text: str) -> tuple[Span, ...]:
    """The parts of each sentence between commas, brackets, dashes and joining words."""
    inner = (found.end() for found in CLAUSE.finditer(text))
    return spans(text, (*_cuts(text), *inner))


def words(text: str) -> tuple[Span, ...]:
    """The words. A number with its mark, an address and `U.S.` are one word; a hyphen is a blank."""
    return tuple(Span(*found.span(), found.group()) for found in WORD.finditer(text))


def full_stops(text: str) -> Iterator[int]:
    """Where a Latin full stop, question or exclamation mark ends a sentence, after its closing marks."""
    for found in _STOP.finditer(text):
        start, end = found.span()
        if _plainly_ends(text, start, end) or _ends(text, start, end, found.group().rstrip(CLOSERS)):
            yield end


def _cuts(text: str) -> Iterator[int]:
    yield from full_stops(text)
    if not text.isascii():
        yield from (found.end() for found in _WIDE.finditer(text))
    yield from lines(text, WRAPPED)


def _plainly_ends(text: str, start: int, end: int) -> bool:
    """Whether a word that is no abbreviation stands before the mark and a capital after it: true of most, and cheap."""
    if text[end] != " " or not text[end + 1 : end + 2].isupper():
        return False
    before = text[max(0, start - 24) : start]
    word = before[before.rfind(" ") + 1 :]
    return len(word) < 24 and word.isalpha() and word.isascii() and len(word) > 1 and word.lower() not in _SPECIAL


def _ends(text: str, start: int, end: int, mark: str) -> bool:
    following = _AFTER.match(text, end)
    after = (following and following.group(1)) or ""
    if after[:1].islower():
        return False
    if mark != ".":
        return True
    return _point_ends(text[max(0, start - 40) : start], after)


def _point_ends(before: str, after: str) -> bool:
    """Whether one full stop between these two ends a sentence, given that no lower case follows."""
    found = _BEFORE.search(before)
    token = found.group() if found else ""
    low = token.lower()
    if low in _NEVER or _ITEM.search(before):
        return False
    if low in _NUMBERED:
        return not after[:1].isdigit()
    if low in _COMPANY or _ACRONYM.match(token):
        return after.lower() in _STARTERS or not after
    return True


_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:[^laeiouy]e|[aeiou]le|[^laeiouydt]ed|[aeiou]led|[^laeiouycsxzgh]es|[aeiou]les"
    r"|[^aeiouy]e(?:ly|ful|fully|less|ness|ment|ments|some|thing|where|body))$"
)
_KNOWN = {
    "business": 2, "businesses": 3, "annuity": 4, "annuities": 4, "created": 3, "every": 2, "everyone": 3,
    "everything": 3, "everywhere": 3, "client": 2, "clients": 2, "being": 2, "seeing": 2,
}  # fmt: skip
_APART = re.compile(
    r"(?<![ctsxgz])i(?:a|o(?!n|us))|iu|eo(?!us)|ua(?!r[dn])|[aeiou]ing$|ying$|[^gq]ue[nl]|uo|ya"
    r"|[^lnctsxg]ier$|iest$|ism$|iet|(?<![ctxg])ious|rhythm"
)
"""Endings whose e is not heard, and vowels that stand together but are spoken apart."""


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """The syllables of one word, at least 1, by a vowel rule; a number or an address counts 1.

    Capitals without a vowel are read letter by letter: NAV is 1, LPR is 3.
    """
    low = re.sub(r"[^a-z]", "", word.lower())
    if low in _KNOWN:
        return _KNOWN[low]
    if not low or re.search(r"[\d@/]", word):
        return 1
    if word.isupper() and len(low) > 1 and not _VOWELS.search(low):
        return len(low)
    return max(1, _spoken(low))


def _spoken(low: str) -> int:
    silent = len(low) > 2 and _SILENT.search(low)
    return len(_VOWELS.findall(low)) - bool(silent) + len(_APART.findall(low))
