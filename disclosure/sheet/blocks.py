"""The element tree of a worded section becomes its title and blocks of runs and sentences."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from .model import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Fact,
    Heading,
    Paragraph,
    Picture,
    Run,
    Sentence,
    Sentences,
    Table,
)
from .trace import MARK, MARKED, Trace

Finish = Callable[[tuple[Run, ...], str], Sentences]
_INLINE = {"strong", "em", "a"}
_LEFT, _ABOVE = "<", "^"
"""What wording puts in a table's cell over which the one to its left, or the one above, extends."""


class MarkupRefused(Exception):
    """Wording uses markup that a sheet does not know; `args[0]` names the element."""


def blocks(root: Element, trace: Trace, finish: Finish) -> tuple[Sentences, tuple[Block, ...]]:
    """The title (the level-1 heading) and the blocks of a section.

    `finish` turns the runs of one stretch of text, given its role, into sentences; it is where
    terms are explained.
    """
    title: Sentences = ()
    found: list[Block] = []
    for element in root:
        if element.tag == "h1":
            title = finish(runs(element, trace), "heading")
        else:
            found.extend(_block(element, trace, finish))
    return title, tuple(found)


def _block(element: Element, trace: Trace, finish: Finish) -> Iterator[Block]:
    match element.tag:
        case "p":
            picture = _picture(element, trace)
            yield picture or Paragraph(finish(runs(element, trace), "prose"))
        case "blockquote":
            yield Callout(finish(_flat(element, trace), "prose"))
        case "h2" | "h3":
            yield Heading(finish(runs(element, trace), "heading"))
        case "ul":
            yield Bullets(tuple(finish(_flat(item, trace), "bullet") for item in element))
        case "dl":
            yield Definitions(tuple(_pairs(element, trace, finish)))
        case "table":
            yield _table(element, trace, finish)
        case other:
            raise MarkupRefused(other)


def _picture(element: Element, trace: Trace) -> Picture | None:
    found = MARKED.fullmatch((element.text or "").strip())
    thing = trace.marked(found) if found and not len(element) else None
    return thing if isinstance(thing, Picture) else None


def _pairs(element: Element, trace: Trace, finish: Finish) -> Iterator[tuple[Sentences, Sentences]]:
    label: Sentences = ()
    for item in element:
        if item.tag == "dt":
            label = finish(runs(item, trace), "heading")
        else:
            yield label, finish(_flat(item, trace), "prose")


def _table(element: Element, trace: Trace, finish: Finish) -> Table:
    head, body = element.find("thead"), element.find("tbody")
    header = () if head is None else tuple(
        finish(runs(cell, trace), "heading") for cell in head.iter("th")
    )
    lines = [list(row) for row in body or () if any(map(_says, row))]
    joined = frozenset(
        (number, column)
        for number, row in enumerate(lines)
        for column, cell in enumerate(row)
        if _text(cell) == (_LEFT if column else _ABOVE)
    )
    rows = tuple(
        tuple(() if (number, column) in joined else finish(runs(cell, trace), "cell") for column, cell in enumerate(row))
        for number, row in enumerate(lines)
    )  # fmt: skip
    return Table(header, rows, joined)


def _text(cell: Element) -> str:
    return "".join(cell.itertext()).strip()


def _says(cell: Element) -> bool:
    return _text(cell) not in ("", _LEFT, _ABOVE)


def _flat(element: Element, trace: Trace) -> tuple[Run, ...]:
    paragraphs = [child for child in element if child.tag == "p"]
    if not paragraphs:
        return runs(element, trace)
    joined: list[Run] = []
    for paragraph in paragraphs:
        joined += [Run("\n")] if joined else []
        joined += runs(paragraph, trace)
    return tuple(joined)


def runs(element: Element, trace: Trace) -> tuple[Run, ...]:
    """The runs of an element's text: wording between marks, and the fact of each mark."""
    found = _runs(element, trace, False, None) if len(element) else _split(element.text or "", trace, False, None)
    return tuple(found)


def _runs(element: Element, trace: Trace, strong: bool, href: str | None) -> Iterator[Run]:
    yield from _split(element.text or "", trace, strong, href)
    for child in element:
        if child.tag not in _INLINE:
            raise MarkupRefused(child.tag)
        bold = strong or child.tag in ("strong", "em")
        yield from _runs(child, trace, bold, child.get("href") or href)
        yield from _split(child.tail or "", trace, strong, href)


def _split(text: str, trace: Trace, strong: bool, href: str | None) -> Iterator[Run]:
    if MARK not in text:
        if text:
            yield Run(text, strong=strong, href=href)
        return
    at = 0
    for found in MARKED.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()], strong=strong, href=href)
        thing = trace.marked(found)
        if isinstance(thing, Fact):
            yield Run(thing.shown, fact=thing, strong=strong, href=href)
        at = found.end()
    if text[at:]:
        yield Run(text[at:], strong=strong, href=href)


def inline(text: str, trace: Trace) -> Sentences:
    """Plain text with marks as one sentence, for the alternative of a drawing."""
    return (Sentence(tuple(_split(" ".join(text.split()), trace, False, None))),)
