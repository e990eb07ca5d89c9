"""The notation of the claims files comes in; regular expressions and the words they need go out.

`a|b` either · `(a|b)c` · `[a]` perhaps · `[a|b]*` any of them, up to six times · `{name}` one of a
named list · `…` a few words or Han without a negator, `……` more of them, `………` more still and over
commas, colons and brackets · `word*` any ending · `<n>`
a number · `«a»` what is reported · `^`, `$` begin and end of the sentence · `\\(` the mark itself. A blank in English stands
for a blank or a hyphen.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

NUMBER = r"(?:\d[\d,.]*|[一二三四五六七八九十百两]+)"
BLANK = "[ -]+"
_DENIES = r"(?!(?:not|no|never|cannot|without|neither|nor|none|\w+n't|or|but)\b)"
_WORD = rf"(?:{_DENIES}(?:[^\s,;:.!?()“”\"]|(?<=\d)[.,](?=\d))+[ -]+)"
_SIGN = "[^\n。！？；：，,;:!?不没未无非但“”]"
_WORD_OVER = rf"(?:{_DENIES}(?:[^\s;.!?“”\"]|(?<=\d)\.(?=\d))+[ -]+)"
_SIGN_OVER = "[^\n。！？；;!?不没未无非但“”]"
_GAPS = {
    "en": {1: f"{_WORD}{{0,3}}", 2: f"{_WORD}{{0,7}}", 3: f"{_WORD_OVER}{{0,12}}"},
    "zh": {1: f"{_SIGN}{{0,5}}?", 2: f"{_SIGN}{{0,12}}?", 3: f"{_SIGN_OVER}{{0,24}}?"},
}
_EDGES = {
    "en": ("(?:(?<![a-z0-9])|(?![a-z0-9]))", "(?:(?![a-z0-9])|(?<![a-z0-9]))"),
    "zh": ("", ""),
}
_SIGNS = frozenset("%£$€")
"""Marks rare enough to be looked for by themselves."""
_ALONE = ("(?<![0-9a-z])", "(?![0-9a-z])")
"""Latin letters and figures among Han stand alone: no. 1 is not in no. 10."""
_TOKEN = re.compile(r"………|……|…|<n>|\\.|[()\[\]|*«»^$]|[^…<()\[\]|*«»^$\\]+|<")
_SETS = re.compile(r"\{([\w-]+)\}")
_EITHER_WIDTH = {ord(wide): f"[{wide}{narrow}]" for wide, narrow in zip("，：；！？（）", ",:;!?()")}
Needs = tuple[tuple[frozenset[str], ...], ...]
"""Ways in which a phrase may match, and for each way the sets of words of which it holds one each."""


@dataclass(slots=True)
class _Reader:
    """The tokens of one phrase, read from left to right."""

    written: str
    language: str
    tokens: list[str] = field(default_factory=list)
    at: int = 0

    def next(self) -> str:
        """The token ahead, "" at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        """The token ahead, which is then behind."""
        self.at += 1
        return self.tokens[self.at - 1]


def expand(phrase: str, words: Mapping[str, Sequence[str]]) -> str:
    """The phrase with each `{name}` replaced by its list, whose entries may name further lists."""
    def one(found: re.Match[str]) -> str:
        if found[1] not in words:
            raise ValueError(f"{phrase}: no list of words is called {found[1]}")
        return "(" + "|".join(expand(entry, words) for entry in words[found[1]]) + ")"

    return _SETS.sub(one, phrase)


def read(phrase: str, lang: str) -> tuple[str, Needs]:
    """The regular expression of an expanded phrase, and the words that its matches need, the rarest first."""
    reader = _Reader(phrase, lang[:2], _TOKEN.findall(phrase))
    regex, needs = _either(reader)
    if reader.next():
        raise ValueError(f"{phrase}: {reader.next()} closes nothing")
    left, right = _EDGES[lang[:2]]
    return f"{left}(?:{regex}){right}", tuple(map(_rarest, needs))


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Expanded phrases of a language as one regular expression, which is made when it is first used."""

    lang: str
    written: tuple[str, ...]

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first of the phrases in `text` from `at` on."""
        return _regex(self).search(text, at)

    def match(self, text: str) -> re.Match[str] | None:
        """One of the phrases at the beginning of `text`."""
        return _regex(self).match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every one of the phrases in `text`."""
        return _regex(self).finditer(text)

    def sub(self, to: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each of the phrases replaced."""
        return _regex(self).sub(to, text)


