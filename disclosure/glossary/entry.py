"""One glossary entry as a value: a term, what a reader is told instead or beside it, and where it holds."""

import re
from dataclasses import dataclass, field

MODES = ("explain", "replace", "keep", "required")
"""explain: the term stays, its plain wording follows at first use. replace: the plain wording stands
instead. keep: never touched. required: wording that law or contract fixes; explained, never replaced."""
KINDS = ("deposit", "wealth", "fund", "loan", "card", "insurance")
CASES = ("any", "exact")
STATUSES = ("draft", "reviewed", "approved", "retired")
"""draft: not read by a second person. reviewed: read and corrected. approved: signed by the owner of the
words. retired: does nothing, and in an upper layer silences the entry of the same id below."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a term that decide its sense.

    `not_in`: phrases that hold the term in another sense. `only_if`: at least one of these stands in
    the same sentence. `never_if`: none of them does.
    """

    not_in: tuple[str, ...] = ()
    only_if: tuple[str, ...] = ()
    never_if: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where the wording of an entry comes from."""

    name: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term, its plain wording and its limits. `examples` pairs a text with what it must become.

    `forms` are further surfaces of the term; `wordings` gives some of them a plain wording of their
    own. Empty `kinds` or `audiences`: the entry holds for all. `sense` notes for reviewers which
    meaning of the term is meant. `negates`: the plain wording says by a negation what the term says
    without one, or the reverse, and a reviewer wants it so.
    """

    id: str
    lang: str
    term: str
    plain: str = ""
    forms: tuple[str, ...] = ()
    wordings: tuple[tuple[str, str], ...] = ()
    plain_plural: str = ""
    define: str = ""
    sense: str = ""
    mode: str = "explain"
    category: str = ""
    kinds: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    context: Context = field(default_factory=Context)
    case: str = "any"
    negates: bool = False
    source: Source = field(default_factory=Source)
    status: str = "draft"
    reviewer: str = ""
    reviewed: str = ""
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The term and its further forms, as written."""
        return (self.term, *self.forms)

    @property
    def wordings_all(self) -> tuple[str, ...]:
        """Every plain wording this entry can put into a text."""
        own = (wording for _, wording in self.wordings)
        return tuple(dict.fromkeys(w for w in (self.plain, self.plain_plural, *own) if w))

    def wording(self, surface: str) -> str:
        """The plain wording that belongs to one surface."""
        return dict(self.wordings).get(surface, self.plain)

    @property
    def is_live(self) -> bool:
        """Does the entry do anything? Not once it is retired."""
        return self.status != "retired"

    def holds(self, kind: str | None, audience: str | None) -> bool:
        """Does the entry hold for this kind of product and this reader? None: not known, so yes."""
        return _covers(self.kinds, kind) and _covers(self.audiences, audience)

    def meets(self, other: "Entry") -> bool:
        """Can both entries hold for one and the same text?"""
        return self.lang == other.lang and all(
            not mine or not theirs or set(mine) & set(theirs)
            for mine, theirs in ((self.kinds, other.kinds), (self.audiences, other.audiences))
        )

    def exact(self, surface: str) -> bool:
        """Must the case of letters match? Always for an acronym such as NAV."""
        return self.case == "exact" or bool(re.fullmatch(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*", surface))


def _covers(limits: tuple[str, ...], value: str | None) -> bool:
    return not limits or value is None or value in limits
