"""A sentence and the place of a claim in it come in; whether the sentence takes the claim back goes out."""

import re

from .model import Grammar
from .notation import Phrases

MASK = "\x00"
NEXT = 8
"""Characters of a claim that may belong to what ends the reach of a negator before it, as in ", ours are"."""
_PAIRED = re.compile(r",[^,]*,[^,]*$")


def denied(sentence: str, start: int, end: int, grammar: Grammar) -> bool:
    """Is `sentence[start:end]` denied, forbidden or warned of, by what stands before it or after it?"""
    left = grammar.not_negation.sub(_masked, sentence[:start])
    right = sentence[end:]
    return (
        _reaches(left, grammar.forbidding, grammar.forbidding_stops)
        or _carried(left, sentence[start:], grammar)
        or _negated(left, grammar)
        or grammar.denied_after.match(right) is not None
    )


def forbidden(sentence: str, start: int, grammar: Grammar) -> bool:
    """Is what stands at `start` warned of, forbidden or only told by somebody in a supposed case?"""
    return _reaches(grammar.not_negation.sub(_masked, sentence[:start]), grammar.forbidding, grammar.forbidding_stops)


def halves(sentence: str, start: int, grammar: Grammar) -> bool:
    """Does `start` cut a question word in two, as it does in 会不会亏, where 不会亏 claims nothing?"""
    around = sentence[max(0, start - 3) : start + 3]
    at = min(start, 3)
    return any(found.start() < at < found.end() for found in grammar.whether.finditer(around))


def asked(sentence: str, start: int, grammar: Grammar) -> bool:
    """Is the claim asked about, and not made? A rhetorical question makes it."""
    if grammar.whether.search(sentence[:start]):
        return True
    return grammar.question.search(sentence) is not None and not rhetorical(sentence, grammar)


def rhetorical(sentence: str, grammar: Grammar) -> bool:
    """Does the sentence ask only to be answered yes?"""
    return grammar.question.search(sentence) is not None and grammar.rhetorical.search(sentence) is not None


def answer(sentence: str, grammar: Grammar) -> tuple[str, int]:
    """"yes", "no" or "" for how a sentence answers the question before it, and where the answering word ends."""
    for name, regex in (("no", grammar.answer_no), ("yes", grammar.answer_yes)):
        if found := regex.match(sentence):
            return name, found.end()
    return "", 0


def _masked(found: re.Match[str]) -> str:
    return MASK * len(found[0])


def _reaches(left: str, sign: Phrases, stops: Phrases) -> bool:
    return any(not stops.search(left, found.end()) for found in sign.finditer(left))


def _carried(left: str, claim: str, grammar: Grammar) -> bool:
    whole = left + claim[:NEXT]
    return any(
        not grammar.doubling.search(left[: found.start()])
        for found in grammar.carrying.finditer(left)
        if not ((stop := grammar.carrying_stops.search(whole, found.end())) and stop.start() < len(left))
        and not _negator_ends(left[found.end() :], grammar)
    )


def _negator_ends(gap: str, grammar: Grammar) -> bool:
    """Whether a second negator stands right before the claim: two of them make an assertion."""
    return any(found.end() == len(gap) for found in grammar.negators.finditer(gap))


def _negated(left: str, grammar: Grammar) -> bool:
    """Whether the nearest negator that governs the claim stands alone: two of them make an assertion."""
    for found in reversed(list(grammar.negators.finditer(left))):
        gap = left[found.end() :]
        if grammar.stops.search(gap) and not _PAIRED.fullmatch(gap):
            return False
        if not grammar.free.match(gap):
            return not grammar.doubling.search(left[: found.start()])
    return False
