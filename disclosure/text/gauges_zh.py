"""One Chinese sentence comes in; the counts that make Chinese hard to read go out."""

import re
from collections.abc import Callable, Iterable

from disclosure.text import zh
from disclosure.text.breaks import spans
from disclosure.text.gauges import (
    Gauge,
    Gauges,
    Sentence,
    Tally,
    matches,
    nesting,
    nothing,
    unexplained_terms,
    unnamed,
)
from disclosure.text.listed import defined, longest
from disclosure.text.model import Model
from disclosure.text.normal import neutral
from disclosure.text.span import Span
from disclosure.text.traits_zh import FIELDS, is_rare, rare, singles

_NOT = r"不(?!同|断|良|动产|足|少|过|久|管|仅|但|论|如|变)"
_NO = r"(?:无(?!论|需|须|法|息|效|关)|莫(?!名)|未必|并非|绝非|没有|未尝|禁止|拒绝)"
_DOUBLE = re.compile(
    rf"{_NOT}(?:可能|可以|应当|应该|[得能会可是应该])?[^，。；、！？]{{0,3}}?"
    rf"(?:{_NOT}|无(?!论|关|息)|没有|非(?!常)|未(?!来))"
    rf"|{_NO}[^，。；！？的]{{0,8}}?(?:{_NOT}|未(?!来))"
    r"|非[^，。；！？]{1,8}?(?:不可|不得|莫属)|除非[^。；！？]{0,20}?(?:否则|不得)"
)
_PASSIVE = re.compile(
    r"被(?!保险|保人|动|告|子|套)(?=[一-鿿])|(?<![理自缘来因])由(?![此于来衷您我你他她别自谁家])(?=[一-鿿])"
    r"|(?<=[将可须])受[^，。；]{0,2}?罚|为[一-鿿]{1,6}所(?=[一-鿿])"
)
_NUMERAL_START = re.compile(r"[百千万]分之|[壹贰叁肆伍陆柒捌玖拾佰仟]|[一二三四五六七八九][十百千]|[一二三四五六七八九十]+个基点")
_NUMERAL = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟万亿零]*[元圆整角分]*|[一二三四五六七八九十百千万零〇两点]{4,}|[一二三四五六七八九十百]+个基点|"
    r"百分之[一二三四五六七八九十百点零〇两]+|[千万]分之[一二三四五六七八九十百点零〇两]+")


_AT = {name: at for at, name in enumerate(FIELDS)}


def _sentence_characters(sentence: Sentence, model: Model) -> Tally:
    return Tally(sentence.counts[_CHARACTERS])


def _clause_characters(sentence: Sentence, model: Model) -> Tally:
    """The characters of the longest clause."""
    counts = sentence.counts
    if not counts[_PAUSES] and not counts[_STOPS]:
        return Tally(counts[_CHARACTERS])
    most = 0
    for part in sorted(zh.CLAUSE.split(sentence.counted), key=len, reverse=True):
        if len(part) <= most:
            break  # so short a part has no more characters
        most = max(most, len(_COUNTED.findall(part)))
    return Tally(most)


_CHARACTERS, _PAUSES, _STOPS = _AT["characters"], _AT["pauses"], _AT["stops"]
_COUNTED = re.compile(r"[^\W_a-zA-Z\d]|[a-zA-Z\d]+(?:[.,:'’&%+-][a-zA-Z\d]+)*")


def _longest_clause(sentence: Sentence, model: Model) -> Iterable[Span]:
    return [max(_clauses_of(sentence), key=lambda clause: len(_COUNTED.findall(neutral(clause.text))), default=sentence.span)]


def _clauses_of(sentence: Sentence) -> tuple[Span, ...]:
    """The clauses as written; most sentences have no other stop inside, and need only the marks between clauses."""
    text = sentence.span.text
    if _INNER_STOP.search(text, 0, len(text) - 2):
        return sentence.clauses
    return spans(text, [found.end() for found in zh.CLAUSE.finditer(text)])


_INNER_STOP = re.compile(r"[。！？!?….\s]")


def _clauses(sentence: Sentence, model: Model) -> Tally:
    """The parts between commas, colons and dashes."""
    return Tally(1 + sentence.counts[_PAUSES] + sentence.counts[_STOPS])


