"""An expanded phrase of the claims notation, without gaps, comes in; every wording it stands for goes out.

Compositions look for whole words by the thousand, all at once, and so need them spelt out.
"""

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"\\.|[()\[\]|]|\*|[^()\[\]|*\\]+")
_FREE = re.compile(r"[…<«»^]")
ANY = "*"
MOST = 3000
"""Wordings of one phrase; more would be a slip of the pen."""


def spell(phrase: str) -> frozenset[str]:
    """All wordings; one that ends in `*` may have any ending. ValueError for a gap or too many of them."""
    if _FREE.search(phrase):
        raise ValueError(f"{phrase}: a word of a class has no gap, figure or edge")
    tokens = _TOKEN.findall(phrase)
    wordings, at = _either(tokens, 0)
    if at < len(tokens):
        raise ValueError(f"{phrase}: {tokens[at]} closes nothing")
    if wrong := [one for one in wordings if ANY in one[:-1] or one.endswith(" *")]:
        raise ValueError(f"{wrong[0]}: an ending is free only at the end of a word")
    return frozenset(" ".join(one.replace("-", " ").split()) for one in wordings) - {""}


def _either(tokens: Sequence[str], at: int) -> tuple[list[str], int]:
    wordings, at = _run(tokens, at)
    while at < len(tokens) and tokens[at] == "|":
        more, at = _run(tokens, at + 1)
        wordings += more
    return wordings, at


def _run(tokens: Sequence[str], at: int) -> tuple[list[str], int]:
    wordings = [""]
    while at < len(tokens) and tokens[at] not in "|)]":
        pieces, at = _piece(tokens, at)
        wordings = [one + piece for one in wordings for piece in pieces]
        if len(wordings) > MOST:
            raise ValueError(f"{''.join(tokens)}: more than {MOST} wordings")
    return wordings, at


def _piece(tokens: Sequence[str], at: int) -> tuple[list[str], int]:
    token = tokens[at]
    if token not in "([":
        return [token.removeprefix("\\")], at + 1
    wordings, close = _either(tokens, at + 1)
    if close >= len(tokens) or tokens[close] != {"(": ")", "[": "]"}[token]:
        raise ValueError(f"{''.join(tokens)}: {token} is never closed")
    return wordings + [""] if token == "[" else wordings, close + 1
