"""What must be found in a PDF, and the PDF as it was read, become what is lost, hidden or added."""

from collections.abc import Iterator

from .expected import Expectation
from .loss import Loss
from .placing import holds, misplaced, row_mixed
from .printed import NOT_IN_FILE, Printed
from .reckoning import loose_of, reckoned, torn
from .walk import Found, Loose, Span, Text, in_order
from .words import squeezed

_MANY = 10_000
_MOST_BARE = 20
_MARKS = ("•", "–")


def printed_losses(expected: Expectation, pdf: Printed) -> Iterator[Loss]:
    """What of the sheet is not seen in the PDF, and what is seen there beside it."""
    text = Text(pdf.text)
    found = in_order([one.words for one in expected.passages], _loose(expected, pdf), text.tight, expected.optional)
    if found.missed < 0:
        yield from _absent(expected, pdf, text)
        yield from torn(expected, "pdf", text, found.spans)
        yield from misplaced(expected, pdf, text, found)
    else:
        yield from _in_pieces(expected, pdf, text)
    yield from _without_ink(expected, pdf, text, found)
    yield from _feet(expected, pdf)
    fonts = sorted({run.font for run in pdf.runs})
    strange = [one for one in fonts if not one.startswith(expected.family) or one.endswith(NOT_IN_FILE)]
    yield from (Loss("pdf", "", f"font {name}", "font-foreign") for name in strange)
    yield from (Loss("pdf", "", one, rule) for rule, one in pdf.troubles)
    known = {address for _, address in expected.links}
    yield from (Loss("pdf", "", one, "link-elsewhere") for one in sorted(set(pdf.links) - known))


def _loose(expected: Expectation, pdf: Printed) -> Loose:
    """The words that may stand anywhere: signs before the entries of lists, and, on each further page, the
    headers of tables that go on there."""
    again = len(pdf.starts) - 1
    headers = ["".join(expected.passages[n].words for n in table[0] if n >= 0) for table in expected.tables]
    return loose_of(
        expected, *((mark, _MANY) for mark in _MARKS), *((one, again) for one in headers if one and again)
    )  # fmt: skip


def _absent(expected: Expectation, pdf: Printed, text: Text) -> Iterator[Loss]:
    for one in expected.fixed:
        if one.must and squeezed(one.words) not in text.tight:
            yield Loss("pdf", "", one.words)


def _in_pieces(expected: Expectation, pdf: Printed, text: Text) -> Iterator[Loss]:
    """What is lost or added where the order of drawing is not that of reading, as around a page's end."""
    breaks = [len(squeezed(pdf.text[:start])) for start in pdf.starts[1:]]
    losses = tuple(reckoned(expected, "pdf", pdf.text, _loose(expected, pdf), breaks))
    yield from losses
    if losses:
        return
    words = [passage.words for passage in expected.passages]
    yield from misplaced(expected, pdf, text, Found(tuple(_only(one, text.tight) for one in words), (), -1, ""))
    for table in expected.tables:
        for row in filter(holds, table):
            words = "".join(expected.passages[number].words for number in row if number >= 0)
            if words not in text.tight:
                yield row_mixed(expected, row)


def _only(words: str, tight: str) -> Span:
    """Where words stand in a text that holds them once; an empty span where it holds them more often."""
    at = tight.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 and tight.find(words, at + 1) < 0 else (0, 0)


def _without_ink(expected: Expectation, pdf: Printed, text: Text, found: Found) -> Iterator[Loss]:
    """Runs that the text layer holds and no eye sees, with the passage that each belongs to."""
    bare = [run for run in pdf.runs if not run.seen]
    for run in bare[:_MOST_BARE]:
        around = [
            passage.path
            for passage, (start, end) in zip(expected.passages, found.spans, strict=True)
            if start < end and run.start >= 0 and text.places[start] <= run.start <= text.places[end - 1]
        ]
        yield Loss("pdf", around[0] if around else "", run.text.strip(), "no-ink")


def _feet(expected: Expectation, pdf: Printed) -> Iterator[Loss]:
    """Running feet that say something else than the number of the page, after the title where a form has it."""
    pages = len(pdf.feet)
    for number, foot in enumerate(pdf.feet, 1):
        counted = f"{number}/{pages}"
        if squeezed(foot) not in (counted, f"{expected.foot}{counted}"):
            yield Loss("pdf", "", foot, "invented-on-page" if foot else "lost-on-page")
