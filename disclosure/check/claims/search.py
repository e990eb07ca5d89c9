"""A text comes in; the claims in it go out, in order, none inside another.

Each line is judged by itself, together with the answer after it, and is remembered: the same wording
stands on the sheets of thousands of products. What is around it then decides what it is a claim for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import judgement, shelf
from .compose import Composition
from .judgement import Made
from .model import Claim, Language, Pattern
from .reading import Plain, plain

AROUND = 1500
"""Characters on each side of a claim in which a fee beside it, or the kind of product, is looked for."""
KINDS = {"wealth": "investment", "fund": "investment", "card": "loan"}


@dataclass(frozen=True, slots=True)
class _Case:
    """What is the same for every candidate of one text."""

    plain: Plain
    statements: tuple[tuple[int, int], ...]
    kind: str | None
    regime: str | None
    role: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A claim found: its place in the searched text, the pattern, the verdict."""

    start: int
    end: int
    pattern: Pattern
    verdict: str


def claims(
    text: str, lang: str, *, kind: str | None = None, regime: str | None = None, role: str = "prose",
    statements: Sequence[str] = (),
) -> tuple[Claim, ...]:
    """The claims of a text in `lang`, judged for a product of `kind`; without one, for an investment
    sold to the public, unless the text itself says that it is about a deposit, insurance or a loan.

    With a `regime`, families that belong to other rulebooks are left out. `role` is that of the words
    on a sheet ("prose", "bullet", "heading", "cell"); `statements` are prescribed word for word and
    no claims.
    """
    read = plain(text, lang, shelf.habits())
    made = list(_made(read, lang))
    if not made:
        return ()
    case = _Case(read, _places(read, statements, lang), kind, regime, role)
    found = [hit for at, one in made if (hit := _hit(case, at, one))]
    return tuple(_claim(hit, text, read) for hit in _best(found))


def _made(read: Plain, lang: str) -> Iterator[tuple[int, Made]]:
    """What is claimed in the lines of a text, whoever may claim it, each with the place of its line."""
    lines = read.cased.split("\n")
    at = 0
    for line, following in zip(lines, [*lines[1:], ""]):
        if line:
            yield from ((at, one) for one in judgement.made(line, following, lang))
        at += len(line) + 1


def _places(read: Plain, statements: Sequence[str], lang: str) -> tuple[tuple[int, int], ...]:
    """Where prescribed statements stand."""
    places = []
    for one in statements:
        words = _statement(one, lang)
        at = read.text.find(words) if words else -1
        while at >= 0:
            places.append((at, at + len(words)))
            at = read.text.find(words, at + 1)
    return tuple(places)


@lru_cache(maxsize=1024)
def _statement(words: str, lang: str) -> str:
    return plain(words, lang, shelf.habits()).text.strip()


def _hit(case: _Case, at: int, made: Made) -> _Hit | None:
    """What is claimed is a claim here: in this role, under this rulebook, for this kind of product."""
    pattern, start, end = made.pattern, at + made.start, at + made.end
    if not _applies(case, pattern) or any(a < end and start < b for a, b in case.statements):
        return None
    language = shelf.language(made.lang)
    if not _near(case, start, pattern, language):
        return None
    verdict = _of_kind(case, at, made, language)
    return _Hit(start, end, pattern, verdict) if verdict else None


def _applies(case: _Case, pattern: Pattern) -> bool:
    rulebooks = shelf.family(pattern.family).rulebooks
    return case.role not in pattern.roles and (not rulebooks or case.regime is None or case.regime in rulebooks)


def _near(case: _Case, at: int, pattern: Pattern, language: Language) -> bool:
    """Whether what must stand around does, lawful wording such as "no fee" left out, and what must not does not."""
    if pattern.near is None and pattern.unless is None:
        return True
    around = case.plain.text[max(0, at - AROUND) : at + AROUND]
    wanted = pattern.near is None or pattern.near.search(language.lawful[pattern.family].sub(";", around)) is not None
    return wanted and not (pattern.unless and pattern.unless.search(around))


def _of_kind(case: _Case, at: int, made: Made, language: Language) -> str:
    """The verdict on a claim that is made, for the kind of product it is made for."""
    verdict = made.pattern.verdict
    if made.pattern.kinds:
        kind = KINDS.get(case.kind, case.kind) if case.kind else _said_kind(case, at + made.sentence, made.text)
        verdict = dict(made.pattern.kinds).get(kind, verdict)
    conditional = language.conditional.get(made.pattern.family)
    if verdict == "banned" and conditional and conditional.search(made.text):
        return "review"
    return "" if verdict == "lawful" else verdict


def _said_kind(case: _Case, start: int, sentence: str) -> str:
    """What kind of product the words around speak of: what the sentence says, or else its surroundings."""
    around = case.plain.text[max(0, start - AROUND) : start + len(sentence) + AROUND]
    for text in (sentence, around):
        for kind in ("investment", "insurance", "deposit", "loan"):
            if any(_speaks_of(kind, text, shelf.language(lang)) for lang in shelf.LANGUAGES):
                return kind
    return "investment"


def _speaks_of(kind: str, text: str, language: Language) -> bool:
    """Whether a text is about a kind of product, and not merely compares another one with it."""
    return language.kinds[kind].search(language.kinds["compared"].sub(" ", text)) is not None


def _best(hits: Sequence[_Hit]) -> list[_Hit]:
    """Overlapping hits become one: the banned before the doubtful, a wording before a composition, then
    the first, then the longest."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=_rank):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)


def _rank(hit: _Hit) -> tuple[bool, str, bool, int, int]:
    composed = isinstance(hit.pattern.say, Composition)
    return hit.verdict != "banned", hit.pattern.answer, composed, hit.start, hit.start - hit.end


def _claim(hit: _Hit, text: str, read: Plain) -> Claim:
    start, end = read.source(hit.start, hit.end)
    lang = "zh-CN" if any("\u3400" <= char <= "\u9fff" for char in text[start:end]) else "en"
    citation = shelf.family(hit.pattern.family).citation[lang]
    return Claim(hit.pattern.family, start, end, "banned" if hit.verdict == "banned" else "review", text[start:end], citation)
