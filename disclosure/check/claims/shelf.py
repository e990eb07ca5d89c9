"""The files of `templates/claims/` come in; compiled patterns, grammars and families go out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ... import shipped, source
from . import notation, spelling
from .compose import Composition, orders
from .model import Family, Grammar, Language, Pattern
from .reading import Habits, zh_letter

LANGUAGES = ("zh-CN", "en")
_KEYS = frozenset(("say", "near", "unless", "kinds", "roles", "joins", "answer", "verdict"))
_COMPOSED = frozenset(("together", "kinds", "verdict", "near", "unless", "roles", "within", "over", "hedged", "without", "absent", "trade", "like"))
_WITHIN = {"en": 4, "zh-CN": 8}
"""How many words, or Han, may stand between two words of a composition."""
Words = Mapping[str, Sequence[str]]


@lru_cache
def language(lang: str) -> Language:
    """One language, from `templates/claims/<lang>.yaml`. ValueError names a phrase that cannot be read."""
    data = _data(lang)
    words: Words = data["words"]
    patterns = tuple(
        _pattern(family, item, words, lang) for family, items in data["claims"].items() for item in items
    )
    composed = _data(f"compositions.{lang}")
    classes = _classes(composed["classes"], words)
    patterns += tuple(
        pattern
        for family, items in composed["claims"].items()
        for item in items
        for pattern in _composed(family, _of_kinds(item, composed["kinds"]), words, lang, frozenset(classes))
    )
    return Language(
        lang=lang,
        patterns=patterns,
        classes=classes,
        lawful={family: _any(items, words, lang) for family, items in data["lawful"].items()},
        conditional={family: _any(items, words, lang) for family, items in data["conditional"].items()},
        technical=_any(data["technical"], words, lang),
        grammar=Grammar(**{name: _any(items, words, lang) for name, items in data["grammar"].items()}),
        kinds={kind: _any(items, words, lang) for kind, items in data["kinds"].items()},
        literals=frozenset().union(
            *(notation.literals(pattern.written) for pattern in patterns if isinstance(pattern.say, notation.Phrases)),
            *classes.values(),
        ),
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
    yield from _composed_examples(lang)
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
    _, needs = notation.read(phrase, lang)
    if not needs or not all(needs):
        raise ValueError(f"{phrase}: no word that every match holds")
    return Pattern(
        name,
        lang,
        phrase,
        notation.Phrases(lang, (phrase,)),
        needs,
        **_terms(row, words, lang),
        joins=row.get("joins") == "yes",
        answer=row.get("answer", ""),
    )


def _composed_examples(lang: str) -> Iterator[tuple[str, str, bool]]:
    for name, items in _data(f"compositions.{lang}")["claims"].items():
        for item in items:
            yield from ((name, text, True) for text in item.get("like", {}).get("fires", ()))
            yield from ((name, text, False) for text in item.get("like", {}).get("silent", ()))


def _classes(listed: Words, words: Words) -> dict[str, frozenset[str]]:
    return {
        name: frozenset().union(*(spelling.spell(notation.expand(one, {**listed, **words})) for one in phrases))
        for name, phrases in listed.items()
    }


def _composed(name: str, row: Mapping[str, Any], words: Words, lang: str, classes: frozenset[str]) -> Iterator[Pattern]:
    """One pattern for each order in which the classes of a composition may stand."""
    if unknown := set(row) - _COMPOSED:
        raise ValueError(f"{name}: no composition has {', '.join(sorted(unknown))}")
    slots, free = _slots(row["together"])
    named = frozenset().union(*slots, _set(row, "without"), _set(row, "absent"))
    if unknown := named - classes:
        raise ValueError(f"{name}: no class is called {', '.join(sorted(unknown))}")
    for order in orders(slots) if free else (slots,):
        say = Composition(
            order, int(row.get("within", _WITHIN[lang])), row.get("over") == "yes", row.get("hedged") == "yes",
            _set(row, "without"), _set(row, "absent"), row.get("trade") == "yes",
        )
        yield Pattern(name, lang, row["together"], say, (order,), **_terms(row, words, lang))


def _of_kinds(item: Mapping[str, Any], kinds: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**item, "kinds": kinds[item["kinds"]]} if "kinds" in item else item


def _slots(written: str) -> tuple[tuple[frozenset[str], ...], bool]:
    """The classes of each slot of `a|b > c`, which keeps the order, or of `a|b + c`, which does not."""
    free = "+" in written
    if free and ">" in written:
        raise ValueError(f"{written}: either + or > between the classes")
    parts = written.split("+" if free else ">")
    return tuple(frozenset(map(str.strip, part.split("|"))) for part in parts), free


def _set(row: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(row.get(key, "").split())


def _terms(row: Mapping[str, Any], words: Words, lang: str) -> dict[str, Any]:
    """What a wording and a composition have in common: where it holds, and how far."""
    return {
        "verdict": row.get("verdict", "banned"),
        "near": _any([row["near"]], words, lang) if "near" in row else None,
        "unless": _any([row["unless"]], words, lang) if "unless" in row else None,
        "kinds": tuple(row.get("kinds", {}).items()),
        "roles": frozenset(row.get("roles", ())),
    }
