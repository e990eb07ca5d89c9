"""Printed, every sample stands on two pages and says all it has to say."""

import pypdfium2
import pytest

from disclosure.errors import EnvironmentProblem
from disclosure.render import pdf
from disclosure.render.html import html
from disclosure.verify import expectation, prove

# WeasyPrint leaves the file of its colour profile to be closed by the garbage collector.
pytestmark = pytest.mark.filterwarnings(
    r"ignore:.*sRGB2014\.icc:pytest.PytestUnraisableExceptionWarning"
)


@pytest.fixture(scope="module")
def typesetter():
    try:
        pdf.warm()
    except EnvironmentProblem as problem:
        pytest.skip(f"no typesetter on this machine: {problem}")
    return pdf.pdf


def test_two_pages_hold_the_whole_sheet(sheet, typesetter):
    page = html(sheet)
    printed = typesetter(page, sheet.product)
    document = pypdfium2.PdfDocument(printed)
    try:
        assert len(document) <= 2
    finally:
        document.close()
    assert prove(expectation(sheet, "Disclosure-Sans-SC"), page, printed) == ()
