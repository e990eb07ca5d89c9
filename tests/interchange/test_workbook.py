"""What is written as an XLSX file is read back the same, and what is no plain workbook is refused by its cell."""

import io
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.product.importers.workbook import WorkbookRefused, cells, workbook

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF), max_size=20).map(str.strip)
NUMBERS = st.decimals(-10**9, 10**9, places=4).map(lambda value: f"{value.normalize():f}")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def changed(part: str, text: str) -> bytes:
    """A workbook of one cell, with one part replaced or added."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(workbook([["a"]]))) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, text)
    return out.getvalue()


def sheet(cell: str) -> str:
    return f"<worksheet {MAIN}><sheetData><row r='1'>{cell}</row></sheetData></worksheet>"


@given(st.lists(st.lists(TEXTS | NUMBERS, max_size=30), max_size=5))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    given_cells = {
        (number, column): text
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
        if text
    }
    assert {(row, column): text for row, column, text in cells(workbook(rows))} == given_cells


def test_the_same_rows_give_the_same_bytes() -> None:
    assert workbook([["a", "0.5"]]) == workbook([["a", "0.5"]])


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c r='A1'><v>1.4999999999999999E-2</v></c>", "0.015"),
        ("<c r='A1'><v>10000</v></c>", "10000"),
        ("<c r='A1' t='b'><v>1</v></c>", "true"),
        ("<c r='A1' t='str'><v>x</v></c>", "x"),
        ("<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>", "ab"),
    ],
)
def test_cells_as_programs_write_them(cell: str, text: str) -> None:
    assert list(cells(changed("xl/worksheets/sheet1.xml", sheet(cell)))) == [(1, 1, text)]


def test_a_number_shown_as_a_day_is_one() -> None:
    styles = f"<styleSheet {MAIN}><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>"
    data = changed("xl/worksheets/sheet1.xml", sheet("<c r='A1' s='1'><v>45197</v></c>"))
    out = io.BytesIO(data)
    with ZipFile(out, "a") as archive:
        archive.writestr("xl/styles.xml", styles)
    assert list(cells(out.getvalue())) == [(1, 1, "2023-09-28")]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"no zip", "workbook-broken", ""),
        (changed("xl/worksheets/sheet1.xml", sheet("<c r='B7'><f>1+1</f><v>2</v></c>")), "workbook-formula", "B7"),
        (changed("xl/worksheets/sheet1.xml", sheet("<c r='C1' t='e'><v>#DIV/0!</v></c>")), "workbook-error", "C1"),
        (changed("xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "workbook-broken", ""),
        (changed("xl/worksheets/sheet1.xml", "<worksheet"), "workbook-broken", ""),
        (changed("xl/workbook.xml", f"<workbook {MAIN}/>"), "workbook-broken", ""),
        (changed("xl/big.bin", "a" * 50_000_001), "workbook-too-large", ""),
    ],
    ids=["no-zip", "formula", "error", "entities", "cut", "no-sheet", "large"],
)
def test_what_is_refused_and_where(data: bytes, code: str, place: str) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        list(cells(data))
    assert (refused.value.code, refused.value.place) == (code, place)


@given(st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        list(cells(data))
    except WorkbookRefused:
        pass
