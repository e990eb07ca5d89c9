"""Rulebooks and audiences as data: which sections a sheet has, what it must say, which limits hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from . import rulebook, shipped, source
from .errors import DisclosureError, Problem
from .quantity import Period, period

Severity = Literal["error", "warning", "note"]
_PLACES = re.compile(r"(\{[a-z_.]+\})")
_CONDITIONS = {"beside", "age", "years", "each"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A field that a section cannot do without in some products only.

    `beside` holds conditions of which one must be met: a path that the definition states, or
    "path=value". `age` is how long ago the product must have been launched; `years` wants a list with
    an entry for each year up to that one. With `each`, every entry that the path names must have the
    field: `fees[charged].payee` in each fee that is charged.
    """

    field: str
    severity: Severity
    kinds: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    age: Period | None = None
    years: int = 0
    each: bool = False


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One section of a sheet: its wording file, and the definition's fields it cannot do without.

    `required` holds (field, severity of its absence, kinds of product it concerns; none = all).
    `title` is the title that the rulebook fixes, by language; without one, that of the wording
    holds. `mark` names the sign before each entry of its lists: tick, blue-tick, cross or warning.
    `rows` are the names of the only rows that its tables may have; none = any.
    `fixed` holds (field, value, citation) of what the law leaves no choice about.
    """

    id: str
    wording: str
    kinds: tuple[str, ...] = ()
    required: tuple[tuple[str, Severity, tuple[str, ...]], ...] = ()
    title: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""
    citation: str = ""
    conditional: tuple[Condition, ...] = ()
    rows: tuple[str, ...] = ()
    fixed: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that a rulebook prescribes, by language; `{name}` in it stands for a fact.

    `verified` says whether its words have been compared with the text of the law. `beside` holds
    paths, or "path=value": the statement is prescribed where the sheet states one of them.
    """

    id: str
    text: Mapping[str, str]
    citation: str
    verified: bool
    kinds: tuple[str, ...] = ()
    optional: bool = False
    beside: tuple[str, ...] = ()

    def parts(self, lang: str) -> tuple[str, ...]:
        """The prescribed words between the places of facts, and the facts' names in braces."""
        return pieces(self.text[lang])


def pieces(text: str) -> tuple[str, ...]:
    """Prescribed words cut at the places of facts, which stand in braces."""
    return tuple(part for part in _PLACES.split(text) if part)


@dataclass(frozen=True, slots=True)
class Prominence:
    """How a value must stand out in print: at least so many points high, not smaller than another, bold.

    `bold` is None where the rulebook leaves it open, and False where bold print is forbidden.

    `field` and `than` are paths of the definition or of figures; `rates[purchase].rate` means the
    rates of that kind or id.
    """

    id: str
    field: str
    citation: str
    at_least: Decimal | None = None
    than: str = ""
    bold: bool | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """What a rulebook wants of the printed pages: how many at most, the smallest type in points, the
    smallest x-height in millimetres. None: it says nothing."""

    most_pages: int | None = None
    smallest_type: Decimal | None = None
    x_height: Decimal | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Regime:
    """A rulebook: sections in their order, languages, dates of effect, citations.

    `verified` says whether a reviewer has compared the rulebook with the law; `plain.sheet` is the
    project's own and rests on no law. `glance` is the opening summary, where there is one; `heading`
    the title of the document that the law fixes; `layout` the skeleton it is set in; `explains`
    whether its terms are explained in the text; `draft` whether the rulebook is still a draft.
    """

    id: str
    version: str
    name: Mapping[str, str]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    glance: SectionRule | None
    sections: tuple[SectionRule, ...]
    verified: bool
    effective_from: date | None = None
    effective_to: date | None = None
    citation: str = ""
    heading: Mapping[str, str] = field(default_factory=dict)
    layout: str = "sheet"
    explains: bool = True
    draft: bool = False
    statements: tuple[Statement, ...] = ()
    prominent: tuple[Prominence, ...] = ()
    paper: Paper = Paper()

    def prescribed(self, kind: str) -> tuple[Statement, ...]:
        """The statements that a sheet of this kind of product must carry."""
        return tuple(
            one for one in self.statements if not one.optional and (not one.kinds or kind in one.kinds)
        )

    def statement(self, name: str) -> Statement:
        """The statement of that id. KeyError where there is none."""
        return {one.id: one for one in self.statements}[name]


@dataclass(frozen=True, slots=True)
class Audience:
    """A group of readers: how plain a sheet must be for them, per language.

    `knows` are ids of glossary entries, by language, whose terms these readers need no explanation
    of; `brackets` is how many explanations a sentence may hold, `most_words` how many words the
    list at the end repeats (0: all).
    """

    id: str
    name: Mapping[str, str]
    least_plainness: Mapping[str, tuple[Decimal, Decimal]]
    knows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    brackets: int = 2
    most_words: int = 0

    def known(self, lang: str) -> frozenset[str]:
        """The glossary entries that need no explanation in a language."""
        return self.knows.get(lang, frozenset())


