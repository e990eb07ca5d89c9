"""Each printed sheet can be read back whole, by people, machines and screen readers."""

import re
import zlib
from collections.abc import Iterator

import pypdfium2
import pytest
from pypdfium2 import raw

from disclosure.site import Checked
from disclosure.verify import expectation
from disclosure.verify.printed import read
from disclosure.verify.words import squeezed

@pytest.fixture
def printed(checked: Checked, site):
    """(sheet, PDF) of one sample in each of its languages."""
    return [(sheet, (site / sheet.product / f"{sheet.lang}.pdf").read_bytes()) for sheet in checked.sheets]


def test_every_fact_is_in_its_text(printed) -> None:
    for sheet, data in printed:
        text = squeezed(read(data).text)
        facts = expectation(sheet, "").facts
        assert len(set(facts)) > 30
        assert [(path, shown) for path, shown in facts if squeezed(shown) not in text] == []


def test_only_the_shipped_font_is_in_it(printed) -> None:
    for _, data in printed:
        fonts = {run.font for run in read(data).runs}
        assert fonts and all(name.startswith("Disclosure-Sans-SC") for name in fonts), fonts


def test_it_has_at_most_three_pages(printed) -> None:
    for sheet, data in printed:
        with pypdfium2.PdfDocument(data) as document:
            assert len(document) <= 3, f"{sheet.product} ({sheet.lang})"


def test_it_is_tagged_titled_and_names_its_language(printed) -> None:
    for sheet, data in printed:
        with pypdfium2.PdfDocument(data) as document:
            assert raw.FPDFCatalog_IsTagged(document)
            title = document.get_metadata_dict()["Title"]
        assert squeezed(title).startswith(squeezed("".join(one.text for one in sheet.title)))
        assert b"/Lang (%b)" % sheet.lang.encode() in b"".join(streams(data))


def test_it_says_that_it_is_an_archive_and_accessible(printed) -> None:
    for _, data in printed:
        (said,) = (text for text in streams(data) if b"<x:xmpmeta" in text)
        assert re.search(rb"pdfaid:part(=.|>)3", said)
        assert re.search(rb"pdfaid:conformance(=.|>)A", said)
        assert re.search(rb"pdfuaid:part(=.|>)1", said)


def test_it_holds_no_time_and_no_place_of_its_making(printed) -> None:
    for sheet, data in printed:
        with pypdfium2.PdfDocument(data) as document:
            known = document.get_metadata_dict()
        assert known["CreationDate"].startswith("D:" + sheet.as_of.strftime("%Y%m%d"))
        assert b"file://" not in data


def streams(data: bytes) -> Iterator[bytes]:
    """The content of every stream of a PDF, unpacked."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            yield found[1]
