"""Plain data from a glossary file comes in; checked entries go out, or all problems at once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import DisclosureError, Problem
from .asked import language, tidied
from .entry import CASES, KINDS, MODES, STATUSES, Context, Entry, Source
from .fold import folded
from .layers import Glossary

_TEXTS = ("id", "term", "plain", "plain_plural", "define", "sense", "mode", "category", "case", "status", "reviewer", "reviewed")
_LISTS = ("kinds", "audiences")
_KEYS = frozenset((*_TEXTS, *_LISTS, "forms", "context", "source", "examples", "negates"))
_CONTEXT = ("not_in", "only_if", "never_if")
_DEFAULTS = frozenset(("category", "kinds", "source", "status", "reviewer", "reviewed", "mode"))
_CHOICES = {"mode": MODES, "case": CASES, "status": STATUSES}


@dataclass(slots=True)
class _Notes:
    """Problems gathered while one file is read."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, place: str, code: str, **values: str) -> None:
        self.problems.append(Problem(self.file, 0, 0, place, code, values))


def entries(data: Any, lang: str, file: str) -> tuple[Entry, ...]:
    """The entries of one pack: `entries:`, and `defaults:` for fields that most of them share.

    DisclosureError with every problem: unknown keys, missing or empty fields, plain wording equal to
    the term or with a digit, no example that changes or none that stays, two entries for one term.
    """
    notes = _Notes(file)
    pack = _mapping(data, "", frozenset(("entries", "defaults")), notes)
    defaults = _mapping(pack.get("defaults", {}), "defaults", _DEFAULTS, notes)
    found = []
    for number, item in enumerate(_sequence(pack.get("entries"), "entries", notes)):
        place = f"entries[{number}]"
        row = defaults | _mapping(item, place, _KEYS, notes)
        found.append(_entry(row, lang, place, notes))
        _check_shipped(found[-1], place, notes)
    _check_together(found, notes)
    if notes.problems:
        raise DisclosureError(notes.problems)
    return tuple(found)


def given(items: Any, lang: str, file: str = "glossary") -> tuple[Entry, ...]:
    """Entries handed in with a request: `term` and `plain` suffice, the mode is `replace` unless stated.

    Entries of another language are passed over, as is one given twice; two of one id are told apart
    by a number. DisclosureError names what cannot be used.
    """
    notes = _Notes(file)
    found = []
    for number, item in enumerate(_sequence(items, "glossary", notes)):
        place = f"glossary[{number}]"
        row = _mapping(item, place, None, notes)
        if language(str(row.get("lang") or lang)) == lang:
            found.append(_entry(tidied(row), lang, place, notes))
    if notes.problems:
        raise DisclosureError(notes.problems)
    return tuple(_told_apart(found))


