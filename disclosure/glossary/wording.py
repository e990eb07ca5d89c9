"""A term in its text comes in; the words put in its place or after it go out."""

import re

from . import inflect
from .boundary import is_letter
from .choice import Match
from .setting import NEAR, opens_sentence
from .shield import Places, around

_POSSESSIVE = re.compile(r"['’]s?(?![^\W\d_])")
_ARTICLE = re.compile(r"(?<![\w'’-])([Aa][Nn]?)(\s+[*_~(\[]*)\Z")
_DETERMINED = re.compile(
    r"(?:\b(?:an?|the|this|that|these|those|your|our|its|their|his|her|any|each|every|no|one)|['’]s)\s+\Z",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|without|cannot)\s|n['’]t\s|[不未没无非别勿]有?)\s*\Z", re.IGNORECASE
)
_STOPS = re.compile(r"[\"”’)\]*_]*(?:\s*\Z|\s*\n|\s+(?:[A-Z](?:[a-z'’]|\s)|(?P<shouted>[A-Z])))")
"""After an abbreviation whose full stop also ends the sentence."""
_LEADS = re.compile(
    r"(?:e\.?\s?g|i\.?\s?e|viz|c\.?f|vs?|approx|appr|incl|excl|resp|ca|c|nos?|art|sec|cl|para?|fig|ref|re|esp|est"
    r"|mrs?|ms|dr|prof|w\.?r\.?t)\.\Z",
    re.IGNORECASE,
)
"""Abbreviations that something always follows: their full stop ends no sentence."""
_TRAILS = re.compile(r"(?:p\.?a|p\.?m|a\.?m|etc|ltd|inc|corp|plc|co)\.\Z", re.IGNORECASE)
"""Abbreviations that may well end one, also before a word in capitals."""
_BREAKS = re.compile(r"[^\S\n]*\r?\n\s*")
_NEGATES = re.compile(r"(?:not|no|never|without)\b|[不未没无非别勿]", re.IGNORECASE)


def end_with_possessive(text: str, match: Match) -> int:
    """Where an explanation may follow: after the term, or after its 's."""
    if match.entry.lang != "en":
        return match.end
    found = _POSSESSIVE.match(text, match.end)
    if not found or (found.group() in "'’" and text[match.end - 1] not in "sS"):
        return match.end
    return found.end()


def explanation(match: Match, end: int, inner: Places) -> str:
    """The plain wording with its brackets, full-width in Chinese, square inside other brackets.

    `inner` are the insides of the text's brackets. Where the term is all that one holds, a colon does.
    """
    plain = _in_number(match)
    chinese = match.entry.lang != "en"
    held = around(inner, match.start, end)
    if held == (match.start, end):
        return f"：{plain}" if chinese else f": {plain}"
    if held:
        return f"［{plain}］" if chinese else f" [{plain}]"
    return f"（{plain}）" if chinese else f" ({plain})"


def replacement(text: str, match: Match) -> str:
    """The plain wording in the number and case of the term, with a line break the term spanned."""
    plain = _in_number(match)
    original = text[match.start : match.end]
    if match.entry.lang == "en":
        if _DETERMINED.search(text[max(0, match.start - NEAR) : match.start]):
            plain = re.sub(r"\A(?:an?|the)\s+", "", plain, flags=re.IGNORECASE)
        plain = inflect.cased(plain, original, match.surface.written, opens_sentence(text, match.start))
        if original.endswith(".") and not plain.endswith(".") and _ends_sentence(text, match.end, original):
            plain += "."
    breaks = _BREAKS.findall(original)
    return _broken(plain, breaks, original, text[match.end : match.end + 1]) if breaks else plain


def _ends_sentence(text: str, end: int, original: str) -> bool:
    """Does the full stop of an abbreviation also end the sentence?"""
    found = _STOPS.match(text, end)
    return bool(found) and not _LEADS.match(original) and (not found["shouted"] or bool(_TRAILS.match(original)))


def mended_article(text: str, match: Match, to: str) -> tuple[int, int, str] | None:
    """Start, end and right form of an a/an that stands before the replaced term and no longer suits it."""
    if match.entry.lang != "en":
        return None
    offset = max(0, match.start - NEAR)
    found = _ARTICLE.search(text[offset : match.start])
    if not found or not is_letter(to[:1] or " "):
        return None
    word, start = found.group(1), offset + found.start(1)
    if word[0] == "A" and not opens_sentence(text, start) and not (word == "AN" or text[match.start : match.end].isupper()):
        return None
    right = inflect.article(to)
    if word.lower() == right:
        return None
    shouted = word == "AN" or word == "A" and len(to) > 1 and to.isupper() and text[match.start : match.end].isupper()
    cased = right.upper() if shouted else right.capitalize() if word[0] == "A" else right
    return start, start + len(word), cased


def meets_negator(text: str, match: Match, to: str) -> bool:
    """Would a negator meet another and turn the sense?"""
    return bool(_NEGATES.match(to) and _NEGATED.search(text[max(0, match.start - NEAR) : match.start]))


def joins(text: str, match: Match, to: str) -> bool:
    """Would letters or digits meet that were apart, as in Chinese, which writes no blanks?"""
    before, after = text[max(0, match.start - 1) : match.start], text[match.end : match.end + 1]
    return any(a and b and is_letter(a) and is_letter(b) for a, b in ((before, to[:1]), (to[-1:], after)))


def _in_number(match: Match) -> str:
    """The plain wording in the number of the term; an explanation takes a plural only from its entry."""
    entry, surface = match.entry, match.surface
    plain = entry.wording(surface.written)
    if not surface.is_plural:
        return plain
    if plain == entry.plain and entry.plain_plural:
        return entry.plain_plural
    return inflect.plural(plain) if entry.mode == "replace" else plain


def _broken(plain: str, breaks: list[str], original: str, follows: str) -> str:
    """`plain` with the line breaks of the term: at its blanks, or where it has too few, at its end.

    A mark of punctuation does not open a line: before one, they come first.
    """
    gaps = _gaps(plain, original, len(breaks))
    parts = [plain[a:b] for a, b in zip([0, *(at + 1 for at in gaps)], [*gaps, len(plain)])]
    inside = "".join(f"{part}{gap}" for part, gap in zip(parts, [*breaks[: len(gaps)], ""]))
    rest = "".join(breaks[len(gaps) :])
    leads = bool(follows) and not follows.isalnum() and not follows.isspace()
    return rest + inside if leads else inside + rest


def _gaps(plain: str, original: str, count: int) -> list[int]:
    """The blanks of `plain` that line breaks take: a single one the blank nearest to its place in the term."""
    blanks = [found.start() for found in re.finditer(" ", plain)]
    first = _BREAKS.search(original)
    if count == 1 and blanks and first:
        return [min(blanks, key=lambda blank: abs(blank - first.start()))]
    return blanks[:count]
