"""The values of the claims checker: what is found, what is looked for, and how a language denies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .compose import Composition
from .notation import Needs, Phrases

Verdict = Literal["banned", "review"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that make a claim, at code points `start` to `end` of the text as it was given.

    `banned`: nobody may say so to the public. `review`: lawful only if the facts bear it out.
    """

    rule: str
    start: int
    end: int
    verdict: Verdict
    words: str
    citation: str


@dataclass(frozen=True, slots=True)
class Family:
    """What a family of claims promises, why that is not allowed and what to write instead.

    `why` and `instead` go by the language of the reader, `citation` by that of the text. `rulebooks`
    are those it belongs to, none where it holds everywhere.
    """

    id: str
    why: Mapping[str, str]
    instead: Mapping[str, str]
    citation: Mapping[str, str]
    rulebooks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a claim, or a composition of classes of words. Group "span" of a wording, where it
    has one, is the claim itself.

    `needs`: the words, or classes, that must stand in the sentence. `near`, `unless`: what must, and must not,
    stand in the text around. `kinds`: the verdict for a kind of product, "lawful" where it may say so.
    `joins`: whether the words may come about by chance where two other Chinese words meet.
    """

    family: str
    lang: str
    written: str
    say: Phrases | Composition
    needs: Needs
    verdict: Verdict = "banned"
    near: Phrases | None = None
    unless: Phrases | None = None
    kinds: tuple[tuple[str, str], ...] = ()
    roles: frozenset[str] = frozenset()
    joins: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language denies, forbids, asks and answers; each field is looked for as a whole.

    `not_negation` looks like a negator and is none; `free` is what a negator governs in place of the
    claim; `stops` end its reach. `carrying` are negators with a verb that reaches further,
    `forbidding` prohibitions and warnings that reach to the end of the sentence. `retracted` begins the
    sentence after one whose claim was only somebody's opinion.
    """

    not_negation: Phrases
    negators: Phrases
    free: Phrases
    stops: Phrases
    carrying: Phrases
    carrying_stops: Phrases
    forbidding: Phrases
    forbidding_stops: Phrases
    doubling: Phrases
    denied_after: Phrases
    question: Phrases
    rhetorical: Phrases
    whether: Phrases
    retracted: Phrases
    answer_no: Phrases
    answer_yes: Phrases


@dataclass(frozen=True, slots=True)
class Language:
    """Everything one language brings: its patterns, classes of words, technical terms, grammar and signs of a kind.

    By family: `lawful` uses of the same words; `conditional` words that name a guarantor or a limit.
    """

    lang: str
    patterns: tuple[Pattern, ...]
    classes: Mapping[str, frozenset[str]]
    lawful: Mapping[str, Phrases]
    conditional: Mapping[str, Phrases]
    technical: Phrases
    grammar: Grammar
    kinds: Mapping[str, Phrases]
    literals: frozenset[str]
