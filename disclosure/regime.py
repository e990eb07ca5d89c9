"""Rulebooks and audiences as data: which sections a sheet has, what it must say, which limits hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from . import shipped, source
from .errors import DisclosureError, Problem

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One section of a sheet: its wording file, and the definition's fields it cannot do without.

    `required` holds (field, severity of its absence, kinds of product it concerns; none = all).
    """

    id: str
    wording: str
    kinds: tuple[str, ...] = ()
    required: tuple[tuple[str, Severity, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Regime:
    """A rulebook: sections in their order, languages, dates of effect, citations.

    `verified` says whether a reviewer has compared the rulebook with the law; `plain.sheet` is the
    project's own and rests on no law.
    """

    id: str
    version: str
    name: Mapping[str, str]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    glance: SectionRule
    sections: tuple[SectionRule, ...]
    verified: bool
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """A group of readers: how plain a sheet must be for them, per language."""

    id: str
    name: Mapping[str, str]
    least_plainness: Mapping[str, tuple[Decimal, Decimal]]


@lru_cache
def load(name: str) -> Regime:
    """A rulebook of `templates/regimes/`. Raises DisclosureError where there is none of that name."""
    data = _data("regimes", name, "regime-unknown")
    rules = [_section(one) for one in data["sections"]]
    return Regime(
        id=data["id"],
        version=data["version"],
        name=data["name"],
        languages=tuple(data["languages"]),
        kinds=tuple(data["kinds"]),
        glance=_section(data["glance"]),
        sections=tuple(rules),
        verified=data["verified"] == "yes",
        effective_from=_day(data.get("effective_from")),
        effective_to=_day(data.get("effective_to")),
    )


@lru_cache
def audience(name: str) -> Audience:
    """An audience of `templates/audiences/`. Raises DisclosureError where there is none."""
    data = _data("audiences", name, "audience-unknown")
    least = {
        lang: (Decimal(one["warn"]), Decimal(one["fail"]))
        for lang, one in data["least_plainness"].items()
    }
    return Audience(data["id"], data["name"], least)


def names(folder: str) -> tuple[str, ...]:
    """The names of the files in a data folder: rulebooks or audiences that exist."""
    return tuple(sorted(path.stem for path in shipped.folder("templates", folder).glob("*.yaml")))


def _data(folder: str, name: str, code: str) -> Mapping[str, Any]:
    if name not in names(folder):
        values = {"text": name, "known": ", ".join(names(folder))}
        raise DisclosureError([Problem("", 0, 0, folder, code, values)])
    return dict(source.read(shipped.folder("templates", folder, f"{name}.yaml")).data)


def _section(data: Mapping[str, Any]) -> SectionRule:
    required = tuple(
        (one["field"], one["severity"], tuple(one.get("kinds", ()))) for one in data.get("required", [])
    )
    kinds = tuple(data.get("kinds", ()))
    return SectionRule(data["id"], data["wording"], kinds, required)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
