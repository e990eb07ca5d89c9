"""English words come in; what each one is (long, rare, formal, a pronoun …) goes out, countable by addition."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import sqrt
from operator import itemgetter

from disclosure.text import en, vocabulary
from disclosure.text.listed import even_entry
from disclosure.text.model import Model
from disclosure.text.normal import NEUTRAL
from disclosure.text.packing import Packer

FIELDS = (
    "words", "names", "content", "zipf", "below50", "below45", "below40", "below35", "below30",
    "level", "b1", "b2", "c1", "unfamiliar", "syllables", "letters", "poly", "long7", "long10",
    "nominal", "adverbs", "function", "you", "they", "subordinators", "relatives", "connectives", "prepositions",
    "auxiliaries", "be", "ed", "ing", "coordinators", "numbers", "negations", "commas", "stops", "brackets", "quotes",
    "capitals", "of", "formal", "jargon", "vague", "tens", "long",
    "participles", "heads", "amounts",
)  # fmt: skip
"""What is counted. `zipf` and `level` are in tenths, of content words; `formal`, `jargon` and `vague`
count words that an entry of that list is known by (see `anchors`), `tens` the numbers written as words.
The last three tell only where a search is worth its time: words that a passive may end with, that may stand
for a verb, or that may end a number in words."""

_PACKER = Packer(len(FIELDS))
_FEW = ("content", "zipf", "level", "unfamiliar")
_FEW_PACKER = Packer(len(_FEW))
_ASCII_TOKEN = re.compile(r"[a-zA-Z]+(?:'[a-zA-Z]+)*|\d+|[,;:()\[\]\"]")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[,;:()\[\]\"“”«»–—]")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FUNCTION = _set(
    "a an the this that these those i you he she it we they me him her us them my your his its our their mine yours "
    "be am is are was were been being do does did done have has had having will would shall should can could may "
    "might must not no nor and or but so yet if then than as of in on at by for from to with into onto over under "
    "about after before between through during without within against among up down out off again there here when "
    "where why how who whom whose which what all any both each every few more most other some such only own same too "
    "very just also because until while although though since unless whether either neither once per it's don't "
    "can't won't isn't aren't doesn't didn't you're we're they're i'm i've you've that's"
)
_CLASSES = {
    "you": _set("you your yours yourself we our us ours i me my let's you're we're you'll we'll i'm"),
    "they": _set("he she him her his hers they them their"),
    "subordinators": _set("because if when whenever unless until although though while whereas since whether once"),
    "relatives": _set("which who whose whom that where"),
    "connectives": _set(
        "however therefore thus hence moreover furthermore nevertheless nonetheless consequently accordingly "
        "additionally alternatively otherwise despite regarding concerning including according"
    ),
    "prepositions": _set(
        "of in on at by for from with into onto over under between through during without within against among upon "
        "towards toward across along beyond via per amid"
    ),
    "auxiliaries": _set("may might must shall should would could can will has have had having"),
    "be": _set("is are was were be been being am"),
    "coordinators": _set("and or but"),
    "tens": _set(
        "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen quarter eighth nought"
    ),
}
_CLASSES_OF = {word: [name for name in _CLASSES if word in _CLASSES[name]] for word in frozenset().union(*_CLASSES.values())}
_AMOUNTS = _set("cent percent points hundred hundreds thousand thousands")
PARTICIPLE = (
    r"(?:(?!indeed|hundred|speed)[a-z]{2,}ed|made|paid|sold|held|kept|sent|given|taken|shown|known|written|borne"
    r"|bought|brought|built|chosen|drawn|driven|found|lent|lost|met|put|read|rid|seen|set|spent|told|frozen"
    r"|withdrawn|withheld|bound|done|(?<!what is )(?<!what was )left|sought|taught|thought|understood|undertaken|cut|dealt|got|laid|struck|won)"
)
"""What may follow `is` in a passive."""
NOUN_ENDINGS = ("ing", "tion", "sion", "ment", "ance", "ence", "ure", "al", "ity", "ness")
"""Of nouns that may stand for a verb."""
_PARTICIPLE = re.compile(PARTICIPLE)
_HEAD = re.compile(rf"\w{{2,}}(?:{'|'.join(NOUN_ENDINGS)})|notice|increase|decrease|change|process|course|purposes?")
_NEGATION = re.compile(
    r"not|no|never|none|nothing|nobody|neither|nor|without|unless|except|cannot|\w+n['’]t|fail(?:s|ed|ing)?"
    r"|un(?:likely|able|willing|common|reasonable|usual|sure|known|paid|lawful|fair|aware)"
    r"|in(?:sufficient|eligible|valid|complete|correct|accurate)|im(?:possible|probable)|prohibit(?:s|ed)?|refus(?:e|es|ed)|prevented"
    r"|den(?:y|ies|ied)|lack(?:s|ing)?|absent"
)
_NOMINAL = re.compile(r"\w{3,}(?:tion|sion|ment|ness|ity|ance|ence|ancy|ency|ism|ship|ure|sal|val)s?")
_INFLECTED = re.compile(r"(?:'s|’s|s|es|ed|d|ing|ly|er|est|n't)$")


def tokens(counted: str) -> list[str]:
    """The words and the marks that part them, the first word in lower case unless it is an acronym."""
    counted = counted.replace("’", "'")
    pattern = _ASCII_TOKEN if counted.isascii() else _TOKEN
    found = pattern.findall(counted.lower() if counted.isupper() and len(counted) > 12 else counted)
    for at, token in enumerate(found[:3]):
        if token[0].isalpha():
            if not token.isupper() or len(token) == 1:
                found[at] = token.lower()
            break
    return found


def packed(found: Iterable[str], model: Model) -> int:
    """What `FIELDS` names, counted in these tokens, in one integer that may be added to others."""
    return sum(map(_known(model).__getitem__, found))


def unpacked(total: int) -> tuple[int, ...]:
    """The counts in the order of `FIELDS`."""
    return _PACKER.unpack(total)


@lru_cache(maxsize=16)
def anchors(entries: frozenset[str]) -> dict[str, str]:
    """For each entry, as it is searched, its rarest word, by which a sentence is known to hold it."""
    table = vocabulary.english()
    rarest: dict[str, str] = {}
    for entry in entries:
        words = _TOKEN.findall(entry.lower())
        rarest[even_entry(entry)] = min(words, key=lambda word: values.zipf if (values := table.get(word)) else 0)
    return rarest


@lru_cache(maxsize=8192)
def is_long(word: str, everyday: frozenset[str]) -> bool:
    """Three syllables or nine letters, unless everyday; `-ed`, `-es`, `-ing` make no word long."""
    low = word.lower()
    if not low[0].isalpha() or _ADDRESS.search(low) or (word.isupper() and len(low) < 7):
        return False
    stem = _EASY_ENDING.sub("", low)
    if everyday & {low, stem, stem + "e", stem.removesuffix("i") + "y"}:
        return False
    return en.syllables(stem if low.endswith(("es", "ed", "ing")) else low) > 2 or len(stem) > 8


_ADDRESS = re.compile(r"://|www\.|@|\d")
_EASY_ENDING = re.compile(r"(?:'s|’s|s|es|ed|d|ing|ly|er|est)$")


_NOTHING = dict.fromkeys(FIELDS, 0)
MOST_KNOWN = 30_000
"""So many words are kept with their counts, before all are forgotten."""


class _Known(dict[str, int]):
    """Each token met so far, with its counts packed."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.few = _Few(self)
        self._lists = {name: frozenset(anchors(model.words(name)).values()) for name in ("formal", "jargon", "vague")}
        self._everyday = model.words("everyday")

    def __missing__(self, token: str) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
            self.few.clear()
        found = _NOTHING | _count(token, self._lists)
        found["long"] = int(is_long(token, self._everyday))
        self[token] = total = _PACKER.pack(map(found.__getitem__, FIELDS))
        self.few[token] = _FEW_PACKER.pack(map(found.__getitem__, _FEW))
        return total


