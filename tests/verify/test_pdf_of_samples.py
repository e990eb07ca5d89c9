"""Each printed sheet can be read back whole, by people, machines and screen readers."""

import re

import pypdfium2
import pytest
from pypdfium2 import raw

from disclosure.site import Checked
from disclosure.verify.proof import _stands
from disclosure.verify.reading import pdf_fonts, pdf_text

FONTS = frozenset({"Disclosure-Sans-SC", "Disclosure-Sans-SC-Bold"})


@pytest.fixture
def printed(checked: Checked, site):
    """(sheet, PDF) of one sample in each of its languages."""
    return [(sheet, (site / sheet.product / f"{sheet.lang}.pdf").read_bytes()) for sheet in checked.sheets]


def test_every_fact_is_in_its_text(printed) -> None:
    for sheet, data in printed:
        text = pdf_text(data)
        facts = {
            run.text.strip()
            for _, role, group in sheet.everything()
            if role != "alternative"
            for one in group
            for run in one.runs
            if run.fact and run.fact.kind != "text"
        }
        assert [shown for shown in facts if not _stands(shown, text)] == []


def test_only_the_shipped_font_is_in_it(printed) -> None:
    for _, data in printed:
        fonts = pdf_fonts(data)
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
        assert title.startswith("".join(one.text for one in sheet.title))
        assert f"/Lang ({sheet.lang})".encode() in data or language(data) == sheet.lang


def test_it_says_that_it_is_an_archive_and_accessible(printed) -> None:
    for _, data in printed:
        assert re.search(rb"pdfaid:part>3<|pdfaid:part=.3", data)
        assert re.search(rb"pdfaid:conformance>A<|pdfaid:conformance=.A", data)
        assert re.search(rb"pdfuaid:part>1<|pdfuaid:part=.1", data)


def test_it_holds_no_time_and_no_place_of_its_making(printed) -> None:
    for sheet, data in printed:
        with pypdfium2.PdfDocument(data) as document:
            known = document.get_metadata_dict()
        assert known["CreationDate"].startswith("D:" + sheet.as_of.strftime("%Y%m%d"))
        assert b"file://" not in data


def language(data: bytes) -> str:
    """The language of a PDF whose catalogue is in a compressed object."""
    with pypdfium2.PdfDocument(data) as document:
        length = raw.FPDFCatalog_GetLanguage(document, None, 0)
        import ctypes

        buffer = ctypes.create_string_buffer(length)
        raw.FPDFCatalog_GetLanguage(document, buffer, length)
        return buffer.raw.decode("utf-16-le").rstrip("\0")