def refused(found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a file without those that are none in a pack: a form without a wording has its entry's."""
    return (one for one in found if one.code != "empty-value" or ".forms." not in one.field)


def _told_apart(found: Sequence[Entry]) -> Iterator[Entry]:
    """In an order that the order of the request does not decide."""
    ids: Counter[str] = Counter()
    for entry in sorted(dict.fromkeys(found), key=repr):
        ids[entry.id] += 1
        yield entry if ids[entry.id] == 1 else replace(entry, id=f"{entry.id}#{ids[entry.id]}")


def _entry(row: Mapping[str, Any], lang: str, place: str, notes: _Notes) -> Entry:
    texts = {key: _text(row[key], f"{place}.{key}", notes) for key in _TEXTS if key in row}
    lists = {key: _texts(row[key], f"{place}.{key}", notes) for key in _LISTS if key in row}
    forms, wordings = _forms(row.get("forms", []), f"{place}.forms", notes)
    context = _mapping(row.get("context", {}), f"{place}.context", frozenset(_CONTEXT), notes)
    origin = _mapping(row.get("source", {}), f"{place}.source", frozenset(("name", "kind")), notes)
    entry = Entry(
        **({"id": "", "term": ""} | texts | lists),
        lang=lang,
        forms=forms,
        wordings=wordings,
        negates=_flag(row.get("negates", False), f"{place}.negates", notes),
        context=Context(**{k: _texts(v, f"{place}.context.{k}", notes) for k, v in context.items()}),
        source=Source(**{k: _text(v, f"{place}.source.{k}", notes) for k, v in origin.items()}),
        examples=_examples(row.get("examples", []), f"{place}.examples", notes),
    )
    _check_alone(entry, place, notes)
    return entry


def _forms(data: Any, place: str, notes: _Notes) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Further surfaces: a list, or a mapping of surface to its own plain wording (empty: the entry's)."""
    if not isinstance(data, Mapping):
        return _texts(data, place, notes), ()
    given_in = ((surface, "" if plain is None else plain) for surface, plain in data.items())
    pairs = [(surface, _text(plain, f"{place}.{surface}", notes, may_be_empty=True)) for surface, plain in given_in]
    return tuple(surface for surface, _ in pairs), tuple(pair for pair in pairs if pair[1])


def _examples(data: Any, place: str, notes: _Notes) -> tuple[tuple[str, str], ...]:
    """Pairs of text and result; an example without `out` must stay as it is."""
    pairs = []
    for number, item in enumerate(_sequence(data, place, notes)):
        row = _mapping(item, f"{place}[{number}]", frozenset(("text", "out")), notes)
        text = _text(row.get("text", ""), f"{place}[{number}].text", notes)
        pairs.append((text, _text(row.get("out", text), f"{place}[{number}].out", notes, may_be_empty=True)))
    return tuple(pairs)


def _check_alone(entry: Entry, place: str, notes: _Notes) -> None:
    for key in ("id", "term"):
        if not getattr(entry, key):
            notes.add(f"{place}.{key}", "glossary-missing")
    if entry.mode != "keep" and not entry.plain:
        notes.add(f"{place}.plain", "glossary-missing")
    for key, allowed in _CHOICES.items():
        if getattr(entry, key) not in allowed:
            notes.add(f"{place}.{key}", "glossary-unknown-value", value=getattr(entry, key), allowed=", ".join(allowed))


def _check_shipped(entry: Entry, place: str, notes: _Notes) -> None:
    if entry.plain and folded(entry.plain) in map(folded, entry.surfaces):
        notes.add(f"{place}.plain", "glossary-plain-is-term", term=entry.term)
    for kind in set(entry.kinds) - set(KINDS):
        notes.add(f"{place}.kinds", "glossary-unknown-value", value=kind, allowed=", ".join(KINDS))
    if entry.mode != "keep" and not entry.define:
        notes.add(f"{place}.define", "glossary-missing")
    if any(re.search(r"\d", wording) for wording in (*entry.wordings_all, entry.define)):
        notes.add(f"{place}.plain", "glossary-plain-digit")
    if entry.mode != "keep" and not any(text != out for text, out in entry.examples):
        notes.add(f"{place}.examples", "glossary-example-change-missing")
    if not any(text == out for text, out in entry.examples):
        notes.add(f"{place}.examples", "glossary-example-same-missing")
    if entry.status in ("reviewed", "approved") and not (entry.reviewer and entry.reviewed):
        notes.add(f"{place}.reviewer", "glossary-reviewer-missing")


def _flag(data: Any, place: str, notes: _Notes) -> bool:
    """A yes or no: `true` or `false`, which a YAML file gives as text."""
    if str(data).lower() in ("true", "false"):
        return str(data).lower() == "true"
    notes.add(place, "glossary-unknown-value", value=str(data), allowed="true, false")
    return False


def _check_together(found: Sequence[Entry], notes: _Notes) -> None:
    try:
        Glossary.of(found)
    except DisclosureError as error:
        numbers = {entry.id: number for number, entry in enumerate(found)}
        for problem in error.problems:
            notes.add(f"entries[{numbers[problem.field]}]", problem.code, **problem.values)


def _mapping(data: Any, place: str, known: frozenset[str] | None, notes: _Notes) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        notes.add(place, "glossary-not-a-mapping")
        return {}
    for key in data:
        if known is not None and key not in known:
            notes.add(f"{place}.{key}".lstrip("."), "glossary-unknown-key", key=str(key))
    return {key: value for key, value in data.items() if known is None or key in known}


def _sequence(data: Any, place: str, notes: _Notes) -> Iterator[Any]:
    if isinstance(data, (list, tuple)):
        yield from data
    else:
        notes.add(place, "glossary-not-a-list")


def _texts(data: Any, place: str, notes: _Notes) -> tuple[str, ...]:
    return tuple(_text(item, f"{place}[{number}]", notes) for number, item in enumerate(_sequence(data, place, notes)))


def _text(data: Any, place: str, notes: _Notes, may_be_empty: bool = False) -> str:
    if not isinstance(data, str):
        notes.add(place, "glossary-not-text")
        return ""
    if not data.strip() and not may_be_empty:
        notes.add(place, "glossary-empty")
    return data.strip() if not place.endswith((".text", ".out")) else data