@lru_cache(maxsize=None)
def _regex(phrases: Phrases) -> re.Pattern[str]:
    return re.compile("|".join(read(one, phrases.lang)[0] for one in phrases.written) or r"(?!)")


def literals(phrase: str) -> frozenset[str]:
    """The plain stretches of an expanded phrase."""
    return frozenset(token for token in _TOKEN.findall(phrase) if len(token) > 1 and token[0] not in "…<")


def _either(reader: _Reader) -> tuple[str, Needs]:
    branches = [_run(reader)]
    while reader.next() == "|":
        reader.take()
        branches.append(_run(reader))
    return "|".join(regex for regex, _ in branches), tuple(needs for _, needs in branches)


def _run(reader: _Reader) -> tuple[str, tuple[frozenset[str], ...]]:
    pieces: list[str] = []
    needed: list[frozenset[str]] = []
    while reader.next() not in ("", "|", ")", "]"):
        regex, needs = _piece(reader, pieces)
        pieces.append(regex)
        needed += needs[0] if len(needs) == 1 else _one_of(needs)
    return "".join(pieces), tuple(needed)


def _one_of(needs: Needs) -> list[frozenset[str]]:
    """What every one of several ways needs: one of the rarest words of each."""
    if not needs or not all(needs):
        return []
    return [frozenset().union(*(max(way, key=_rarity) for way in needs))]


def _piece(reader: _Reader, before: list[str]) -> tuple[str, Needs]:
    token = reader.take()
    if token in "([":
        regex, needs = _either(reader)
        if reader.next() != {"(": ")", "[": "]"}[token]:
            raise ValueError(f"{reader.written}: {token} is never closed")
        reader.take()
        return _group(reader, token, regex, needs, before)
    if token.startswith("…"):
        _swallow(reader)
        return _GAPS[reader.language][len(token)], ()
    simple = {"<n>": NUMBER, "*": "[a-z]*", "«": "(?P<span>", "»": ")", "^": "^", "$": "$"}
    if token in simple:
        return simple[token], ()
    return _literal(token.removeprefix("\\"), reader.language)


def _group(reader: _Reader, token: str, regex: str, needs: Needs, before: list[str]) -> tuple[str, Needs]:
    """A group in round brackets, or one that may be absent together with the blank beside it."""
    often = reader.next() == "*"
    if often:
        reader.take()
    if token == "(" and not often:
        return f"(?:{regex})", needs
    most = "{0,6}" if often else "?"
    if reader.language != "en":
        return f"(?:{regex}){most}", ()
    mark = not any(map(str.isalnum, regex))
    if not mark and before and before[-1].endswith(BLANK):
        before[-1] = before[-1].removesuffix(BLANK)
        return f"(?:{BLANK}(?:{regex})){most}", ()
    blank = BLANK if not mark and _swallow(reader) else "[ -]*" if often else ""
    return f"(?:(?:{regex}){blank}){most}", ()


def _swallow(reader: _Reader) -> bool:
    """Drop the blank with which the text ahead begins: the piece before it brings its own."""
    ahead = reader.next()
    if reader.language != "en" or not ahead.startswith(" "):
        return False
    reader.tokens[reader.at] = ahead[1:]
    if not ahead[1:]:
        del reader.tokens[reader.at]
    return True


def _literal(token: str, language: str) -> tuple[str, Needs]:
    if language != "en":
        left, right = (mark if char.isascii() and char.isalnum() else "" for mark, char in zip(_ALONE, (token[0], token[-1])))
        regex = left + re.escape(token).translate(_EITHER_WIDTH) + right
        return regex, ((frozenset((token,)),),) if any(map(str.isalnum, token)) else ()
    regex = re.sub(r"(?:\\?[ -])+", lambda found: BLANK if " " in found[0] else "[ -]?", re.escape(token))
    words = sorted(re.split(r"[ -]", token), key=len, reverse=True)
    known = [word for word in words[:1] if len(word) > 1 or word in _SIGNS] + [word for word in words[1:] if len(word) > 3]
    return regex, (tuple(frozenset((word,)) for word in known),)


def _rarest(way: tuple[frozenset[str], ...]) -> tuple[frozenset[str], ...]:
    """The best five of what a way needs; those after the first only if they tell much."""
    best = sorted(dict.fromkeys(way), key=_rarity, reverse=True)
    return tuple(best[:1] + [words for words in best[1:5] if not any(map(_is_short, words))])


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    """More for what is rarer in ordinary text: fewer short words, and then longer ones."""
    return -sum(map(_is_short, words)), min(map(len, words))


def _is_short(word: str) -> bool:
    return len(word) < (4 if word.isascii() else 2)
