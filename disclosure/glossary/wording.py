"""A term in its text comes in; the words put in its place or after it go out."""

import re

from . import inflect
from .boundary import is_letter
from .matcher import Match
from .shield import brackets

NEAR = 40
"""Characters before a term in which its article, its negator or the start of its sentence is looked for."""

_POSSESSIVE = re.compile(r"['’]s?(?![^\W\d_])")
_ARTICLE = re.compile(r"(?<![\w'’-])([Aa][Nn]?)(\s+)\Z")
_DETERMINED = re.compile(
    r"(?:\b(?:an?|the|this|that|these|those|your|our|its|their|his|her|any|each|every|no|one)|['’]s)\s+\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:\A|[.!?。！？:：]['\"”’)\]]*\s+|\n\s*)(?:[#>*_\-+•\"'“‘(\[\s]|\d+[.)]\s)*\Z")
_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|without|cannot)\s|n['’]t\s|[不未没无非别勿]有?)\s*\Z", re.IGNORECASE
)
_NEGATES = re.compile(r"(?:not|no|never|without)\b|[不未没无非别勿]", re.IGNORECASE)


def end_with_possessive(text: str, match: Match) -> int:
    """Where an explanation may follow: after the term, or after its 's."""
    if match.entry.lang != "en":
        return match.end
    found = _POSSESSIVE.match(text, match.end)
    if not found or (found.group() in "'’" and text[match.end - 1] not in "sS"):
        return match.end
    return found.end()


def explanation(text: str, match: Match, end: int) -> str:
    """The plain wording with its brackets, full-width in Chinese, square inside other brackets.

    Where the term is all that a pair of brackets holds, a colon does.
    """
    plain = _in_number(match)
    chinese = match.entry.lang != "en"
    for first, last in brackets(text):
        if (first, last) == (match.start, end):
            return f"：{plain}" if chinese else f": {plain}"
        if first <= match.start and end <= last:
            return f"［{plain}］" if chinese else f" [{plain}]"
    return f"（{plain}）" if chinese else f" ({plain})"


def replacement(text: str, match: Match) -> str:
    """The plain wording in the number and case of the term, with a line break the term spanned."""
    plain = _in_number(match)
    original = text[match.start : match.end]
    if match.entry.lang == "en":
        if _DETERMINED.search(text[max(0, match.start - NEAR) : match.start]):
            plain = re.sub(r"\A(?:an?|the)\s+", "", plain, flags=re.IGNORECASE)
        plain = inflect.cased(plain, original, match.surface.written, _opens(text, match.start))
    breaks = re.search(r"[^\S\n]*\r?\n\s*", original)
    return _broken(plain, breaks.group(), original[: breaks.start()]) if breaks else plain


def mended_article(text: str, match: Match, to: str) -> tuple[int, int, str] | None:
    """Start, end and right form of an a/an that stands before the replaced term and no longer suits it."""
    if match.entry.lang != "en":
        return None
    offset = max(0, match.start - NEAR)
    found = _ARTICLE.search(text[offset : match.start])
    if not found or not is_letter(to[:1] or " "):
        return None
    word, start = found.group(1), offset + found.start(1)
    if word[0] == "A" and not _opens(text, start) and not (word == "AN" or text[match.start : match.end].isupper()):
        return None
    right = inflect.article(to)
    if word.lower() == right:
        return None
    cased = right.upper() if word == "AN" else right.capitalize() if word[0] == "A" else right
    return start, start + len(word), cased


def collides(text: str, match: Match, to: str) -> bool:
    """Would digits meet, or would a negator meet another and turn the sense?"""
    before, after = text[max(0, match.start - NEAR) : match.start], text[match.end : match.end + 1]
    if to[:1].isdecimal() and before[-1:].isdecimal() or to[-1:].isdecimal() and after[:1].isdecimal():
        return True
    return bool(_NEGATES.match(to) and _NEGATED.search(before))


def _in_number(match: Match) -> str:
    entry, surface = match.entry, match.surface
    plain = entry.wording(surface.written)
    if not surface.is_plural or plain != entry.plain:
        return inflect.plural(plain) if surface.is_plural else plain
    return entry.plain_plural or (inflect.plural(plain) if entry.mode == "replace" else plain)


def _opens(text: str, start: int) -> bool:
    return bool(_OPENS.search(text[max(0, start - NEAR) : start])) if start else True


def _broken(plain: str, breaks: str, before: str) -> str:
    """`plain` with `breaks` at the blank next to where the term had it, or at its end."""
    blanks = [found.start() for found in re.finditer(" ", plain)]
    if not blanks:
        return plain + breaks
    at = min(blanks, key=lambda blank: abs(blank - len(before)))
    return plain[:at] + breaks + plain[at + 1 :]
