"""A line comes in; what is claimed in it goes out, whoever may claim it.

Each sentence is judged by itself, together with the answer after it: its wordings are found, technical
terms are taken out, then what is denied, asked, forbidden or warned of.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from ...text import for_language
from ...text import lexicon as dictionary
from . import lexicon, scope, shelf
from .compose import Composition, Said
from .lexicon import Hit
from .model import Language, Pattern
from .place import Place
from .reading import lower, zh_letter

REMEMBERED = 4096
"""Lines that are remembered with what is claimed in them."""
HAN_AROUND = 12
"""Han on each side of a claim that are cut into words with it."""
MARKS = " \n,.;:!?|，。；：！？、—–"
"""What a claim neither begins nor ends with."""


QUOTES = ("“”", "「」", "『』", '""')


@dataclass(frozen=True, slots=True)
class Made:
    """A claim at `start` to `end` of its line; `text` is its sentence, which stands at `sentence`."""

    start: int
    end: int
    pattern: Pattern
    lang: str
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a line, and the one after it, which begins `gap` characters behind its end."""

    start: int
    text: str
    after: str
    gap: int


@lru_cache(maxsize=REMEMBERED)
def made(line: str, following: str, lang: str) -> tuple[Made, ...]:
    """What is claimed in `line`, as it was read but with its capitals; the line after it may answer it."""
    text = lower(line)
    hits = _hits(text)
    if not hits:
        return ()
    return tuple(
        one
        for sentence in _sentences(line, text, following, lang)
        for one in _of_sentence(sentence, _within(hits, sentence.start, sentence.start + len(sentence.text)))
    )


def _hits(text: str) -> list[Hit]:
    return sorted(lexicon.index().search(text.replace("-", " ")), key=itemgetter(1))


def _within(hits: list[Hit], start: int, end: int) -> list[Hit]:
    """The hits of one sentence, by their places in it."""
    first, last = bisect_left(hits, start, key=itemgetter(1)), bisect_left(hits, end, key=itemgetter(1))
    return [(number, a - start, b - start) for number, a, b in hits[first:last] if b <= end]


def _sentences(line: str, text: str, following: str, lang: str) -> Iterator[_Sentence]:
    cut = for_language(lang).sentences
    pieces = [(one.start, one.start + len(one.text)) for one in cut(line)]
    for (start, end), after in zip(pieces, [*pieces[1:], None]):
        if after:
            yield _Sentence(start, text[start:end], text[slice(*after)], after[0] - end)
            continue
        answer = next(iter(cut(following)), None)
        gap = len(line) - end + 1 + (answer.start if answer else 0)
        yield _Sentence(start, text[start:end], lower(answer.text) if answer else "", gap)


def _of_sentence(sentence: _Sentence, hits: list[Hit]) -> Iterator[Made]:
    for pattern, said in lexicon.patterns(sentence.text, hits):
        language = shelf.language(pattern.lang)
        for place in _places(pattern, sentence.text, said):
            if _stands(sentence, place, pattern, language):
                start, end = place.start, place.end
                if pattern.answer:
                    end = len(sentence.text) + sentence.gap + scope.answer(sentence.after, language.grammar)[1]
                start, end = _trimmed(sentence, start, end)
                yield Made(sentence.start + start, sentence.start + end, pattern, pattern.lang, sentence.start, sentence.text)


def _places(pattern: Pattern, text: str, said: Said | None) -> Iterator[Place]:
    if isinstance(pattern.say, Composition):
        yield from pattern.say.places(said) if said else ()
        return
    for found in pattern.say.finditer(text):
        start, end = found.span("span" if "span" in found.re.groupindex else 0)
        yield Place(start, end, found.end(), (start,), ((start, end),))


def _trimmed(sentence: _Sentence, start: int, end: int) -> tuple[int, int]:
    """The place without the marks and blanks at its ends; the point of "p.a." is no mark."""
    text = sentence.text
    if end > len(text):
        return start, end
    while end > start + 1 and text[end - 1] in MARKS and not text.endswith("p.a.", 0, end):
        end -= 1
    while start < end - 1 and text[start] in MARKS:
        start += 1
    return start, end


def _stands(sentence: _Sentence, place: Place, pattern: Pattern, language: Language) -> bool:
    """Whether the words make a claim: no term of the trade, and not taken back."""
    grammar, text = language.grammar, sentence.text
    if _exempt(text, place, pattern, language):
        return False
    answer, _ = scope.answer(sentence.after, grammar)
    if pattern.answer:
        return answer == pattern.answer
    if scope.rhetorical(text, grammar):
        return not scope.forbidden(text, place.start, grammar)
    if scope.asked(text, place.start, grammar):
        return answer == "yes"
    ends = {place.end, place.last, _unquoted(text, place.start, place.end)}
    denied = any(scope.denied(text, start, end, grammar) for start in place.tests for end in ends)
    return not denied and not grammar.retracted.match(sentence.after)


def _unquoted(text: str, start: int, end: int) -> int:
    """The end of the words between the quotation marks around a claim, of which they may say that it is none."""
    for opening, closing in QUOTES:
        before, after = text.rfind(opening, 0, start), text.find(closing, end)
        if 0 <= before and closing not in text[before + 1 : start] and 0 <= after:
            return after
    return end


def _exempt(text: str, place: Place, pattern: Pattern, language: Language) -> bool:
    if isinstance(pattern.say, Composition) and pattern.say.trade:
        return False
    lawful = (language.lawful[pattern.family],) if pattern.family in language.lawful else ()
    return (
        any(
            found.start() < end and start < found.end()
            for regex in (language.technical, *lawful)
            for found in regex.finditer(text)
            for start, end in place.words
        )
        or scope.halves(text, place.start, language.grammar)
        or (pattern.joins and not _whole(text, place.start, place.end))
    )


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the words are words here, and not where two others meet, as in 确保本金 and 保管本合同."""
    left, right = start, end
    while left > max(0, start - HAN_AROUND) and zh_letter(text[left - 1]):
        left -= 1
    while right < min(len(text), end + HAN_AROUND) and zh_letter(text[right]):
        right += 1
    at = left
    for word in dictionary.cut(text[left:right]):
        if at < start < at + len(word) or at < end < at + len(word):
            return False
        at += len(word)
    return True
