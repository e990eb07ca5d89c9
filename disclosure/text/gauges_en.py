"""One English sentence comes in; the counts that make English hard to read go out."""

import re
from collections.abc import Callable, Iterable, Iterator

from disclosure.text import en
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
from disclosure.text.normal import NEUTRAL, neutral
from disclosure.text.span import Span
from disclosure.text.traits_en import FIELDS, anchors, is_long

_PARTICIPLE = (
    r"(?:(?!indeed|hundred|speed)[a-z]{2,}ed|made|paid|sold|held|kept|sent|given|taken|shown|known|written|borne"
    r"|bought|brought|built|chosen|drawn|driven|found|lent|lost|met|put|read|rid|seen|set|spent|told|frozen"
    r"|withdrawn|withheld|bound|done|left|sought|taught|thought|understood|undertaken|cut|dealt|got|laid|struck|won)"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|am)\s+(?:not\s+)?(?:\w+ly\s+|also\s+|then\s+)?{_PARTICIPLE}\b", re.IGNORECASE
)
_NEGATION = (
    r"(?:not|no|never|none|nothing|nobody|neither|nor|without|unless|except|cannot"
    r"|(?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should|must|need)n['’]t|fail(?:s|ed|ing)?\s+to"
    r"|un(?:likely|able|less|willing|common|reasonable|usual|sure|known|paid|lawful|fair)"
    r"|in(?:sufficient|eligible|valid|complete|correct|accurate)|im(?:possible|probable)|prevented|unaware"
    r"|prohibit(?:s|ed)?|refus(?:e|es|ed)|den(?:y|ies|ied)|lack(?:s|ing)?|absent)"
)
_NO = re.compile(rf"\b{_NEGATION}\b", re.IGNORECASE)
_APART = re.compile(r"[.;:!?]|\b(?:but|and)\b", re.IGNORECASE)
_NEAR = 6
"""So many words at most stand between two negations that a reader must reckon out together."""
_NOUN = r"\w{2,}(?:ing|tion|sion|ment|ance|ence|ure|al|ity|ness)"
_NOUNS = re.compile(
    rf"\b(?:the|of|an?|on|upon|or|for)\s+{_NOUN}\s+of\b|^{_NOUN}\s+of\b"
    rf"|\b(?:mak(?:e|es|ing)|made|carr(?:y|ies|ied) out|giv(?:e|es|ing)|conducts?|performs?|effects?|undertakes?|provides?)\s+"
    rf"(?:an?\s+|the\s+|your\s+|our\s+)?(?:\w+\s+)?(?:{_NOUN}|notice)\b(?=\s+(?:of|to|for|into|with|on|regarding|\w+ly|online)\b|[.,])"
    rf"|\b(?:is|are)\s+(?:under\s+|in\s+)(?:the\s+)?{_NOUN}\b(?=\s+of\b|[.,])"
    rf"|\bfailure to\b|\bthe process of\b|\bin the course of\b|\bfor the purposes? of\b"
    rf"|\bthere (?:is|will be|was) an? (?:\w{{3,}}(?:tion|sion|ment|ance|ence|ity)|increase|decrease|change)\b",
    re.IGNORECASE,
)
_NUMERAL = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|nought|point"
    r"|quarters?|thirds?|eighths?|tenths?|half|and|an?|of)[\s-]+){1,9}?(?:per\s?cent|percent|basis points|hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)
_AT = {name: at for at, name in enumerate(FIELDS)}
_NONE = Tally(0)


def _sentence_words(sentence: Sentence, model: Model) -> Tally:
    return Tally(sentence.length)


def _clause_words(sentence: Sentence, model: Model) -> Tally:
    """The words of the longest clause."""
    counts = sentence.counts
    if sentence.length < 4 or not any(counts[at] for at in _PARTING):
        return Tally(sentence.length)
    most, least = 0, 1 if NEUTRAL in sentence.counted else 2  # a number may touch a word, words never touch
    for part in sorted(en.CLAUSE.split(sentence.counted), key=len, reverse=True):
        if len(part) < least * most:
            break  # so short a part has no more words
        most = max(most, len(en.WORD.findall(part)))
    return Tally(most)


_PARTING = [_AT[name] for name in ("commas", "stops", "brackets", "subordinators", "relatives", "coordinators", "prepositions")]


def _longest_clause(sentence: Sentence, model: Model) -> Iterable[Span]:
    return [max(sentence.clauses, key=lambda clause: len(en.words(neutral(clause.text))), default=sentence.span)]


def _clauses(sentence: Sentence, model: Model) -> Tally:
    """Clauses that hang on others: joined by `which`, `if`, `unless`, `and you` …"""
    counts = sentence.counts
    joints = sum(counts[_AT[name]] for name in ("subordinators", "relatives", "coordinators"))
    if joints < 2 or sentence.length < 16:
        return Tally(1)
    return Tally(1 + sum(1 for _ in _JOINT.finditer(sentence.span.text)))