class _Few(dict[str, int]):
    """Each word met so far, with those of its counts packed that a text's different words are told by."""

    def __init__(self, known: _Known) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> int:
        self._known.pop(word, None)
        self._known[word]
        return self[word]


@lru_cache(maxsize=16)
def _known(model: Model) -> _Known:
    return _Known(model)


def _count(token: str, listed: dict[str, frozenset[str]]) -> dict[str, int]:
    if not token[0].isalnum():
        kinds = {",": "commas", "(": "brackets", "[": "brackets", ")": "", "]": "", '"': "quotes", "“": "quotes"}
        return {kinds.get(token, "stops" if token in ";:–—" else ""): 1}
    if token[0].isdigit():
        return {"words": 1, "numbers": 1, "syllables": 1, "letters": 2}
    low = token.lower().replace("’", "'")
    found = vocabulary.english().get(low)
    name = token[0].isupper() and (not found or found.name or not found.level)
    shape = {"words": 1, "names": int(bool(name)), "capitals": int(token[0].isupper())}
    lists = {key: int(low in entries) for key, entries in listed.items()}
    extra = {"negations": int(bool(_NEGATION.fullmatch(low))), "of": int(low == "of"), "function": int(low in _FUNCTION)}
    return shape | lists | _classes(low) | extra | _hints(low) | _size(low, found, bool(name)) | _rarity(low, found, bool(name))


def _classes(low: str) -> dict[str, int]:
    return dict.fromkeys(_CLASSES_OF.get(low, ()), 1)


