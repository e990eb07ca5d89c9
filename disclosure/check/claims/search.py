"""A text comes in; the claims in it go out, in order, none inside another.

Each sentence is judged by itself, together with the answer after it: its claims are found, technical
terms and the rulebook's own statements are taken out, then what is denied, asked, forbidden or warned of.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...text import for_language, lexicon
from ...text.search import searcher
from . import scope, shelf
from .model import Claim, Language, Pattern
from .notation import Phrases
from .reading import Plain, plain, zh_letter

AROUND = 1500
"""Characters on each side of a claim in which a fee beside it, or the kind of product, is looked for."""
HAN_AROUND = 12
"""Han on each side of a claim that are cut into words with it."""
MARKS = " \n,.;:!?|，。；：！？、—–"
"""What a claim neither begins nor ends with."""
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
class _Sentence:
    """A sentence of the searched text, and the one after it."""

    start: int
    text: str
    after: str


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
    numbers, patterns = _index()
    wanted: dict[int, list[int]] = defaultdict(list)
    for number, start, _ in numbers(read.text):
        wanted[start].append(number)
    if not wanted:
        return ()
    case = _Case(read, _places(read, statements, lang), kind, regime, role)
    found = [
        hit
        for sentence, anchors in _sentences(read, wanted, lang)
        for name, number in sorted({one for anchor in anchors for one in patterns[anchor]})
        for hit in _of_pattern(case, sentence, shelf.language(name).patterns[number], shelf.language(name))
    ]
    return tuple(_claim(hit, text, read) for hit in _best(found))


@lru_cache(maxsize=1)
def _index() -> tuple[Callable[[str], list[tuple[int, int, int]]], tuple[tuple[tuple[str, int], ...], ...]]:
    """A search for all anchors of all languages, and for each anchor its patterns as (language, number)."""
    by_anchor: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for lang in shelf.LANGUAGES:
        for number, pattern in enumerate(shelf.language(lang).patterns):
            for anchor in pattern.anchors:
                by_anchor[anchor].append((lang, number))
    return searcher(list(by_anchor)), tuple(map(tuple, by_anchor.values()))


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _places(read: Plain, statements: Sequence[str], lang: str) -> tuple[tuple[int, int], ...]:
    """Where prescribed statements stand."""
    places = []
    for one in statements:
        words = plain(one, lang, shelf.habits()).text.strip()
        at = read.text.find(words) if words else -1
        while at >= 0:
            places.append((at, at + len(words)))
            at = read.text.find(words, at + 1)
    return tuple(places)


def _sentences(read: Plain, wanted: Mapping[int, list[int]], lang: str) -> Iterator[tuple[_Sentence, set[int]]]:
    """The sentences in which anchors stand, each with the numbers of its anchors."""
    places = sorted(wanted)
    at = 0
    while at < len(places):
        first, last = _line(read.text, places[at])
        pieces = _cut(read, first, last, lang)
        for (start, text), (_, after) in zip(pieces, pieces[1:]):
            until = bisect_left(places, start + len(text), at)
            if until > at:
                here = {number for place in places[at:until] for number in wanted[place]}
                yield _Sentence(start, read.text[start : start + len(text)], after.lower()), here
            at = until
        at = bisect_left(places, last, at)


def _cut(read: Plain, start: int, end: int, lang: str) -> list[tuple[int, str]]:
    """The sentences of a line with their places, and the one after them; the last takes what is left."""
    cut = for_language(lang).sentences
    pieces = [(start + one.start, one.text) for one in cut(read.cased[start:end])]
    following = _line(read.text, min(end + 1, len(read.text)))[1]
    after = next((one.text for one in cut(read.cased[end + 1 : following])), "")
    return [*pieces, (end + 1, after)]


def _of_pattern(case: _Case, sentence: _Sentence, pattern: Pattern, language: Language) -> Iterator[_Hit]:
    if not _applies(case, pattern):
        return
    for found in pattern.say.finditer(sentence.text):
        start, end = found.span("span" if "span" in found.re.groupindex else 0)
        verdict = _verdict(case, sentence, (start, end, found.end()), pattern, language)
        if pattern.answer and verdict:
            end = len(sentence.text) + _answered(case, sentence, language)
        if verdict:
            yield _Hit(*_trimmed(case.plain.text, sentence.start + start, sentence.start + end), pattern, verdict)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without the marks and blanks at its ends; the point of "p.a." is no mark."""
    while end > start + 1 and text[end - 1] in MARKS and not text.endswith("p.a.", 0, end):
        end -= 1
    while start < end - 1 and text[start] in MARKS:
        start += 1
    return start, end


def _applies(case: _Case, pattern: Pattern) -> bool:
    rulebooks = shelf.family(pattern.family).rulebooks
    return case.role not in pattern.roles and (not rulebooks or case.regime is None or case.regime in rulebooks)


