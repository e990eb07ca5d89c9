"""One Chinese sentence comes in; the counts that make Chinese hard to read go out."""

import re

from disclosure.text import lexicon, zh
from disclosure.text.gauges import (
    Gauge,
    Gauges,
    Sentence,
    Tally,
    matches,
    nesting,
    phrases,
    unexplained_terms,
    unnamed,
)
from disclosure.text.model import Model
from disclosure.text.normal import neutral
from disclosure.text.span import Span

_NOT = r"不(?!同|断|良|动产|足|少|过|久|管|仅|但|论|如|变)"
_NO = r"(?:无(?!论|需|须|法|息|效|关)|莫(?!名)|未必|并非|绝非|没有|未尝|禁止|拒绝)"
_DOUBLE = re.compile(
    rf"{_NOT}(?:可能|可以|应当|应该|[得能会可是应该])?[^，。；、！？]{{0,3}}?"
    rf"(?:{_NOT}|无(?!论|关|息)|没有|非(?!常)|未(?!来))"
    rf"|{_NO}[^，。；！？]{{0,8}}?(?:{_NOT}|未(?!来))"
    r"|非[^，。；！？]{1,8}?(?:不可|不得|莫属)|除非[^。；！？]{0,20}?(?:否则|不得)"
)
_PASSIVE = re.compile(
    r"被(?!保险|保人|动|告|子|套)(?=[一-鿿])|(?<![理自缘来因])由(?![此于来衷])(?=[一-鿿])"
    r"|(?<=[将可须])受[^，。；]{0,2}?罚|为[一-鿿]{1,6}所(?=[一-鿿])"
)
_NUMERAL = re.compile(r"百分之[一二三四五六七八九十百点零〇两]+|[千万]分之[一二三四五六七八九十百点零〇两]+")


def _sentence_characters(sentence: Sentence, model: Model) -> Tally:
    return Tally(zh.characters(sentence.counted))


def _clause_characters(sentence: Sentence, model: Model) -> Tally:
    sizes = [(zh.characters(neutral(clause.text)), clause) for clause in sentence.clauses]
    size, longest = max(sizes, key=lambda pair: pair[0], default=(0, sentence.span))
    return Tally(size, 1, (longest,))


def _everyday(sentence: Sentence, model: Model) -> Tally:
    rare = tuple(word for word in sentence.words if _is_rare(word, model))
    return Tally(max(0, sentence.length - len(rare)), sentence.length, rare)


def _is_rare(word: Span, model: Model) -> bool:
    """Not everyday by jieba's corpus. Numbers and Latin words are no evidence either way."""
    return not (
        neutral(word.text).isascii()
        or word.text in model.words("everyday")
        or lexicon.frequency(word.text) >= model.everyday_frequency
    )


def _formal(sentence: Sentence, model: Model) -> Tally:
    """Entries of the list; one of a single character counts only where it is a word of its own."""
    entries = model.words("formal")
    longer = matches(phrases(frozenset(entry for entry in entries if len(entry) > 1), False), sentence)
    single = (word for word in sentence.words if len(word.text) == 1 and word.text in entries)
    return Tally.each(unnamed(sorted((*longer, *single), key=lambda spot: spot.start), sentence), sentence.length)


def _numerals(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_NUMERAL, sentence), sentence.length)


def _de_chain(sentence: Sentence, model: Model) -> Tally:
    chains = [(clause.text.count("的") - clause.text.count("的话"), clause) for clause in sentence.clauses]
    count, longest = max(chains, key=lambda pair: pair[0], default=(0, sentence.span))
    return Tally(count, 1, (longest,))


def _double_negation(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_DOUBLE, sentence))


def _passive(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_PASSIVE, sentence))


GAUGES: Gauges = {
    "characters_per_sentence": Gauge(_sentence_characters),
    "characters_per_clause": Gauge(_clause_characters),
    "everyday_word_share": Gauge(_everyday, lexical=True, scale=100),
    "formal_words": Gauge(_formal, lexical=True, scale=100),
    "number_words": Gauge(_numerals, lexical=True, scale=100),
    "unexplained_terms": Gauge(unexplained_terms, lexical=True, scale=100),
    "de_chain": Gauge(_de_chain),
    "passive": Gauge(_passive),
    "double_negation": Gauge(_double_negation),
    "nesting": Gauge(nesting),
}
"""What a model of Chinese may weigh. `characters_per_clause` is the longest clause of each sentence."""
