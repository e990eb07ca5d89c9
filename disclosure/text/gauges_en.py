"""One English sentence comes in; the counts that make English hard to read go out."""

import re
from collections.abc import Callable, Iterable, Iterator

from disclosure.text import en
from disclosure.text.breaks import spans
from disclosure.text.gauges import (
    Gauge,
    Gauges,
    Sentence,
    Tally,
    matches,
    matches_low,
    nesting,
    nothing,
    unexplained_terms,
    unnamed,
)
from disclosure.text.listed import defined, longest
from disclosure.text.model import Model
from disclosure.text.normal import NEUTRAL, neutral
from disclosure.text.span import Span
from disclosure.text.traits_en import FIELDS, NOUN_ENDINGS, PARTICIPLE, anchors, is_long


def _both(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The pattern for lower case, and for any case."""
    return re.compile(pattern), re.compile(pattern, re.IGNORECASE)


_PASSIVE, _ANY_PASSIVE = _both(
    rf"[iawb](?<!\w\w)(?:(?<=i)s|(?<=a)re|(?<=w)as|(?<=w)ere|(?<=b)e(?:en|ing)?|(?<=a)m)\s+(?:not\s+)?(?:\w+ly\s+|also\s+|then\s+)?{PARTICIPLE}\b"
)
_NEGATION = (
    r"(?:not|no|never|none|nothing|nobody|neither|nor|without|unless|except|cannot"
    r"|(?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should|must|need)n['’]t|fail(?:s|ed|ing)?\s+to"
    r"|un(?:likely|able|less|willing|common|reasonable|usual|sure|known|paid|lawful|fair)"
    r"|in(?:sufficient|eligible|valid|complete|correct|accurate)|im(?:possible|probable)|prevented|unaware"
    r"|prohibit(?:s|ed)?|refus(?:e|es|ed)|den(?:y|ies|ied)|lack(?:s|ing)?|absent)"
)
_NO, _ANY_NO = _both(rf"\b{_NEGATION}\b")
_APART = re.compile(r"[.;:!?]|\b(?:but|and)\b", re.IGNORECASE)
_NEAR = 6
"""So many words at most stand between two negations that a reader must reckon out together."""
_NOUN = r"\w++(?:" + "|".join(rf"(?<=\w\w{ending})" for ending in NOUN_ENDINGS) + ")"
_NOUNS, _ANY_NOUNS = _both(
    rf"(?<!\w)(?:(?:the|of|an?|on|upon|or|for)\s+{_NOUN}\s+of\b|^{_NOUN}\s+of\b"
    rf"|(?:mak(?:e|es|ing)|made|carr(?:y|ies|ied) out|giv(?:e|es|ing)|conducts?|performs?|effects?|undertakes?|provides?)\s+"
    rf"(?:an?\s+|the\s+|your\s+|our\s+)?(?:\w+\s+)?(?:{_NOUN}|notice\b)(?=\s+(?:of|to|for|into|with|on|regarding|\w+ly|online)\b|[.,])"
    rf"|(?:is|are)\s+(?:under\s+|in\s+)(?:the\s+)?{_NOUN}(?=\s+of\b|[.,])"
    rf"|failure to\b|the process of\b|in the course of\b|for the purposes? of\b"
    rf"|there (?:is|will be|was) an? (?:\w{{3,}}(?:tion|sion|ment|ance|ence|ity)|increase|decrease|change)\b)"
)
_NUMERAL = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|nought|point"
    r"|quarters?|thirds?|eighths?|tenths?|half|and|an?|of)[\s-]+){1,9}?(?:per\s?cent|percent|basis points|hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)
_AT = {name: at for at, name in enumerate(FIELDS)}


def _sentence_words(sentence: Sentence, model: Model) -> Tally:
    return Tally(sentence.length)


def _clause_words(sentence: Sentence, model: Model) -> Tally:
    """The words of the longest clause."""
    counts = sentence.counts
    if sentence.length < 4 or not any([counts[at] for at in _PARTING]):
        return Tally(sentence.length)
    counted = sentence.counted
    if not counted.isascii():
        counted = counted.replace("’", "'").replace("“", '"').replace("”", '"')
    most, least = 0, 1 if NEUTRAL in counted else 2  # a number may touch a word, words never touch
    for part in sorted(_parts(counted), key=len, reverse=True):
        if len(part) < least * most:
            break  # so short a part has no more words
        most = max(most, _size(part))
    return Tally(most)


_PARTING = [_AT[name] for name in ("commas", "stops", "brackets", "subordinators", "relatives", "coordinators", "prepositions")]
_LETTERS = str.maketrans("-()[]\",;:.!?", "            ", "'")
_SIMPLE = re.compile(r"[A-Za-z ,;:()\[\]\"'-]*[.!?]?[\s\"')]*")


def _parts(counted: str) -> list[str]:
    return en.LOW_CLAUSE.split(counted.lower()) if counted.isascii() else en.CLAUSE.split(counted)


def _size(part: str) -> int:
    """The words of a clause; where it is letters and common marks they need no pattern."""
    if part.isascii() and "''" not in part and _SIMPLE.fullmatch(part):
        return len(part.translate(_LETTERS).split())
    return len(en.WORD.findall(part))


def _longest_clause(sentence: Sentence, model: Model) -> Iterable[Span]:
    text = sentence.span.text
    if _INNER_STOP.search(text, 0, len(text) - 2):
        parts = sentence.clauses
    else:
        parts = spans(text, [found.end() for found in en.CLAUSE.finditer(text)])
    return [max(parts, key=lambda clause: _size(neutral(clause.text)), default=sentence.span)]


_INNER_STOP = re.compile(r"[.!?…。！？]\W|[\n\r\x0b\x0c\x85\u2028\u2029]")


def _clauses(sentence: Sentence, model: Model) -> Tally:
    """Clauses that hang on others: joined by `which`, `if`, `unless`, `and you` …"""
    counts = sentence.counts
    joints = counts[_SUBORDINATORS] + counts[_RELATIVES] + counts[_COORDINATORS]
    if joints < 2 or sentence.length < 16:
        return _ONE
    return Tally(1 + sum(1 for _ in matches_low(_JOINT, _ANY_JOINT, sentence)))


_ONE = Tally(1)
_SUBORDINATORS, _RELATIVES, _COORDINATORS = _AT["subordinators"], _AT["relatives"], _AT["coordinators"]
_JOINT, _ANY_JOINT = _both(
    r"(?<=\s)(?:because|if|when|unless|until|although|though|while|whereas|which|who|whose|whom|where|provided|as long as|after which"
    r"|otherwise|so that|since)\b|(?:,\s+|\s)(?:and|but|or|so|as|then)\s+(?:if\s+|when\s+|in\s+)?(?:you|we|it|they|he|she|i|this|the\s+\w+|your\s+\w+)\s+(?=\w)"
    r"|,\s+(?:after|where|in)\s+which\b"
)


def _syllables(sentence: Sentence, model: Model) -> Tally:
    if sentence.length < 4 and sentence.role in ("heading", "cell"):
        return Tally(0, 0)  # one long word makes no heading hard
    return Tally(sentence.counts[_SYLLABLES], sentence.length)


def _long_words(sentence: Sentence, model: Model) -> Tally:
    return Tally(sentence.counts[_LONG], sentence.length)


_SYLLABLES, _LONG = _AT["syllables"], _AT["long"]


def _which_long(sentence: Sentence, model: Model) -> Iterable[Span]:
    everyday = model.words("everyday")
    found = en.WORD.finditer(sentence.span.text)
    return [Span(*word.span(), word.group()) for word in found if is_long(word.group(), everyday)]


def _listed(name: str) -> Callable[[Sentence, Model], Tally]:
    """The entries of one list that stand in the sentence, out of its words."""

    def count(sentence: Sentence, model: Model) -> Tally:
        hits = sentence.listed.get(name)
        if not hits:
            return nothing(sentence.length)
        known = anchors(model.words(name))
        low = set(map(str.lower, sentence.tokens))
        text = sentence.span.text
        spots: Iterable[Span] = longest([hit for hit in hits if known[hit[2]] in low], text)
        if name == "jargon":
            spots = [spot for spot in spots if not defined(text, spot)]
        return Tally.each(unnamed(spots, sentence), sentence.length)

    return count


def _passive(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches_low(_PASSIVE, _ANY_PASSIVE, sentence)) if sentence.counts[_PARTICIPLES] else nothing()


def _double_negation(sentence: Sentence, model: Model) -> Tally:
    if sentence.counts[_NEGATIONS] < 2:
        return nothing()
    return Tally.each(_paired(sentence.span.text, matches_low(_NO, _ANY_NO, sentence)))


_PARTICIPLES, _NEGATIONS, _HEADS = _AT["participles"], _AT["negations"], _AT["heads"]


def _paired(text: str, negations: Iterable[Span]) -> Iterator[Span]:
    """Two negations in one clause, each counted with one other at most."""
    first: Span | None = None
    for found in negations:
        between = text[first.end : found.start] if first else ""
        if first and not _APART.search(between) and len(between.split()) <= _NEAR:
            yield Span.cut(text, first.start, found.end)
            first = None
        else:
            first = found


def _noun_phrases(sentence: Sentence, model: Model) -> Tally:
    if not sentence.counts[_HEADS] or not _may_stand_for_a_verb(sentence):
        return nothing()
    return Tally.each(matches_low(_NOUNS, _ANY_NOUNS, sentence))


def _may_stand_for_a_verb(sentence: Sentence) -> bool:
    """Whether a noun that could stand for a verb has beside it what the patterns ask for: cheap, and never wrongly no."""
    words = ["", *map(str.lower, sentence.tokens), ""]
    for at, word in enumerate(words):
        if word.endswith(NOUN_ENDINGS) or word in _ANY_ENDING:
            before, after = words[at - 1], words[at + 1]
            if after == "of" and before in _OPENING or after == "to" and word == "failure":
                return True
            if not _LIGHT.isdisjoint(words[max(0, at - 5) : at]) or before in _INSIDE and not _IS.isdisjoint(words[max(0, at - 3) : at]):
                return True
    return False


_ANY_ENDING = frozenset("notice increase decrease change process course purpose purposes".split())
_OPENING = frozenset(["", *"the of a an on upon or for in under".split()])
_INSIDE, _IS = frozenset(("in", "under", "the")), frozenset(("is", "are"))
_LIGHT = frozenset(
    "make makes making made carry carries carried give gives giving given conduct conducts perform performs effect effects "
    "undertake undertakes provide provides there".split()
)


def _nesting(sentence: Sentence, model: Model) -> Tally:
    """Brackets in brackets, a clause set into another between commas, and a relative clause in a relative clause."""
    brackets = nesting(sentence, model)
    counts = sentence.counts
    if not (counts[_SUBORDINATORS] or counts[_RELATIVES]):
        return brackets
    return Tally.each((*brackets.spots, *matches_low(_INSERTED, _ANY_INSERTED, sentence)))


_INSERTED, _ANY_INSERTED = _both(
    r"(?<=\w), (?:which|who|whose|where|if|unless|when|although|though|while|provided|save|except)\b[^,.;]*,(?= \w)"
    r"|\b(?:that|which|who)(?: [\w'’]+){1,6} (?:that|which|who)\b(?= \w)"
)


def _number_words(sentence: Sentence, model: Model) -> Tally:
    return Tally.each(matches(_NUMERAL, sentence)) if _HINT.search(sentence.span.text) else nothing()


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
    "number_words": Gauge(_number_words, lexical=True, needs=("amounts",)),
    "passive": Gauge(_passive, needs=("be",)),
    "double_negation": Gauge(_double_negation, needs=("negations",)),
    "noun_phrases": Gauge(_noun_phrases, needs=("nominal", "ing", "of")),
    "nesting": Gauge(_nesting, needs=("brackets", "subordinators", "relatives")),
}
"""What a model of English may weigh. `words_per_clause` is the longest clause of each sentence."""