_JOINT = re.compile(
    r"(?<=\s)(?:because|if|when|unless|until|although|though|while|whereas|which|who|whose|whom|where|provided|as long as|after which"
    r"|otherwise|so that|since)\b|(?:,\s+|\s)(?:and|but|or|so|as|then)\s+(?:if\s+|when\s+|in\s+)?(?:you|we|it|they|he|she|i|this|the\s+\w+|your\s+\w+)\s+(?=\w)"
    r"|,\s+(?:after|where|in)\s+which\b",
    re.IGNORECASE,
)


def _syllables(sentence: Sentence, model: Model) -> Tally:
    if sentence.length < 4 and sentence.role in ("heading", "cell"):
        return Tally(0, 0)  # one long word makes no heading hard
    return Tally(sentence.counts[_AT["syllables"]], sentence.length)


def _long_words(sentence: Sentence, model: Model) -> Tally:
    return Tally(sentence.counts[_AT["long"]], sentence.length)


def _which_long(sentence: Sentence, model: Model) -> Iterable[Span]:
    everyday = model.words("everyday")
    return [word for word in sentence.words if is_long(word.text, everyday)]


def _listed(name: str) -> Callable[[Sentence, Model], Tally]:
    """The entries of one list that stand in the sentence, out of its words."""
    at = _AT[name]

    def count(sentence: Sentence, model: Model) -> Tally:
        if not sentence.counts[at]:
            return Tally(0, sentence.length)
        hits = sentence.listed.get(name)
        if not hits:
            return Tally(0, sentence.length)
        known = anchors(model.words(name))
        low = set(map(str.lower, sentence.tokens))
        spots = longest((hit for hit in hits if known[hit[2]] in low), sentence.span.text)
        return Tally.each(unnamed(spots, sentence), sentence.length)

    return count


def _passive(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_PASSIVE, sentence)) if sentence.counts[_AT["be"]] else _NONE


def _double_negation(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(_paired(sentence.span.text)) if sentence.counts[_AT["negations"]] > 1 else _NONE


def _paired(text: str) -> Iterator[Span]:
    """Two negations in one clause, each counted with one other at most."""
    first: re.Match[str] | None = None
    for found in _NO.finditer(text):
        between = text[first.end() : found.start()] if first else ""
        if first and not _APART.search(between) and len(between.split()) <= _NEAR:
            yield Span.cut(text, first.start(), found.end())
            first = None
        else:
            first = found


def _noun_phrases(sentence: Sentence, model: Model) -> Tally:
    if not any(sentence.counts[at] for at in _NOMINAL):
        return _NONE
    return Tally.each(matches(_NOUNS, sentence))


def _nesting(sentence: Sentence, model: Model) -> Tally:
    """Brackets in brackets, a clause set into another between commas, and a relative clause in a relative clause."""
    brackets = nesting(sentence, model)
    counts = sentence.counts
    if not (counts[_AT["subordinators"]] or counts[_AT["relatives"]]):
        return brackets
    return Tally.each((*brackets.spots, *matches(_INSERTED, sentence)))


_INSERTED = re.compile(
    r"(?<=\w), (?:which|who|whose|where|if|unless|when|although|though|while|provided|save|except)\b[^,.;]*,(?= \w)"
    r"|\b(?:that|which|who)(?: [\w'’]+){1,6} (?:that|which|who)\b(?= \w)",
    re.IGNORECASE,
)


_NOMINAL = [_AT[name] for name in ("nominal", "ing", "of")]


def _number_words(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_NUMERAL, sentence)) if _HINT.search(sentence.span.text) else _NONE


_HINT = re.compile(r"per ?cent|points|hundred|thousand|illion")

GAUGES: Gauges = {
    "words_per_sentence": Gauge(_sentence_words),
    "words_per_clause": Gauge(_clause_words, find=_longest_clause),
    "clauses": Gauge(_clauses),
    "syllables_per_word": Gauge(_syllables, lexical=True),
    "long_word_share": Gauge(_long_words, lexical=True, scale=100, find=_which_long),
    "formal_words": Gauge(_listed("formal"), lexical=True, scale=100),
    "vague_words": Gauge(_listed("vague"), lexical=True),
    "jargon": Gauge(_listed("jargon"), lexical=True, scale=100),
    "unexplained_terms": Gauge(unexplained_terms, lexical=True, scale=100),
    "number_words": Gauge(_number_words, lexical=True),
    "passive": Gauge(_passive),
    "double_negation": Gauge(_double_negation),
    "noun_phrases": Gauge(_noun_phrases),
    "nesting": Gauge(_nesting),
}
"""What a model of English may weigh. `words_per_clause` is the longest clause of each sentence."""
