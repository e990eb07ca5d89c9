"""A term and its plain wording come in; whether the term is no noun, so that it is no part of a name, goes out."""

import re
from functools import lru_cache

_LINKING = frozenset(
    "to of with for in by on at from under upon into per than as against between among after before until till without "
    "within about above below during since through throughout over re via versus that if and or nor but unless although "
    "though because despite whether while whereas whereby when where which who since except including excluding regarding "
    "concerning pending failing barring notwithstanding commencing starting following hence thus also".split()
)
"""Words that join others: prepositions, conjunctions, participles used as such."""
_ACTS = frozenset(
    "remit utilise utilize terminate commence furnish procure ascertain notify endeavour endeavor facilitate expedite "
    "forfeit redeem withdraw liquidate repay execute".split()
)
_TOLD = frozenset("send give tell ask get buy sell keep make let take carry find begin use".split())
"""With these a plain wording begins that says what to do."""
_NOUNS = frozenset(
    "monthly quarterly yearly daily weekly early family supply assembly anomaly monopoly only "
    "franchise enterprise premise merchandise expertise exercise promise".split()
)
_MANNER = re.compile(r"\w{3,}ly|\w{4,}(?:ise|ize|ify)|(?:here|there|where)(?:to|of|in|by|with|under|upon|after|for|fore|from|on|at|as)\w*")


@lru_cache(maxsize=4096)
def is_no_noun(term: str, plain: str) -> bool:
    """Does a term such as `pursuant to`, `notwithstanding` or `remit` join words, tell what to do or how?"""
    words, wording = term.lower().split(), plain.lower().split()
    if not words:
        return False
    if words[-1] in _LINKING or wording and wording[-1] in _LINKING:
        return True
    if len(words) > 1 or words[0] in _NOUNS:
        return False
    told = bool(wording) and wording[0] in _TOLD and len(wording) > 1
    return words[0] in _ACTS or bool(_MANNER.fullmatch(words[0])) or told
