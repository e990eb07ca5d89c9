"""An English phrase and its setting come in; the phrase in the number, case and with the article it needs goes out."""

import re

VOWELS = "aeiou"
_HEAD_ENDS = re.compile(
    r"\s+(?:of|for|to|in|on|at|by|with|without|from|under|over|per|against|into|between|that|which|who|you|we|when"
    r"|if|after|before|left|paid|taken)\b"
)
_UNCOUNTED = frozenset(
    "money interest income insurance cover cash tax debt paying taking ups downs someone somebody something"
    " anyone everyone what how who".split()
)
_AN = re.compile(r"(?:hour|honest|honour|honor|heir)", re.IGNORECASE)
_A = re.compile(r"(?:uni(?!n|m)|use|usu|util|u[krs]\b|eu|ewe|one\b|once\b|u-)", re.IGNORECASE)
_SPELT = re.compile(r"[A-Z]{2,}\b|[A-Z]\b|[A-Z]+\d|[A-Z][a-z]?[A-Z]|[A-Z]s\b")
_SAID = re.compile(r"[A-Z]{5,}|(?:NATO|NASA|LIBOR|SOFR|SONIA|FIFA|LASER|REIT|SWIFT|MIFID|SHIBOR|HIBOR)", re.IGNORECASE)


def plural(phrase: str) -> str:
    """The regular plural of a noun phrase: `price of one unit` gives `prices of one unit`."""
    head, rest = _head(phrase)
    first, _, noun = head.rpartition(" ")
    if _UNCOUNTED & set(head.lower().split()) or noun.endswith("s") and not noun.endswith("ss"):
        return phrase
    first = re.sub(r"^an?\b ?", "", first)
    return f"{first} {_plural_noun(noun)}{rest}".lstrip()


def plural_term(term: str) -> str:
    """The regular plural of a term as a text may write it, also of what is seldom counted: `taxes`."""
    head, rest = _head(term)
    return term if head.endswith("s") and not head.endswith("ss") else f"{_plural_noun(head)}{rest}"


def _head(phrase: str) -> tuple[str, str]:
    found = _HEAD_ENDS.search(phrase)
    return (phrase[: found.start()], phrase[found.start() :]) if found else (phrase, "")


def _plural_noun(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def article(phrase: str) -> str:
    """`a` or `an`, by the sound `phrase` begins with."""
    if _SPELT.match(phrase) and not _SAID.match(phrase):
        return "an" if phrase[0] in "AEFHILMNORSX" else "a"
    if re.match(r"8|1[18](?!\d)", phrase) or _AN.match(phrase):
        return "an"
    return "an" if phrase[:1].lower() in VOWELS and not _A.match(phrase) else "a"


def cased(wording: str, original: str, surface: str, opens: bool) -> str:
    """`wording` with the case of what it replaces.

    `surface` is the term as the glossary writes it; `opens`: it opens a sentence.
    """
    letters = [char for char in original if char.isalpha()]
    if not letters or not wording:
        return wording
    shouted = len(letters) > 1 and all(map(str.isupper, letters))
    if shouted and not _shouts(surface):
        return wording.upper()
    if surface != surface.lower():
        return wording[0].upper() + wording[1:] if opens else wording
    return wording[0].upper() + wording[1:] if letters[0].isupper() else wording


def _shouts(surface: str) -> bool:
    """Is the surface an acronym such as NAV or ETFs, whose capitals say nothing of the text around it?"""
    return bool(re.fullmatch(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*", surface))