def _everyday(sentence: Sentence, model: Model) -> Tally:
    """Words that are everyday; shown are those that are not."""
    if sentence.length < 4 and sentence.role in ("heading", "cell"):
        return Tally(0, 0)  # one rare word makes no heading hard
    return Tally(max(0, sentence.length - sentence.counts[_RARE]), sentence.length)


def _which_rare(sentence: Sentence, model: Model) -> Iterable[Span]:
    """The rare words, each where it is next found in the sentence as written."""
    text = sentence.span.text
    if not sentence.counts[_LATIN]:
        return _in_order(rare(sentence.tokens, model), text)
    everyday, least = model.words("everyday"), model.everyday_frequency
    return [word for word in sentence.words if is_rare(word.text, everyday, least)]


def _in_order(words: Iterable[str], text: str) -> Iterable[Span]:
    at = 0
    for word in words:
        start = text.find(word, at)
        if start >= 0:
            at = start + len(word)
            yield Span(start, at, word)


_RARE, _LATIN = _AT["rare"], _AT["latin"]


def _listed(name: str) -> Callable[[Sentence, Model], Tally]:
    """The entries of one list, out of the words; one of a single character counts only as a word of its own."""
    at = _AT[name]

    def count(sentence: Sentence, model: Model) -> Tally:
        hits = sentence.listed.get(name)
        single = _single(sentence, singles(model.words(name))) if sentence.counts[at] else []
        if not hits:
            return Tally.each(unnamed(single, sentence), sentence.length) if single else nothing(sentence.length)
        text = sentence.span.text
        found = [*(spot for spot in longest(hits, text) if name != "jargon" or not defined(text, spot)), *single]
        if single:
            found.sort(key=lambda spot: spot.start)
        return Tally.each(unnamed(found, sentence), sentence.length)

    return count


def _single(sentence: Sentence, entries: frozenset[str]) -> list[Span]:
    """The words that are among these entries of one character."""
    text = sentence.span.text
    if len(sentence.counted) != len(text):
        return [word for word in sentence.words if word.text in entries]
    found, at = [], 0
    for token in sentence.tokens:
        if token in entries and text[at] == token:
            found.append(Span(at, at + 1, token))
        at += len(token)
    return found


def _numerals(sentence: Sentence, model: Model) -> Tally:
    if not _NUMERAL_START.search(sentence.span.text):
        return nothing(sentence.length)
    return Tally.each(matches(_NUMERAL, sentence), sentence.length)


def _de_chain(sentence: Sentence, model: Model) -> Tally:
    if sentence.counts[_DE] < 2:
        return Tally(sentence.counts[_DE])
    chains = [(clause.text.count("的") - clause.text.count("的话"), clause) for clause in _clauses_of(sentence)]
    count, longest = max(chains, key=lambda pair: pair[0], default=(0, sentence.span))
    return Tally(count, 1, (longest,))


def _double_negation(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_DOUBLE, sentence)) if sentence.counts[_DENIALS] > 1 else nothing()


def _passive(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_PASSIVE, sentence))


_DE, _DENIALS = _AT["de"], _AT["denials"]

GAUGES: Gauges = {
    "characters_per_sentence": Gauge(_sentence_characters),
    "characters_per_clause": Gauge(_clause_characters, find=_longest_clause),
    "clauses": Gauge(_clauses),
    "everyday_word_share": Gauge(_everyday, lexical=True, scale=100, find=_which_rare),
    "formal_words": Gauge(_listed("formal"), lexical=True, scale=100),
    "vague_words": Gauge(_listed("vague"), lexical=True),
    "jargon": Gauge(_listed("jargon"), lexical=True, scale=100),
    "number_words": Gauge(_numerals, lexical=True, scale=100, needs=("numerals",), per_word=True),
    "unexplained_terms": Gauge(unexplained_terms, lexical=True, scale=100),
    "de_chain": Gauge(_de_chain, needs=("de",)),
    "passive": Gauge(_passive, needs=("agents",)),
    "double_negation": Gauge(_double_negation, needs=("denials",)),
    "nesting": Gauge(nesting, needs=("brackets",)),
}
"""What a model of Chinese may weigh. `characters_per_clause` is the longest clause of each sentence."""