@lru_cache
def load(name: str) -> Regime:
    """A rulebook of `templates/regimes/`.

    Raises DisclosureError where there is none of that name, or with every fault of its file.
    """
    data = _data("regimes", name, "regime-unknown")
    rules = [_section(one) for one in data["sections"]]
    return Regime(
        id=data["id"],
        version=data["version"],
        name=data["name"],
        languages=tuple(data["languages"]),
        kinds=tuple(data["kinds"]),
        glance=_section(data["glance"]) if "glance" in data else None,
        sections=tuple(rules),
        verified=data["verified"] == "yes",
        effective_from=_day(data.get("effective_from")),
        effective_to=_day(data.get("effective_to")),
        citation=data.get("citation", ""),
        heading=data.get("heading", {}),
        layout=data.get("layout", "sheet"),
        explains=data.get("explains", "yes") == "yes",
        draft=data.get("draft") == "yes",
        statements=tuple(map(_statement, data.get("statements", []))),
        prominent=tuple(map(_prominence, data.get("prominent", []))),
        paper=_paper(data.get("paper", {})),
    )


@lru_cache
def audience(name: str) -> Audience:
    """An audience of `templates/audiences/`. Raises DisclosureError as `load` does."""
    data = _data("audiences", name, "audience-unknown")
    least = {
        lang: (Decimal(one["warn"]), Decimal(one["fail"]))
        for lang, one in data["least_plainness"].items()
    }
    knows = {lang: frozenset(ids) for lang, ids in data.get("knows", {}).items()}
    return Audience(data["id"], data["name"], least, knows, int(data.get("brackets_in_a_sentence", "2")),
                    int(data.get("words_in_the_list", "0")))


def names(folder: str) -> tuple[str, ...]:
    """The names of the files in a data folder: rulebooks or audiences that exist."""
    return tuple(sorted(path.stem for path in shipped.folder("templates", folder).glob("*.yaml")))


def _data(folder: str, name: str, code: str) -> Mapping[str, Any]:
    if name not in names(folder):
        values = {"text": name, "known": ", ".join(names(folder))}
        raise DisclosureError([Problem("", 0, 0, folder, code, values)])
    document = source.read(shipped.folder("templates", folder, f"{name}.yaml"), f"templates/{folder}/{name}.yaml")
    if problems := rulebook.faults(folder, name, document):
        raise DisclosureError(problems)
    return dict(document.data)


def _section(data: Mapping[str, Any]) -> SectionRule:
    required = tuple(
        (one["field"], one["severity"], tuple(one.get("kinds", ())))
        for one in data.get("required", [])
        if not set(one) & _CONDITIONS
    )
    kinds = tuple(data.get("kinds", ()))
    return SectionRule(
        data["id"], data["wording"], kinds, required, data.get("title", {}), data.get("mark", ""),
        data.get("citation", ""), tuple(_condition(one) for one in data.get("required", []) if set(one) & _CONDITIONS),
        tuple(data.get("rows", ())),
        tuple((one["field"], one["value"], one["citation"]) for one in data.get("fixed", [])),
    )  # fmt: skip


def _condition(data: Mapping[str, Any]) -> Condition:
    return Condition(
        data["field"], data["severity"], tuple(data.get("kinds", ())), tuple(data.get("beside", ())),
        period(data["age"]) if "age" in data else None, int(data.get("years", "0")),
        data.get("each") == "yes",
    )  # fmt: skip


def _statement(data: Mapping[str, Any]) -> Statement:
    return Statement(
        data["id"], data["text"], data["citation"], data["verified"] == "yes",
        tuple(data.get("kinds", ())), data.get("optional") == "yes", tuple(data.get("beside", ())),
    )  # fmt: skip


def _prominence(data: Mapping[str, Any]) -> Prominence:
    least = data.get("at_least")
    return Prominence(
        data["id"], data["field"], data["citation"], _points(least) if least else None,
        data.get("than", ""), data["bold"] == "yes" if "bold" in data else None,
    )  # fmt: skip


def _paper(data: Mapping[str, Any]) -> Paper:
    pages, smallest, height = (data.get(key) for key in ("most_pages", "smallest_type", "x_height"))
    return Paper(
        int(pages) if pages else None, _points(smallest) if smallest else None,
        Decimal(height.removesuffix("mm")) if height else None, data.get("citation", ""),
    )  # fmt: skip


def _points(text: str) -> Decimal:
    return Decimal(text.removesuffix("pt"))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