def _answered(case: _Case, sentence: _Sentence, language: Language) -> int:
    """How far the answer reaches behind the question's end, in the searched text."""
    rest = case.plain.text[sentence.start + len(sentence.text) :]
    blank = len(rest) - len(rest.lstrip())
    return blank + scope.answer(sentence.after, language.grammar)[1]


def _verdict(
    case: _Case, sentence: _Sentence, place: tuple[int, int, int], pattern: Pattern, language: Language
) -> str:
    """"banned", "review", or "" where the words make no claim. `place`: of the claim, and where its wording ends."""
    grammar, text = language.grammar, sentence.text
    start, end, last = place
    if _exempt(case, sentence, start, end, pattern, language):
        return ""
    answer, _ = scope.answer(sentence.after, grammar)
    if pattern.answer:
        made = answer == pattern.answer
    elif scope.rhetorical(text, grammar):
        made = not scope.forbidden(text, start, grammar)
    elif scope.asked(text, start, grammar):
        made = answer == "yes"
    else:
        made = not any(scope.denied(text, start, one, grammar) for one in {end, last})
        made = made and not grammar.retracted.match(sentence.after)
    return _of_kind(case, sentence, pattern, language) if made else ""


def _lawful(pattern: Pattern, language: Language) -> tuple[Phrases, ...]:
    """What is lawful of the pattern's family; a family may have nothing of the kind."""
    return (language.lawful[pattern.family],) if pattern.family in language.lawful else ()


def _exempt(case: _Case, sentence: _Sentence, start: int, end: int, pattern: Pattern, language: Language) -> bool:
    first, last = sentence.start + start, sentence.start + end
    return (
        any(a < last and first < b for a, b in case.statements)
        or any(
            found.start() < end and start < found.end()
            for regex in (language.technical, *_lawful(pattern, language))
            for found in regex.finditer(sentence.text)
        )
        or scope.halves(sentence.text, start, language.grammar)
        or (pattern.joins and not _stands(sentence.text, start, end))
        or not _near(case, first, pattern, language)
    )


def _stands(text: str, start: int, end: int) -> bool:
    """Whether the words are words here, and not where two others meet, as in 确保本金 and 保管本合同."""
    left, right = start, end
    while left > max(0, start - HAN_AROUND) and zh_letter(text[left - 1]):
        left -= 1
    while right < min(len(text), end + HAN_AROUND) and zh_letter(text[right]):
        right += 1
    at = left
    for word in lexicon.cut(text[left:right]):
        if at < start < at + len(word) or at < end < at + len(word):
            return False
        at += len(word)
    return True


def _near(case: _Case, at: int, pattern: Pattern, language: Language) -> bool:
    """Whether what must stand around does, lawful wording such as "no fee" left out, and what must not does not."""
    around = case.plain.text[max(0, at - AROUND) : at + AROUND]
    wanted = pattern.near is None or pattern.near.search(language.lawful[pattern.family].sub(";", around)) is not None
    return wanted and not (pattern.unless and pattern.unless.search(around))


def _of_kind(case: _Case, sentence: _Sentence, pattern: Pattern, language: Language) -> str:
    """The verdict on a claim that is made, for the kind of product it is made for."""
    verdict = pattern.verdict
    if pattern.kinds:
        kind = KINDS.get(case.kind, case.kind) if case.kind else _said_kind(case, sentence)
        verdict = dict(pattern.kinds).get(kind, verdict)
    conditional = language.conditional.get(pattern.family)
    if verdict == "banned" and conditional and conditional.search(sentence.text):
        return "review"
    return "" if verdict == "lawful" else verdict


def _said_kind(case: _Case, sentence: _Sentence) -> str:
    """What kind of product the words around speak of: what the sentence says, or else its surroundings."""
    around = case.plain.text[max(0, sentence.start - AROUND) : sentence.start + len(sentence.text) + AROUND]
    for text in (sentence.text, around):
        for kind in ("investment", "insurance", "deposit", "loan"):
            if any(_speaks_of(kind, text, shelf.language(lang)) for lang in shelf.LANGUAGES):
                return kind
    return "investment"


def _speaks_of(kind: str, text: str, language: Language) -> bool:
    """Whether a text is about a kind of product, and not merely compares another one with it."""
    return language.kinds[kind].search(language.kinds["compared"].sub(" ", text)) is not None


def _best(hits: Sequence[_Hit]) -> list[_Hit]:
    """Overlapping hits become one: the banned before the doubtful, then the first, then the longest."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda one: (one.verdict != "banned", one.pattern.answer, one.start, one.start - one.end)):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)


def _claim(hit: _Hit, text: str, read: Plain) -> Claim:
    start, end = read.source(hit.start, hit.end)
    lang = "zh-CN" if any("\u3400" <= char <= "\u9fff" for char in text[start:end]) else "en"
    citation = shelf.family(hit.pattern.family).citation[lang]
    return Claim(hit.pattern.family, start, end, "banned" if hit.verdict == "banned" else "review", text[start:end], citation)
