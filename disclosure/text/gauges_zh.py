"""One Chinese sentence comes in; the counts that make Chinese hard to read go out."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from disclosure.text import zh
from disclosure.text.gauges import (
    Gauge,
    Gauges,
    Sentence,
    Tally,
    matches,
    nesting,
    unexplained_terms,
    unnamed,
)
from disclosure.text.listed import longest
from disclosure.text.model import Model
from disclosure.text.normal import neutral
from disclosure.text.span import Span
from disclosure.text.traits_zh import FIELDS, is_rare

_NOT = r"不(?!同|断|良|动产|足|少|过|久|管|仅|但|论|如|变)"
_NO = r"(?:无(?!论|需|须|法|息|效|关)|莫(?!名)|未必|并非|绝非|没有|未尝|禁止|拒绝)"
_DOUBLE = re.compile(
    rf"{_NOT}(?:可能|可以|应当|应该|[得能会可是应该])?[^，。；、！？]{{0,3}}?"
    rf"(?:{_NOT}|无(?!论|关|息)|没有|非(?!常)|未(?!来))"
    rf"|{_NO}[^，。；！？的]{{0,8}}?(?:{_NOT}|未(?!来))"
    r"|非[^，。；！？]{1,8}?(?:不可|不得|莫属)|除非[^。；！？]{0,20}?(?:否则|不得)"
)
_NEGATIVE = re.compile("[不无非未没莫禁拒否]")
_PASSIVE_HINT = re.compile("[被由受为]")
_PASSIVE = re.compile(
    r"被(?!保险|保人|动|告|子|套)(?=[一-鿿])|(?<![理自缘来因])由(?![此于来衷您我你他她别自谁家])(?=[一-鿿])"
    r"|(?<=[将可须])受[^，。；]{0,2}?罚|为[一-鿿]{1,6}所(?=[一-鿿])"
)
_NUMERAL_START = re.compile(r"[百千万]分之|[壹贰叁肆伍陆柒捌玖拾佰仟]|[一二三四五六七八九][十百千]|[一二三四五六七八九十]+个基点")
_NUMERAL = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟万亿零]*[元圆整角分]*|[一二三四五六七八九十百千万零〇两点]{4,}|[一二三四五六七八九十百]+个基点|"
    r"百分之[一二三四五六七八九十百点零〇两]+|[千万]分之[一二三四五六七八九十百点零〇两]+")


_AT = {name: at for at, name in enumerate(FIELDS)}
_NONE = Tally(0)


def _sentence_characters(sentence: Sentence, model: Model) -> Tally:
    return Tally(sentence.counts[_AT["characters"]])


def _clause_characters(sentence: Sentence, model: Model) -> Tally:
    """The characters of the longest clause."""
    counts = sentence.counts
    if not counts[_AT["pauses"]] and not counts[_AT["stops"]]:
        return Tally(counts[_AT["characters"]])
    return Tally(max(len(_COUNTED.findall(part)) for part in zh.CLAUSE.split(sentence.counted)))


_COUNTED = re.compile(r"[^\W_a-zA-Z\d]|[a-zA-Z\d]+(?:[.,:'’&%+-][a-zA-Z\d]+)*")


def _longest_clause(sentence: Sentence, model: Model) -> Iterable[Span]:
    return [max(sentence.clauses, key=lambda clause: len(_COUNTED.findall(neutral(clause.text))), default=sentence.span)]


def _clauses(sentence: Sentence, model: Model) -> Tally:
    """The parts between commas, colons and dashes."""
    return Tally(1 + sentence.counts[_AT["pauses"]] + sentence.counts[_AT["stops"]])


def _everyday(sentence: Sentence, model: Model) -> Tally:
    """Words that are everyday; shown are those that are not."""
    if sentence.length < 4 and sentence.role in ("heading", "cell"):
        return Tally(0, 0)  # one rare word makes no heading hard
    return Tally(max(0, sentence.length - sentence.counts[_AT["rare"]]), sentence.length)


def _which_rare(sentence: Sentence, model: Model) -> Iterable[Span]:
    everyday, least = model.words("everyday"), model.everyday_frequency
    return [word for word in sentence.words if is_rare(word.text, everyday, least)]


def _listed(name: str) -> Callable[[Sentence, Model], Tally]:
    """The entries of one list, out of the words; one of a single character counts only as a word of its own."""

    def count(sentence: Sentence, model: Model) -> Tally:
        if not sentence.counts[_AT[name]]:
            return Tally(0, sentence.length)
        hits, single = sentence.listed.get(name), _single(sentence, _singles(model.words(name)))
        if not hits:
            return Tally.each(unnamed(single, sentence), sentence.length) if single else Tally(0, sentence.length)
        found = [*longest(hits, sentence.span.text), *single]
        if single:
            found.sort(key=lambda spot: spot.start)
        return Tally.each(unnamed(found, sentence), sentence.length)

    return count


def _single(sentence: Sentence, entries: frozenset[str]) -> list[Span]:
    """The words that are among these entries of one character."""
    if entries.isdisjoint(sentence.tokens):
        return []
    text = sentence.span.text
    if len(sentence.counted) != len(text):
        return [word for word in sentence.words if word.text in entries]
    found, at = [], 0
    for token in sentence.tokens:
        if token in entries and text[at] == token:
            found.append(Span(at, at + 1, token))
        at += len(token)
    return found


@lru_cache(maxsize=16)
def _singles(entries: frozenset[str]) -> frozenset[str]:
    return frozenset(entry for entry in entries if len(entry) == 1)


def _numerals(sentence: Sentence, model: Model) -> Tally:
    if not _NUMERAL_START.search(sentence.span.text):
        return Tally(0, sentence.length)
    return Tally.each(matches(_NUMERAL, sentence), sentence.length)


def _de_chain(sentence: Sentence, model: Model) -> Tally:
    if sentence.counts[_AT["de"]] < 2:
        return Tally(sentence.counts[_AT["de"]])
    chains = [(clause.text.count("的") - clause.text.count("的话"), clause) for clause in sentence.clauses]
    count, longest = max(chains, key=lambda pair: pair[0], default=(0, sentence.span))
    return Tally(count, 1, (longest,))


def _double_negation(sentence: Sentence, model: Model) -> Tally:
    if len(_NEGATIVE.findall(sentence.span.text)) < 2:
        return _NONE
    return Tally.each(matches(_DOUBLE, sentence))


def _passive(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_PASSIVE, sentence)) if _PASSIVE_HINT.search(sentence.span.text) else _NONE


GAUGES: Gauges = {
    "characters_per_sentence": Gauge(_sentence_characters),
    "characters_per_clause": Gauge(_clause_characters, find=_longest_clause),
    "clauses": Gauge(_clauses),
    "everyday_word_share": Gauge(_everyday, lexical=True, scale=100, find=_which_rare),
    "formal_words": Gauge(_listed("formal"), lexical=True, scale=100),
    "vague_words": Gauge(_listed("vague"), lexical=True),
    "jargon": Gauge(_listed("jargon"), lexical=True, scale=100),
    "number_words": Gauge(_numerals, lexical=True, scale=100),
    "unexplained_terms": Gauge(unexplained_terms, lexical=True, scale=100),
    "de_chain": Gauge(_de_chain),
    "passive": Gauge(_passive),
    "double_negation": Gauge(_double_negation),
    "nesting": Gauge(nesting),
}
"""What a model of Chinese may weigh. `characters_per_clause` is the longest clause of each sentence."""
