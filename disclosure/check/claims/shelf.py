"""The files of `templates/claims/` come in; compiled patterns, grammars and families go out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ... import shipped, source
from . import notation
from .model import Family, Grammar, Language, Pattern
from .reading import Habits, zh_letter

LANGUAGES = ("zh-CN", "en")
_KEYS = frozenset(("say", "near", "unless", "kinds", "roles", "joins", "answer", "verdict"))
Words = Mapping[str, Sequence[str]]


@lru_cache
def language(lang: str) -> Language:
    """One language, from `templates/claims/<lang>.yaml`. ValueError names a phrase that cannot be read."""
    data = _data(lang)
    words: Words = data["words"]
    patterns = tuple(
        _pattern(family, item, words, lang) for family, items in data["claims"].items() for item in items
    )
    return Language(
        lang=lang,
        patterns=patterns,
        lawful={family: _any(items, words, lang) for family, items in data["lawful"].items()},
        conditional={family: _any(items, words, lang) for family, items in data["conditional"].items()},
        technical=_any(data["technical"], words, lang),
        grammar=Grammar(**{name: _any(items, words, lang) for name, items in data["grammar"].items()}),
        kinds={kind: _any(items, words, lang) for kind, items in data["kinds"].items()},
        literals=frozenset().union(*(notation.literals(pattern.written) for pattern in patterns)),
    )


@lru_cache
def habits() -> Habits:
    """Which characters are read as which, and which Han belong together though a blank parts them."""
    table = str(_data("zh-CN")["traditional"]).replace(" ", "")
    pairs = {a + b for word in language("zh-CN").literals for a, b in zip(word, word[1:]) if zh_letter(a) and zh_letter(b)}
    return Habits({ord(a): b for a, b in zip(table[::2], table[1::2], strict=True)}, frozenset(pairs))


@lru_cache
def families() -> Mapping[str, Family]:
    """Every family by its id, from `templates/claims/families.yaml`."""
    return {
        name: Family(name, one["why"], one["instead"], one["citation"], tuple(one.get("rulebooks", ())))
        for name, one in _data("families").items()
    }


def family(name: str) -> Family:
    """The family of claims with this id; KeyError if there is none."""
    return families()[name]


def family_ids() -> tuple[str, ...]:
    """The ids of all families: permanent, and the `rule` of each claim found."""
    return tuple(families())


def examples(lang: str) -> Iterator[tuple[str, str, bool]]:
    """The examples of one language's file: family, text (with `«»` around the claim), whether it must fire."""
    for name, given in _data(lang)["examples"].items():
        yield from ((name, text, True) for text in given["fires"])
        yield from ((name, text, False) for text in given["silent"])


@lru_cache
def _data(name: str) -> Mapping[str, Any]:
    return dict(source.read(shipped.folder("templates", "claims", f"{name}.yaml")).data)


def _any(phrases: Sequence[str], words: Words, lang: str) -> notation.Phrases:
    return notation.Phrases(lang, tuple(notation.expand(phrase, words) for phrase in phrases))


def _pattern(name: str, item: Any, words: Words, lang: str) -> Pattern:
    row = {"say": item} if isinstance(item, str) else item
    if unknown := set(row) - _KEYS:
        raise ValueError(f"{name}: no pattern has {', '.join(sorted(unknown))}")
    phrase = notation.expand(row["say"], words)
    _, anchors = notation.read(phrase, lang)
    if not anchors:
        raise ValueError(f"{phrase}: no word that every match holds")
    return Pattern(
        name,
        phrase,
        notation.Phrases(lang, (phrase,)),
        anchors,
        verdict=row.get("verdict", "banned"),
        near=_any([row["near"]], words, lang) if "near" in row else None,
        unless=_any([row["unless"]], words, lang) if "unless" in row else None,
        kinds=tuple(row.get("kinds", {}).items()),
        roles=frozenset(row.get("roles", ())),
        joins=row.get("joins") == "yes",
        answer=row.get("answer", ""),
    )
