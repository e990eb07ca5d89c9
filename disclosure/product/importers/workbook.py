"""An XLSX file goes in, the cells of its first sheet come out as text; rows of text go out as an XLSX file.

Only values are read. A formula is refused, for what it shows is not stated but computed elsewhere.
Source of the format: ECMA-376, Office Open XML, SpreadsheetML.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.sax.saxutils import escape
from zipfile import BadZipFile, ZipFile, ZipInfo

_MOST_BYTES = 50_000_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})\Z", re.ASCII)
_DATES = frozenset({*range(14, 23), *range(45, 48)})
_DIGITS = Context(prec=15)
"""A spreadsheet keeps no more digits of a number; what it writes beyond them is the noise of its own arithmetic."""
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


class WorkbookRefused(ValueError):
    """A workbook cannot be read: `code` names the message, `place` is the cell, if it is about one."""

    def __init__(self, code: str, place: str = "") -> None:
        self.code, self.place = code, place
        super().__init__(code, place)


def cells(data: bytes) -> Iterator[tuple[int, int, str]]:
    """(row, column, text) of each filled cell of the first sheet, counted from 1.

    Numbers have the 15 digits that spreadsheets keep; a day is YYYY-MM-DD. Raises
    WorkbookRefused for what is no workbook, is too large, or holds a formula or an error.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST_BYTES:
                raise WorkbookRefused("workbook-too-large")
            yield from _read(archive)
    except (BadZipFile, ParseError, KeyError, IndexError, ValueError, OverflowError, InvalidOperation, OSError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, WorkbookRefused):
            raise
        raise WorkbookRefused("workbook-broken") from None


def _read(archive: ZipFile) -> Iterator[tuple[int, int, str]]:
    book = _xml(archive, "xl/workbook.xml")
    first = book.find(f"{_MAIN}sheets/{_MAIN}sheet")
    if first is None:
        raise WorkbookRefused("workbook-broken")
    targets = {one.get("Id"): one.get("Target", "") for one in _xml(archive, "xl/_rels/workbook.xml.rels")}
    target = targets[first.get(_ID)]
    settings = book.find(f"{_MAIN}workbookPr")
    since = date(1904, 1, 1) if settings is not None and settings.get("date1904") in ("1", "true") else date(1899, 12, 30)
    strings, days = _strings(archive), _date_styles(archive)
    for cell in _xml(archive, target.lstrip("/") if target.startswith("/") else f"xl/{target}").iter(f"{_MAIN}c"):
        found = _ADDRESS.match(cell.get("r", ""))
        if not found:
            raise WorkbookRefused("workbook-broken")
        if text := _text(cell, strings, days, since):
            yield int(found[2]), _column(found[1]), text


def _xml(archive: ZipFile, name: str) -> Element:
    data = archive.read(name)
    if b"<!DOCTYPE" in data or b"\x00" in data:  # no entities, and no other encoding to hide them in
        raise WorkbookRefused("workbook-broken")
    return fromstring(data)


def _strings(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_joined(one) for one in _xml(archive, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _joined(part: Element) -> str:
    """The text of a string, its runs joined, without what only says how it is spoken."""
    texts = [*part.findall(f"{_MAIN}t"), *part.findall(f"{_MAIN}r/{_MAIN}t")]
    return "".join(one.text or "" for one in texts)


def _date_styles(archive: ZipFile) -> frozenset[int]:
    """The cell styles that show a number as a day."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = _xml(archive, "xl/styles.xml")
    own = {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in styles.iter(f"{_MAIN}numFmt")}
    dated = _DATES | {number for number, code in own.items() if re.search("[ymd]", _QUOTED.sub("", code), re.I)}
    formats = styles.findall(f"{_MAIN}cellXfs/{_MAIN}xf")
    return frozenset(index for index, one in enumerate(formats) if int(one.get("numFmtId", "0")) in dated)


def _text(cell: Element, strings: Sequence[str], days: frozenset[int], since: date) -> str:
    if cell.find(f"{_MAIN}f") is not None:
        raise WorkbookRefused("workbook-formula", cell.get("r", ""))
    kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
    match kind:
        case "s":
            return strings[int(value)]
        case "inlineStr":
            inline = cell.find(f"{_MAIN}is")
            return "" if inline is None else _joined(inline)
        case "b":
            return "true" if value == "1" else "false"
        case "e":
            raise WorkbookRefused("workbook-error", cell.get("r", ""))
        case "n" if value:
            number = _DIGITS.create_decimal(value)
            return _day(number, since) if int(cell.get("s", "0")) in days else f"{number.normalize():f}"
    return value


def _day(number: Decimal, since: date) -> str:
    """The day, or the day and time, that a serial number stands for."""
    moment = datetime.combine(since, datetime.min.time()) + timedelta(seconds=int(round(number * 86_400)))
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """An XLSX file with one sheet of the rows; a text that is a plain number becomes one."""
    parts: Mapping[str, str] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"{_TYPES}package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPES}'
        f'officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_TYPES}officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN[1:-1]}" xmlns:r="{_RELATED}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN[1:-1]}"><sheetData>'
        + "".join(_row(number, row) for number, row in enumerate(rows, 1))
        + "</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            info = ZipInfo(name)  # a fixed day: the same rows give the same bytes
            info.compress_type = 8
            archive.writestr(info, _HEADER + text)
    return out.getvalue()


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATED}/{kind}" Target="{target}"/></Relationships>'
    )


def _row(number: int, row: Sequence[str]) -> str:
    filled = "".join(_cell(f"{_letters(column)}{number}", text) for column, text in enumerate(row, 1) if text)
    return f'<row r="{number}">{filled}</row>'


def _cell(address: str, text: str) -> str:
    if _NUMBER.match(text) and f"{_DIGITS.create_decimal(text).normalize():f}" == text:
        return f'<c r="{address}"><v>{text}</v></c>'
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
