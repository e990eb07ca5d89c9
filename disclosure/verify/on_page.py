"""What must be found on an HTML page, and the page as it is seen, become what is lost, hidden or added."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from .expected import Expectation, Passage
from .loss import Loss
from .page import Page, Piece
from .reckoning import loose_of, named, reckoned, torn
from .walk import Found, Span, Text, in_order
from .words import squeezed

_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_OWN = re.compile(r"(#[^/]*|[^/:#?]+\.(html|pdf))\Z")


def shown_losses(expected: Expectation, page: Page) -> Iterator[Loss]:
    """What of the sheet is not seen on the page, and what is seen there beside it."""
    text = Text(page.text)
    found = in_order([one.words for one in expected.passages], loose_of(expected), text.tight, expected.optional)
    if found.missed >= 0:
        losses = tuple(reckoned(expected, "html", page.text, loose_of(expected)))
        yield from losses or [_out_of_place(expected, found)]
    else:
        yield from _absent(expected, found)
        yield from _hidden(expected, page, text, found)
        yield from torn(expected, "html", text, found.spans)
        yield from _mixed(expected, page, text, found)
    yield from (Loss("html", "", one, rule) for rule, one in page.troubles)
    yield from _beside(expected, page)


def _out_of_place(expected: Expectation, found: Found) -> Loss:
    if found.missed == len(expected.passages):
        return Loss("html", "", found.left, "invented-on-page")
    return named("html", expected.passages[found.missed], "out-of-place")


def _absent(expected: Expectation, found: Found) -> Iterator[Loss]:
    """Fixed words that the page has to hold, and does not hold so often."""
    loose = loose_of(expected)
    there = Counter(number for number, _ in found.loose)
    must = Counter(squeezed(one.words) for one in expected.fixed if one.must)
    for number, words in enumerate(loose.words):
        if there[number] < must[words]:
            yield Loss("html", "", words)


def _hidden(expected: Expectation, page: Page, text: Text, found: Found) -> Iterator[Loss]:
    """Words that stand in the page and cannot be seen in some window."""
    hidden = [
        (piece, after.start if after else len(page.text))
        for piece, after in zip(page.pieces, (*page.pieces[1:], None), strict=True)
        if piece.why
    ]
    headers = {number for table in expected.tables for number in table[0]} if page.labels else set()
    for piece, end in hidden:
        if page.text[piece.start : end].isspace():
            continue
        for number, span in _within(text, found, piece.start, end):
            passage = expected.passages[number]
            aside = number in headers or passage.role == "heading" and not passage.stated
            yield from _why(passage, piece, span, text, aside)
        for number, (start, stop) in found.loose:
            if text.places[start] < end and text.places[stop - 1] >= piece.start and _must(expected, text, start, stop):
                yield Loss("html", "", text.cut((start, stop)), f"hidden-{min(piece.why)}")


def _must(expected: Expectation, text: Text, start: int, end: int) -> bool:
    return any(one.must and squeezed(one.words) == text.tight[start:end] for one in expected.fixed)


def _within(text: Text, found: Found, start: int, end: int) -> Iterator[tuple[int, Span]]:
    for number, span in enumerate(found.spans):
        if span[0] < span[1] and text.places[span[0]] < end and text.places[span[1] - 1] >= start:
            yield number, span


def _why(passage: Passage, piece: Piece, span: Span, text: Text, aside: bool) -> Iterator[Loss]:
    """Why a passage is not seen; one that is off the page is allowed where it may be `aside`."""
    reasons = piece.why - {"aside"} if aside else piece.why
    for reason in sorted(reasons):
        yield named("html", passage, "hidden-moved" if reason == "aside" else f"hidden-{reason}")


def _mixed(expected: Expectation, page: Page, text: Text, found: Found) -> Iterator[Loss]:
    """Cells that do not stand, each by itself, in the row of their table; headers repeated wrongly."""
    at = {}
    pieces, here = page.pieces, 0
    for number, (start, end) in enumerate(found.spans):
        if start == end:
            continue
        while here + 1 < len(pieces) and pieces[here + 1].start <= text.places[start]:
            here += 1
        at[number] = pieces[here]
    for table in expected.tables:
        rows = [[(number, at[number]) for number in row if number in at] for row in table]
        taken: set[int] = set()
        for row in filter(None, rows):
            lines, cells = {piece.row for _, piece in row}, {piece.cell for _, piece in row}
            if len(lines) != 1 or lines & taken or len(cells) != len(row):
                yield named("html", expected.passages[row[0][0]], "row-mixed")
            taken |= lines
        yield from _mislabelled(expected, page, table, at)


def _mislabelled(
    expected: Expectation, page: Page, table: tuple[tuple[int, ...], ...], at: dict[int, Piece]
) -> Iterator[Loss]:
    header = table[0] if table else ()
    for row in table[1:]:
        for column, number in enumerate(row):
            label = page.labels.get(at[number].cell) if number in at else None
            over = header[column] if column < len(header) else -1
            said = expected.passages[over].words if over >= 0 else ""
            if label is not None and squeezed(label) != said:
                yield Loss("html", expected.passages[number].place, label, "label-differs")


def _beside(expected: Expectation, page: Page) -> Iterator[Loss]:
    """What a page holds for machines and screen readers: links, texts of drawings, title and data."""
    wanted = dict((address, path) for path, address in expected.links)
    there = set(page.links)
    for address, path in wanted.items():
        if address not in there:
            yield Loss("html", path, address, "link-lost")
    for address in sorted(there):
        if address not in wanted and not _OWN.fullmatch(address):
            yield Loss("html", "", address, "link-elsewhere")
    said = Counter(map(squeezed, page.alternatives))
    for one in expected.alternatives:
        if not said[squeezed(one)]:
            yield Loss("html", "", one, "label-differs")
    if not page.titles or not squeezed(page.titles[0]).startswith(_title(expected)):
        yield Loss("html", "", page.titles[0] if page.titles else "", "title-differs")
    yield from _invented_data(expected, page)


def _title(expected: Expectation) -> str:
    titles = [one.words for one in expected.passages if one.place == "title"]
    return titles[1] if len(titles) > 3 else titles[0]


def _invented_data(expected: Expectation, page: Page) -> Iterator[Loss]:
    """Numbers in the machine-readable data that the sheet does not state."""
    known = _numbers("\n".join([*expected.numbers, *("".join(one.sentences) for one in expected.passages)]))
    for text in page.data:
        try:
            data = json.loads(text)
        except ValueError:
            yield Loss("html", "", text, "invented-on-page")
            continue
        for one in _leaves(data):
            if not _numbers(one) <= known:
                yield Loss("html", "", one, "invented-on-page")


def _numbers(text: str) -> set[Decimal]:
    return {Decimal(one.replace(",", "")) for one in _NUMBER.findall(text)}


def _leaves(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for name, one in data.items():
            yield from () if name in ("@context", "@type", "identifier") else _leaves(one)
    elif isinstance(data, list):
        for one in data:
            yield from _leaves(one)
    elif isinstance(data, str | int | float):
        yield str(data)
