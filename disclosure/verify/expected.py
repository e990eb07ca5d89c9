"""A composed sheet comes in; everything that a reader of its finished pages must find goes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .form import Form
from .words import squeezed

if TYPE_CHECKING:
    from ..sheet.model import Picture, Sentences, Sheet

_FIGURES = {"money", "rate", "period", "date", "number"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as it is printed in a passage: at the characters `start` to `end` of its squeezed words.

    A figure may not be parted by a line or a box; a name may.
    """

    path: str
    shown: str
    start: int
    end: int
    figure: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together: a heading, a paragraph, an entry of a list or a cell of a table."""

    place: str
    role: str
    sentences: tuple[str, ...]
    stated: tuple[Stated, ...] = ()

    @property
    def path(self) -> str:
        """The field of its first fact, or else the section it stands in."""
        return self.stated[0].path if self.stated else self.place

    @property
    def words(self) -> str:
        """All its words without white space, as they are compared."""
        return squeezed("".join(self.sentences))


@dataclass(frozen=True, slots=True)
class Fixed:
    """Words that stand on a page beside the passages, at any place: at most so often, and, where they
    `must`, exactly so often. Those that `flow` are drawn in the order of reading."""

    words: str
    must: bool = False
    most: int = 1
    flows: bool = False


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a reader must find, and all that may be found.

    `passages` stand in this order; those numbered in `optional` may be left out together, as their words
    stand in others too; `tables` holds, for each row of each table, the numbers of its
    passages (-1 for an empty cell), the header first. `alternatives` are the texts that stand for
    drawings, `links` the (path, address) of every link, `foot` the title that runs under each printed
    page, `numbers` the values that the machine-readable part may hold beside what is printed.
    """

    passages: tuple[Passage, ...]
    tables: tuple[tuple[tuple[int, ...], ...], ...]
    fixed: tuple[Fixed, ...]
    alternatives: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    foot: str
    numbers: tuple[str, ...]
    optional: frozenset[int]
    family: str
    form: Form | None = None

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The (path, printed form) of each fact, as often as it is printed."""
        return tuple((one.path, one.shown) for passage in self.passages for one in passage.stated)


def expectation(sheet: "Sheet", family: str, form: Form | None = None) -> Expectation:
    """What a reader of the sheet must find. `family` is the only font allowed, `form` what the rulebook
    wants of the finished document."""
    passages: list[Passage] = []
    tables: list[tuple[tuple[int, ...], ...]] = []
    for group in (sheet.heading, sheet.title, sheet.provider, sheet.dated):
        passages += [_passage("title", "heading", group)] if group else []
    for section in sheet.parts:
        passages.append(_passage(section.id, "heading", section.title))
        for block in section.blocks:
            first = len(passages)
            passages += _block(section.id, block)
            tables += _rows(block, passages, first)
    return Expectation(
        tuple(passages), tuple(tables), tuple(_fixed(sheet)), tuple(_alternatives(sheet)),
        tuple(dict.fromkeys(_links(sheet))), squeezed(_said(sheet.heading or sheet.title)),
        tuple(dict.fromkeys([*_values(sheet), sheet.version, sheet.as_of.isoformat()])),
        _optional(sheet, passages), family, form,
    )  # fmt: skip


def _values(sheet: "Sheet") -> Iterator[str]:
    yield from (fact.value for fact in sheet.facts if fact.kind in _FIGURES)


def _optional(sheet: "Sheet", passages: list[Passage]) -> frozenset[int]:
    """The name, provider and date under a heading that a rulebook fixes, where the sheet says them again."""
    if not sheet.heading:
        return frozenset()
    rest = [one.words for one in passages[4:]]
    again = all(any(one.words in words for words in rest) for one in passages[1:4])
    return frozenset({1, 2, 3}) if again else frozenset()


def _block(place: str, block: object) -> Iterator[Passage]:
    from ..sheet.model import parts

    for role, sentences in parts(block):  # type: ignore[arg-type]
        if role != "alternative":
            yield _passage(place, role, sentences)


def _passage(place: str, role: str, sentences: "Sentences") -> Passage:
    stated, at = [], 0
    for sentence in sentences:
        for run in sentence.runs:
            size = len(squeezed(run.text))
            if run.fact and run.fact.kind not in ("text", "statutory") and size:
                figure = run.fact.kind in _FIGURES
                stated.append(Stated(run.fact.path, run.text.strip(), at, at + size, figure))
            at += size
    return Passage(place, role, tuple(one.text for one in sentences), tuple(stated))


def _rows(block: object, passages: list[Passage], first: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    from ..sheet.model import Table

    if not isinstance(block, Table):
        return
    rows, at = [], first
    for row in (block.header, *block.rows):
        rows.append(tuple(n if passages[n].sentences else -1 for n in range(at, at + len(row))))
        at += len(row)
    yield tuple(rows)


def _fixed(sheet: "Sheet") -> Iterator[Fixed]:
    labels = sheet.labels
    for name in ("skip", "kind", "regime", "provider", "as_of", "other", "pdf"):
        yield Fixed(labels.get(name, ""))
    yield Fixed(labels.get("note", ""), must=sheet.layout == "sheet")
    yield Fixed("·")
    if sheet.listed:
        yield Fixed(labels.get("glossary", ""), must=True, flows=True)
    for term in sheet.listed:
        yield Fixed(f"{term.original} {term.define}", must=True, flows=True)
    for picture in _pictures(sheet):
        for words in _drawn(picture, labels.get("yours", "")):
            yield Fixed(words, must=True)


def _pictures(sheet: "Sheet") -> Iterator["Picture"]:
    from ..sheet.model import Picture

    for section in sheet.parts:
        yield from (block for block in section.blocks if isinstance(block, Picture))


def _drawn(picture: "Picture", yours: str) -> Iterator[str]:
    """The words written in a drawing; a label and the sum beside it are one."""
    from ..sheet.model import Bars, Scale

    match picture.data:
        case Scale(codes, _, lowest, highest):
            yield from (*codes, yours, f"← {lowest}", f"{highest} →")
        case Bars(parts, bars) if len(parts) > 2:
            yield from (f"{part}{shown}" for part, shown in zip(parts, bars[0].shown, strict=True))
        case Bars(parts, bars):
            yield from parts if len(parts) > 1 else ()
            yield from (f"{bar.label}{bar.shown[0]}" for bar in bars)
        case years:
            yield from (*years.parts, *years.years)  # type: ignore[union-attr]


def _alternatives(sheet: "Sheet") -> Iterator[str]:
    yield from (_said(picture.alternative) for picture in _pictures(sheet))


def _links(sheet: "Sheet") -> Iterator[tuple[str, str]]:
    """The addresses that words of the sheet lead to."""
    for _, _, group in sheet.everything():
        for run in (run for sentence in group for run in sentence.runs):
            path, value = (run.fact.path, run.fact.value) if run.fact else ("", "")
            if run.href or value.startswith("http"):
                yield path, run.href or value
            elif path.endswith(".email"):
                yield path, f"mailto:{value}"


def _said(sentences: "Sentences") -> str:
    return "".join(one.text for one in sentences)
