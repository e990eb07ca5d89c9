"""The sheet: sections of blocks of sentences, in which every number is a fact with its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

FactKind = Literal["money", "rate", "period", "date", "number", "text", "name", "choice", "link", "statutory"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One stated value: where it comes from, its value without language, and how it is printed.

    `path` is the field of the definition ("fees[0].rate"), or "figures.NAME" for a computed one.
    """

    path: str
    kind: FactKind
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the trade that was explained or replaced, and the glossary entry that did it.

    `mode`: `explain` and `required` in brackets, `listed` in the list of words alone, `replace`
    instead of the word.
    """

    entry: str
    mode: str
    original: str
    plain: str
    define: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one origin: wording, a fact, or a term."""

    text: str
    fact: Fact | None = None
    term: Term | None = None
    strong: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, made of runs."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words as a reader sees them."""
        return "".join([run.text for run in self.runs])


Sentences = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Callout:
    """A statement that must not be overlooked."""

    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one or more sentences."""

    items: tuple[Sentences, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row of headers, then rows whose first cell names the row.

    `joined` holds the (row, column) of the empty cells that others extend over: in the first column
    the one above, elsewhere the one to the left.
    """

    header: tuple[Sentences, ...]
    rows: tuple[tuple[Sentences, ...], ...]
    joined: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Definitions:
    """Pairs of a label and what is said about it."""

    rows: tuple[tuple[Sentences, Sentences], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A level on a risk scale: `codes` from lowest to highest, the 1-based `level` of this product."""

    codes: tuple[str, ...]
    level: int
    lowest: str
    highest: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, the facts it shows and their sizes, stacked in the order of `Bars.parts`."""

    label: str
    sizes: tuple[Decimal, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Sums of money to compare; `parts` names what the pieces of each bar are."""

    parts: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """Results of calendar years side by side, in percent: for each year one value a part, or None
    where it is not stated."""

    parts: tuple[str, ...]
    years: tuple[str, ...]
    values: tuple[tuple[Decimal | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its text alternative, which states everything that the drawing shows."""

    name: str
    data: Scale | Bars | Years
    alternative: Sentences


Block = Paragraph | Callout | Heading | Bullets | Table | Definitions | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """One question of the rulebook and its answer; `mark` is the sign before the entries of its lists."""

    id: str
    title: Sentences
    blocks: tuple[Block, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A composed fact sheet in one language, ready to be checked and rendered."""

    product: str
    version: str
    kind: str
    lang: str
    regime: str
    audience: str
    title: Sentences
    provider: Sentences
    dated: Sentences
    as_of: date
    glance: Section | None
    sections: tuple[Section, ...]
    terms: tuple[Term, ...]
    facts: tuple[Fact, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    heading: Sentences = ()
    layout: str = "sheet"
    most_words: int = 0

    @property
    def listed(self) -> tuple[Term, ...]:
        """The terms of the list of words: those explained nowhere else, then those a law wants, then others.

        No more than `most_words` (0: all) beyond the first kind, in the order of the sheet.
        """
        rank = {"listed": 0, "required": 1}
        chosen = sorted(self.terms, key=lambda term: rank.get(term.mode, 2))
        alone = sum(term.mode == "listed" for term in self.terms)
        kept = set(chosen[: max(self.most_words, alone)]) if self.most_words else set(chosen)
        return tuple(term for term in self.terms if term in kept)

    @property
    def parts(self) -> tuple[Section, ...]:
        """Every section in reading order, the opening summary first where there is one."""
        return (self.glance, *self.sections) if self.glance else self.sections

    def stated(self) -> frozenset[tuple[str, str]]:
        """What the sheet states, without language: (path, value) of every fact."""
        return frozenset((fact.path, fact.value) for fact in self.facts)

    def everything(self) -> Iterator[tuple[str, str, Sentences]]:
        """Every group of sentences in reading order, as (section id, role, sentences).

        The role of words that the rulebook prescribes is `statutory`.
        """
        for sentences in (self.heading, self.title, self.provider, self.dated):
            if sentences:
                yield "title", _role("heading", sentences), sentences
        for section in self.parts:
            yield section.id, _role("heading", section.title), section.title
            for block in section.blocks:
                for role, sentences in parts(block):
                    yield section.id, _role(role, sentences), sentences


def _role(role: str, sentences: Sentences) -> str:
    return "statutory" if is_prescribed(sentences) else role


def is_prescribed(sentences: Sentences) -> bool:
    """Are all the words a rulebook's own, save for facts that it leaves room for?"""
    fixed = False
    for sentence in sentences:
        for run in sentence.runs:
            if run.fact is None:
                if run.text.strip():
                    return False
            elif run.fact.kind == "statutory" and run.text.strip():
                fixed = True
    return fixed


def parts(block: Block) -> Iterator[tuple[str, Sentences]]:
    """The groups of sentences in a block with their role: prose, bullet, heading or cell."""
    match block:
        case Paragraph(sentences) | Callout(sentences):
            yield "prose", sentences
        case Heading(sentences):
            yield "heading", sentences
        case Bullets(items):
            yield from (("bullet", item) for item in items)
        case Table(header, rows):
            yield from (("cell", cell) for row in (header, *rows) for cell in row)
        case Definitions(rows):
            for label, said in rows:
                yield "cell", label
                yield "prose", said
        case Picture(alternative=alternative):
            yield "alternative", alternative
