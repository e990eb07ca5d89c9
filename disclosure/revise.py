"""A definition's text, its product and a glossary come in; the text in plainer words goes out.

Only what a definition says in its own words is changed. Names, titles and every figure stay, and the
rest of the file, its comments and its line ends, is kept byte for byte.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import glossary, product, source
from .glossary import Edit, Glossary

_NAMES = re.compile(r"(?:^|\.)(?:name|regulator|custodian|scheme|source|type)\Z")
"""Fields that call something by its name or title, which nobody may change."""
_ESCAPED = re.compile(r"\\[\\\"/ ]")


@dataclass(frozen=True, slots=True)
class Change:
    """In the field `path`, at `line`, the words `original` become `to`, as the glossary's `entry` says.

    `made` is false where the words stand in a spelling that only a person can take apart, such as
    with an escape inside.
    """

    path: str
    line: int
    original: str
    to: str
    entry: str
    made: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """The text before and after, and the changes between them in the order of the file."""

    before: str
    after: str
    changes: tuple[Change, ...]


def revise(text: str, item: Any, glossaries: Mapping[str, Glossary], name: str) -> Revision:
    """Replace in a definition what its glossaries, by language, replace without loss of sense.

    `text` is the file of the product `item`. What `explain` entries explain is left: a sheet explains
    it once, where it is first read. ValueError where the changed text would say anything else.
    """
    changes: list[Change] = []
    splices: list[tuple[int, int, str]] = []
    ours = dict(_own_words(item))
    for path, value, start, end in source.scalars(text):
        lang = ours.get(path)
        if lang not in glossaries:
            continue
        line = text.count("\n", 0, start) + 1
        for edit in _edits(value, glossaries[lang], lang, item.kind):
            place = _place(text, value, (start, end), edit)
            if place:
                splices.append((*place, edit.to))
            if edit.mode != "article":
                changes.append(Change(path, line, edit.original, edit.to, edit.entry, bool(place)))
    after = _spliced(text, splices)
    _demand_same(text, after, ours, name)
    return Revision(text, after, tuple(changes))


def _own_words(item: Any) -> Iterator[tuple[str, str]]:
    """The fields in which a definition speaks in its own words, each with its language."""
    for path, words in product.texts(item):
        if not _NAMES.search(path):
            yield from ((f"{path}.{lang}", lang) for lang, _ in words)


def _edits(value: str, terms: Glossary, lang: str, kind: str) -> tuple[Edit, ...]:
    done = glossary.rewrite(value, terms, lang=lang, kind=kind)
    return tuple(edit for edit in done.edits if edit.mode in ("replace", "article"))


def _place(text: str, value: str, scalar: tuple[int, int], edit: Edit) -> tuple[int, int] | None:
    """Where the edit's words stand in the file, or None where they cannot be followed to it."""
    at = _aligned(text, value, scalar)
    if not at:
        return None
    start, end = at[edit.start], at[edit.end - 1] + 1
    return (start, end) if text[start:end] == edit.original else None


def _aligned(text: str, value: str, scalar: tuple[int, int]) -> Sequence[int]:
    """The place in the file of each character of a scalar's value; none where an escape is in the way."""
    at, end = scalar
    places: list[int] = []
    single = text[at : at + 1] == "'"
    at += text[at : at + 1] in ("'", '"')
    if text[at : at + 1] in ("|", ">"):
        at = text.find("\n", at, end)
    for char in value:
        at = _next(text, at, end, char, single)
        if at < 0:
            return ()
        places.append(at)
        at += 2 if single and char == "'" else 1
    return places


def _next(text: str, at: int, end: int, char: str, single: bool) -> int:
    """The place of `char` at or after `at`, past the white space that folding took away; -1 if not there."""
    if char.isspace():
        return at if at < end and text[at].isspace() else -1
    while at < end and text[at].isspace():
        at += 1
    if _ESCAPED.match(text, at) and not single and text[at + 1] == char:
        return at + 1
    return at if text[at : at + 1] == char and at < end else -1


def _spliced(text: str, splices: Sequence[tuple[int, int, str]]) -> str:
    for start, end, to in sorted(splices, reverse=True):
        text = text[:start] + to + text[end:]
    return text


def _demand_same(before: str, after: str, ours: Mapping[str, str], name: str) -> None:
    """Every field but those of the definition's own words reads as before."""
    others = [
        {path: value for path, value, _, _ in source.scalars(text) if path not in ours}
        for text in (before, after)
    ]
    if others[0] != others[1] or source.parse(after, name).problems != source.parse(before, name).problems:
        raise ValueError(f"{name}: a change of wording would change more than wording")