def _hints(low: str) -> dict[str, int]:
    return {
        "participles": int(bool(_PARTICIPLE.fullmatch(low))),
        "heads": int(bool(_HEAD.fullmatch(low))),
        "amounts": int(low in _AMOUNTS or low.endswith(("illion", "illions"))),
    }


def _size(low: str, found: vocabulary.English | None, name: bool) -> dict[str, int]:
    syllables = (found and found.syllables) or en.syllables(low)
    letters = len(low)
    stem = _INFLECTED.sub("", low)
    return {
        "syllables": min(syllables, 2) if name else syllables,
        "letters": min(letters, 6) if name else letters,
        "poly": int(syllables > 2 and not name),
        "long7": int(letters > 6 and not name),
        "long10": int(letters > 9 and not name),
        "nominal": int(not name and bool(_NOMINAL.fullmatch(low))),
        "adverbs": int(letters > 5 and stem != low and low.endswith("ly")),
        "ed": int(letters > 4 and low.endswith("ed")),
        "ing": int(letters > 5 and low.endswith("ing")),
    }


def _rarity(low: str, found: vocabulary.English | None, name: bool) -> dict[str, int]:
    if name or low in _FUNCTION or low == NEUTRAL:
        return {}
    zipf = found.zipf if found else 15
    level = (found and found.level) or max(10, min(60, 75 - zipf))
    below = {f"below{limit}": int(zipf < limit) for limit in (50, 45, 40, 35, 30)}
    steps = {"b1": int(level >= 25), "b2": int(level >= 35), "c1": int(level >= 45)}
    return {"content": 1, "zipf": zipf, "level": level, "unfamiliar": int(not _easy(low))} | below | steps


def _easy(low: str) -> bool:
    """Whether the word, or the word without an ending of inflection, is on the list of easy words."""
    table = vocabulary.english()
    stem = _INFLECTED.sub("", low)
    forms = {low, stem, stem + "e", stem.removesuffix("i") + "y", stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    return any((values := table.get(form)) and values.easy for form in forms)


_AT = {name: at for at, name in enumerate(FIELDS)}
PER_WORD = (
    "syllables", "letters", "long7", "long10", "poly", "names", "below50", "below45", "below40", "below35", "below30",
    "b1", "b2", "c1", "unfamiliar", "nominal", "adverbs", "function", "you", "they", "subordinators", "relatives",
    "connectives", "prepositions", "auxiliaries", "be", "ed", "ing", "coordinators", "numbers", "negations", "commas",
    "stops", "brackets", "quotes", "capitals", "of", "tens",
)  # fmt: skip
RATES = ("zipf", "level")
SHARES = (*PER_WORD, *RATES)
"""Traits of a text's words: each out of the words, `zipf` and `level` out of the content words."""

DIFFERENT = ("different_zipf", "different_level", "different_unfamiliar")
"""Traits of the different content words of a text, each counted once."""

ROWS = ("length", "clause", "poly_load", "rare_load", "level_load", "unfamiliar_load")
"""Traits of one sentence, of which a text has the mean."""


picked = itemgetter(*(_AT[name] for name in PER_WORD))
"""The counts named in `PER_WORD`."""


def shares(totals: tuple[int, ...]) -> list[float]:
    """The traits named in `SHARES` of a text with these counts, at least one word."""
    words = totals[0]
    return [*[amount / words for amount in picked(totals)], *rates(totals)]


def rates(totals: tuple[int, ...]) -> tuple[float, ...]:
    """The traits named in `RATES`, which are not out of the words."""
    content = totals[2]
    return (totals[3] / (10 * content), totals[9] / (10 * content)) if content else (6.0, 1.0)


def different(words: Iterable[str], model: Model) -> tuple[float, ...]:
    """The traits named in `DIFFERENT` of the words of a text, each given once and counted before."""
    content, zipf, level, unfamiliar = _FEW_PACKER.unpack(sum(map(_known(model).few.__getitem__, words)))
    return (zipf / (10 * content), level / (10 * content), unfamiliar / content) if content else (6.0, 1.0, 0.0)


def row(counts: tuple[int, ...]) -> tuple[float, ...]:
    """The traits named in `ROWS`: square roots, so that a tenth word weighs less than a second."""
    words = counts[0]
    parts = 1 + counts[_COMMAS] + counts[_STOPS] + counts[_SUBORDINATORS]
    return (sqrt(words), sqrt(words / parts), sqrt(counts[_POLY]), sqrt(counts[_RARE]), sqrt(counts[_B2]), sqrt(counts[_UNFAMILIAR]))


_COMMAS, _STOPS, _SUBORDINATORS = _AT["commas"], _AT["stops"], _AT["subordinators"]
_POLY, _RARE, _B2, _UNFAMILIAR = _AT["poly"], _AT["below40"], _AT["b2"], _AT["unfamiliar"]
