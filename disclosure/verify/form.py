"""What a rulebook wants of the printed form, and a PDF, come in; every breach goes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .letters import Letters, pages, x_height
from .loss import Loss
from .reading import squeezed

_FIGURE = set("0123456789.,")


@dataclass(frozen=True, slots=True)
class Standout:
    """A value that must stand out: its printed forms, at least so many points high, not smaller than
    others, bold or not; and the article that says so."""

    field: str
    shown: tuple[str, ...]
    citation: str
    at_least: Decimal | None = None
    than: tuple[str, ...] = ()
    bold: bool = False


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


def misshapen(form: Form, data: bytes) -> tuple[Loss, ...]:
    """Every breach of the form in a PDF; each names the rulebook, the article and what was measured."""
    read = pages(data)
    return (
        *_paper(form, data, read),
        *wrongly_said(form, "".join(page.text for page in read), "pdf"),
        *(loss for one in form.standouts for loss in _stands_out(form, one, read)),
    )


def wrongly_said(form: Form, text: str, where: str) -> Iterator[Loss]:
    """Prescribed words that a finished text lacks or changes, and titles out of their order."""
    tight = squeezed(text)
    for name, words, citation in form.statements:
        if squeezed(words) not in tight:
            yield _loss(form, "statement-changed", words, citation, where, path=f"statements.{name}")
    at = 0
    for title in form.titles:
        found = tight.find(squeezed(title), at)
        if found < 0:
            yield _loss(form, "section-order", title, "", where)
        else:
            at = found + len(squeezed(title))


def _paper(form: Form, data: bytes, read: tuple[Letters, ...]) -> Iterator[Loss]:
    cited = form.paper_citation
    if form.most_pages and len(read) > form.most_pages:
        yield _loss(form, "too-many-pages", str(len(read)), cited, limit=str(form.most_pages))
    sizes = [size for page in read for size in page.sizes]
    if form.smallest_type and sizes and min(sizes) < form.smallest_type:
        yield _loss(form, "type-too-small", f"{min(sizes)} pt", cited, limit=f"{form.smallest_type} pt")
    ratio = x_height(data) if form.x_height and sizes else None
    if ratio and form.x_height and min(sizes) * ratio < form.x_height:
        measured = f"{min(sizes) * ratio:.2f} mm"
        yield _loss(form, "x-height-too-small", measured, cited, limit=f"{form.x_height} mm")


def _stands_out(form: Form, one: Standout, read: tuple[Letters, ...]) -> Iterator[Loss]:
    """Whether the largest print of a value is large, or bold, enough."""
    found = [place for shown in one.shown for place in _places(shown, read)]
    if not found:
        return
    largest = max(size for size, _ in found)
    if one.at_least and largest < one.at_least:
        yield _loss(form, "not-prominent", one.shown[0], one.citation, path=one.field,
                    measured=f"{largest} pt", limit=f"{one.at_least} pt")  # fmt: skip
    others = [size for shown in one.than for size, _ in _places(shown, read)]
    if others and largest < max(others):
        yield _loss(form, "not-prominent", one.shown[0], one.citation, path=one.field,
                    measured=f"{largest} pt", limit=f"{max(others)} pt")  # fmt: skip
    if one.bold and not any(bold for _, bold in found):
        yield _loss(form, "not-bold", one.shown[0], one.citation, path=one.field)


def _places(shown: str, read: tuple[Letters, ...]) -> Iterator[tuple[Decimal, bool]]:
    """Where a value stands by itself: the size of its smallest letter, and whether all are bold."""
    sought = squeezed(shown)
    for page in read:
        at = page.text.find(sought)
        while at >= 0:
            end = at + len(sought)
            if not _continues(page.text, at, end):
                yield min(page.sizes[at:end]), all(page.bold[at:end])
            at = page.text.find(sought, at + 1)


def _continues(text: str, at: int, end: int) -> bool:
    """Does a figure go on beyond its ends, so that this is another one?"""
    before, after = text[at - 1 : at], text[end : end + 1]
    return (text[at] in _FIGURE and before in _FIGURE and before != "") or (
        text[end - 1] in _FIGURE and after.isdigit()
    )


def _loss(form: Form, rule: str, text: str, citation: str, where: str = "pdf", *, path: str = "",
          **values: str) -> Loss:  # fmt: skip
    return Loss(where, path, text, rule, (("regime", form.regime), ("citation", citation), *values.items()))
