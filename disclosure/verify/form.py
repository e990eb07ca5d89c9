"""What a rulebook wants of the printed form, and a PDF, come in; every breach goes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .letters import Letters, letters, x_height
from .loss import Loss
from .page import Page
from .printed import Printed
from .words import squeezed

_FIGURE = set("0123456789.,")
_GOES_BEFORE = re.compile(r"[0-9][.,]?\Z")
_GOES_ON = re.compile(r"[.,]?[0-9]")


@dataclass(frozen=True, slots=True)
class Standout:
    """A value that must stand out: its printed forms, at least so many points high, not smaller than
    others, bold, or (`bold` False) not bold; and the article that says so."""

    field: str
    shown: tuple[str, ...]
    citation: str
    at_least: Decimal | None = None
    than: tuple[str, ...] = ()
    bold: bool | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What the finished document of a rulebook must look like.

    `titles` stand in this order; `statements` (id, words, citation) stand unchanged.
    """

    regime: str
    titles: tuple[str, ...] = ()
    statements: tuple[tuple[str, str, str], ...] = ()
    most_pages: int | None = None
    smallest_type: Decimal | None = None
    x_height: Decimal | None = None
    paper_citation: str = ""
    standouts: tuple[Standout, ...] = ()


def misshapen(form: Form, pdf: Printed) -> tuple[Loss, ...]:
    """Every breach of the form in a PDF; each names the rulebook, the article and what was measured."""
    read = letters(pdf)
    return (
        *_paper(form, pdf, read),
        *_changed(form, pdf.text, "pdf"),
        *_disordered(form, [_bold(page) for page in read], "pdf"),
        *(loss for one in form.standouts for loss in _stands_out(form, one, read)),
    )


def misworded(form: Form, page: Page) -> tuple[Loss, ...]:
    """Prescribed words that an HTML page lacks or changes, and titles that are no heading in their order."""
    headings = [f"\n{squeezed(one)}\n" for one in page.headings]
    return (*_changed(form, page.text, "html"), *_disordered(form, headings, "html"))


def _changed(form: Form, text: str, where: str) -> Iterator[Loss]:
    tight = squeezed(text)
    for name, words, citation in form.statements:
        if squeezed(words) not in tight:
            yield _loss(form, "statement-changed", words, citation, where, path=f"statements.{name}")


def _disordered(form: Form, headings: list[str], where: str) -> Iterator[Loss]:
    """Titles that do not stand among the headings, or not after the title before them."""
    text, at = "".join(headings), 0
    for title in form.titles:
        sought = squeezed(title) if where == "pdf" else f"\n{squeezed(title)}\n"
        found = text.find(sought, at)
        if found < 0:
            yield _loss(form, "section-order", title, "", where)
        else:
            at = found + len(sought)


def _bold(page: Letters) -> str:
    """The bold letters of a page, and a line end for each stretch of others: headings are bold."""
    pairs = zip(page.text, page.bold, strict=True)
    return "".join(letter if bold else "\n" for letter, bold in pairs) + "\n"


def _paper(form: Form, pdf: Printed, read: tuple[Letters, ...]) -> Iterator[Loss]:
    cited = form.paper_citation
    if form.most_pages and len(read) > form.most_pages:
        yield _loss(form, "too-many-pages", str(len(read)), cited, limit=str(form.most_pages))
    sizes = [size for page in read for size in page.sizes]
    if form.smallest_type and sizes and min(sizes) < form.smallest_type:
        yield _loss(form, "type-too-small", f"{min(sizes)} pt", cited, limit=f"{form.smallest_type} pt")
    ratio = x_height(pdf) if form.x_height and sizes else None
    if ratio and form.x_height and min(sizes) * ratio < form.x_height:
        measured = f"{min(sizes) * ratio:.2f} mm"
        yield _loss(form, "x-height-too-small", measured, cited, limit=f"{form.x_height} mm")


def _stands_out(form: Form, one: Standout, read: tuple[Letters, ...]) -> Iterator[Loss]:
    """Whether the largest print of each of the values is large, or bold, enough."""
    others = [size for shown in one.than for size, _ in _places(shown, read)]
    least = max(filter(None, [one.at_least, *others]), default=None)
    for shown in one.shown:
        found = list(_places(shown, read))
        largest = max((size for size, _ in found), default=None)
        if least and largest and largest < least:
            yield _loss(form, "not-prominent", shown, one.citation, path=one.field,
                        measured=f"{largest} pt", limit=f"{least} pt")  # fmt: skip
        if found and one.bold and not any(bold for _, bold in found):
            yield _loss(form, "not-bold", shown, one.citation, path=one.field)
        if one.bold is False and any(bold for _, bold in found):
            yield _loss(form, "bold-forbidden", shown, one.citation, path=one.field)


def _places(shown: str, read: tuple[Letters, ...]) -> Iterator[tuple[Decimal, bool]]:
    """Where a value stands by itself: the size of its smallest letter, and whether all are bold."""
    sought = squeezed(shown)
    for page in read:
        at = page.text.find(sought)
        while at >= 0:
            end = at + len(sought)
            if not _continues(page, at, end):
                yield min(page.sizes[at:end]), all(page.bold[at:end])
            at = page.text.find(sought, at + 1)


def _continues(page: Letters, at: int, end: int) -> bool:
    """Does a figure go on beyond its ends, so that this is another one? A full stop ends none."""
    start, stop = at, end
    while start and not page.apart[start]:
        start -= 1
    while stop < len(page.text) and not page.apart[stop]:
        stop += 1
    before, after = page.text[start:at], page.text[end:stop]
    return bool(
        (page.text[at] in _FIGURE and _GOES_BEFORE.search(before))
        or (page.text[end - 1] in _FIGURE and _GOES_ON.match(after))
    )


def _loss(form: Form, rule: str, text: str, citation: str, where: str = "pdf", *, path: str = "",
          **values: str) -> Loss:  # fmt: skip
    return Loss(where, path, text, rule, (("regime", form.regime), ("citation", citation), *values.items()))
