"""What a sheet must say and the finished pages become the list of what was lost, hidden or added."""

from collections.abc import Iterator
from hashlib import sha256

from .expected import Expectation
from .form import misshapen, misworded
from .loss import Loss
from .on_page import shown_losses
from .on_paper import printed_losses
from .page import read as read_page
from .printed import read as read_print

_SHA256 = 64  # hexadecimal digits


def prove(expected: Expectation, page: str | None, pdf: bytes | None) -> tuple[Loss, ...]:
    """What the HTML page and the PDF, where there are such, do not show as was expected.

    Where the PDF's identifier is a sha256, it must be that of the page.
    """
    losses = [*_of_page(expected, page)] if page is not None else []
    if pdf is not None:
        losses += _of_print(expected, pdf, page)
    return tuple(dict.fromkeys(losses))


def _of_page(expected: Expectation, page: str) -> Iterator[Loss]:
    shown = read_page(page)
    yield from shown_losses(expected, shown)
    yield from misworded(expected.form, shown) if expected.form else ()


def _of_print(expected: Expectation, pdf: bytes, page: str | None) -> Iterator[Loss]:
    from pypdfium2 import PdfiumError

    try:
        read = read_print(pdf, heights=bool(expected.form and expected.form.x_height))
    except PdfiumError as error:
        yield Loss("pdf", "", str(error), "pdf-unreadable")
        return
    yield from misshapen(expected.form, read) if expected.form else ()
    yield from printed_losses(expected, read)
    if page is not None and len(read.identifier) == _SHA256 and read.identifier != sha256(page.encode()).hexdigest():
        yield Loss("pdf", "", read.identifier, "pdf-of-another-page")
