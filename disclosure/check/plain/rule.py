"""The data of one plain-language rule come in; the rule as a frozen value goes out, with its patterns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ... import shipped, source
from ...regime import Severity

Limits = Mapping[str, int]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that breaks a rule: `text[start:end]` of passage number `passage` is `words`.

    `measured` and `limit` are "" where nothing is counted; `values` fill the rule's advice.
    """

    passage: int
    start: int
    end: int
    words: str
    measured: str = ""
    limit: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class PlainRule:
    """A rule as written in `templates/plain/<id>.yaml`.

    `severity` goes by language, and a language without one is not checked. `lexical` rules look at
    words alone, and so at headings and cells too. `kinds`: the kinds of product concerned; none = all.
    `limits` go by audience ("default" where it has none of its own) and language. `words` go by
    language and name; an entry is the wording to find and, after a colon, what to write instead.
    A rule is equal to itself alone, so that what is made of its lists is made once.
    """

    id: str
    source: str
    severity: Mapping[str, Severity]
    lexical: bool
    kinds: tuple[str, ...]
    limits: Mapping[str, Mapping[str, Limits]]
    words: Mapping[str, Mapping[str, Pairs]]
    exempt: Mapping[str, tuple[str, ...]]
    messages: Mapping[str, Mapping[str, str]]
    examples: Mapping[str, Mapping[str, Any]]

    def limit(self, audience: str, lang: str) -> Limits:
        """The limits for a group of readers; those it has not set itself are the default ones."""
        return _limit(self, audience, lang)

    def pairs(self, lang: str, name: str) -> Pairs:
        """The entries of one list with what to write instead ("" where the list has none)."""
        return self.words.get(lang, {}).get(name, ())

    def plain(self, lang: str, name: str) -> Mapping[str, str]:
        """One list as a mapping from the wording, in lower case, to what to write instead."""
        return _lowered(self, lang, name)

    def pattern(self, lang: str, name: str) -> re.Pattern[str]:
        """Finds any entry of one list: whole words in English, any place in Chinese."""
        return _listed(self, lang, name)


@lru_cache
def load(name: str) -> PlainRule:
    """The rule of that id. Raises DisclosureError or ValueError where its file cannot be used."""
    data = source.read(shipped.folder("templates", "plain", f"{name}.yaml")).data
    if data["id"] != name:
        raise ValueError(f'{name}.yaml holds the rule "{data["id"]}"')
    return PlainRule(
        id=name,
        source=data["source"],
        severity=data["severity"],
        lexical=data.get("lexical") == "yes",
        kinds=tuple(data.get("kinds") or ()),
        limits=_limits(data.get("limits") or {}),
        words={lang: _lists(lists) for lang, lists in (data.get("words") or {}).items()},
        exempt={lang: tuple(entries) for lang, entries in (data.get("exempt") or {}).items()},
        messages=data["messages"],
        examples=data["examples"],
    )


@lru_cache(maxsize=128)
def any_of(entries: tuple[str, ...], spaced: bool) -> re.Pattern[str]:
    """A pattern for any of the entries, the longest first; where words are spaced, whole words only."""
    if not entries:
        return re.compile(r"(?!)")
    if not spaced:
        return re.compile("|".join(re.escape(one) for one in sorted(entries, key=lambda one: (-len(one), one))))
    first = "".join(sorted({letter for one in entries for letter in (one[0].lower(), one[0].upper())}))
    return re.compile(rf"\b(?=[{re.escape(first)}])(?i:{_branches(entries)})\b")


def _branches(entries: tuple[str, ...]) -> str:
    """The entries by their first two letters, which spares the engine most comparisons."""
    groups: dict[str, list[str]] = {}
    for one in sorted({one.lower() for one in entries}, key=lambda one: (-len(one), one)):
        groups.setdefault(one[:2], []).append(_escaped(one[2:]))
    return "|".join(f"{_escaped(head)}(?:{'|'.join(rest)})" for head, rest in sorted(groups.items()))


def _escaped(text: str) -> str:
    return re.escape(text).replace(r"\ ", r"\s+")


def _limits(data: Mapping[str, Any]) -> Mapping[str, Mapping[str, Limits]]:
    return {
        audience: {lang: {name: int(value) for name, value in each.items()} for lang, each in langs.items()}
        for audience, langs in data.items()
    }


def _lists(data: Mapping[str, Any]) -> Mapping[str, Pairs]:
    return {name: tuple(_entries(entries)) for name, entries in data.items()}


def _entries(entries: Any) -> Iterator[tuple[str, str]]:
    """A mapping of wordings to better ones, or plain entries parted by commas or lines."""
    if isinstance(entries, Mapping):
        yield from ((str(key), str(value)) for key, value in entries.items())
        return
    listed = entries if isinstance(entries, list) else re.split(r"[,\n]", str(entries))
    yield from ((one.strip(), "") for one in listed if one.strip())


@lru_cache(maxsize=256)
def _limit(rule: PlainRule, audience: str, lang: str) -> Limits:
    return {**rule.limits.get("default", {}).get(lang, {}), **rule.limits.get(audience, {}).get(lang, {})}


@lru_cache(maxsize=256)
def _lowered(rule: PlainRule, lang: str, name: str) -> Mapping[str, str]:
    return {key.lower(): value for key, value in rule.pairs(lang, name)}


@lru_cache(maxsize=256)
def _listed(rule: PlainRule, lang: str, name: str) -> re.Pattern[str]:
    return any_of(tuple(entry for entry, _ in rule.pairs(lang, name)), lang.startswith("en"))
