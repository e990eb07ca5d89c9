"""One English sentence comes in; the counts that make English hard to read go out."""

import re

from disclosure.text import en
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

_PARTICIPLE = (
    r"(?:(?!indeed|hundred|speed)[a-z]{2,}ed|made|paid|sold|held|kept|sent|given|taken|shown|known|written|borne"
    r"|bought|brought|built|chosen|drawn|driven|found|lent|lost|met|put|read|rid|seen|set|spent|told|frozen"
    r"|withdrawn|withheld|bound|done|left|sought|taught|thought|understood|undertaken)"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|am)\s+(?:not\s+)?(?:\w+ly\s+|also\s+|then\s+)?{_PARTICIPLE}\b", re.IGNORECASE
)
_NEGATION = (
    r"(?:not|no|never|none|nothing|nobody|neither|nor|without|unless|except|cannot|\w+n['’]t|fail(?:s|ed|ing)?\s+to"
    r"|un(?:likely|able|less|willing|common|reasonable|usual)|in(?:sufficient|eligible|valid|complete)"
    r"|prohibit(?:s|ed)?|refus(?:e|es|ed)|den(?:y|ies|ied)|lack(?:s|ing)?|absent)"
)
_BETWEEN = r"(?:[^\w.;:!?]+(?!but\b|and\b)\w+['’]?\w*){0,5}?[^\w.;:!?]+"
_DOUBLE = re.compile(rf"\b{_NEGATION}\b{_BETWEEN}\b{_NEGATION}\b", re.IGNORECASE)
_NOUNS = re.compile(r"\b(?:the|of|an?)\s+\w{2,}(?:ing|tion|sion|ment|ance|ence|ure|al)\s+of\b", re.IGNORECASE)
_ADDRESS = re.compile(r"://|www\.|@|\d")
_EASY_ENDING = re.compile(r"(?:'s|’s|s|es|ed|d|ing|ly|er|est)$")


def _sentence_words(sentence: Sentence, model: Model) -> Tally:
    return Tally(sentence.length)


def _clause_words(sentence: Sentence, model: Model) -> Tally:
    sizes = [(len(en.words(neutral(clause.text))), clause) for clause in sentence.clauses]
    size, longest = max(sizes, key=lambda pair: pair[0], default=(0, sentence.span))
    return Tally(size, 1, (longest,))


def _syllables(sentence: Sentence, model: Model) -> Tally:
    counted = en.words(sentence.counted)
    return Tally(sum(en.syllables(word.text) for word in counted), len(counted))


def _long_words(sentence: Sentence, model: Model) -> Tally:
    everyday = model.words("everyday")
    return Tally.each((word for word in sentence.words if _is_long(word, everyday)), sentence.length)


def _is_long(word: Span, everyday: frozenset[str]) -> bool:
    """Three syllables or nine letters, unless everyday; `-ed`, `-es`, `-ing` make no word long."""
    low = word.text.lower()
    if _ADDRESS.search(low) or (word.text.isupper() and len(low) < 7):
        return False
    stem = _EASY_ENDING.sub("", low)
    if everyday & {low, stem, stem + "e", stem.removesuffix("i") + "y"}:
        return False
    return en.syllables(stem if low.endswith(("es", "ed", "ing")) else low) > 2 or len(stem) > 8


def _formal(sentence: Sentence, model: Model) -> Tally:
    found = matches(phrases(model.words("formal"), True), sentence)
    return Tally.each(unnamed(found, sentence), sentence.length)


def _passive(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_PASSIVE, sentence))


def _double_negation(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_DOUBLE, sentence))


def _noun_phrases(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_NOUNS, sentence))


GAUGES: Gauges = {
    "words_per_sentence": Gauge(_sentence_words),
    "words_per_clause": Gauge(_clause_words),
    "syllables_per_word": Gauge(_syllables, lexical=True),
    "long_word_share": Gauge(_long_words, lexical=True, scale=100),
    "formal_words": Gauge(_formal, lexical=True, scale=100),
    "unexplained_terms": Gauge(unexplained_terms, lexical=True, scale=100),
    "passive": Gauge(_passive),
    "double_negation": Gauge(_double_negation),
    "noun_phrases": Gauge(_noun_phrases),
    "nesting": Gauge(nesting),
}
"""What a model of English may weigh. `words_per_clause` is the longest clause of each sentence."""
