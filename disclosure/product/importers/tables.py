"""A file of rows (CSV, XLSX, YAML or JSON) goes in, rows of field name and text come out, and back again."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ... import source
from ...errors import DisclosureError, Problem
from .workbook import WorkbookRefused, cells, workbook

LARGEST = 20_000_000
MOST_ROWS, MOST_COLUMNS = 10_000, 1_000
SUFFIXES = (".csv", ".xlsx", ".yaml", ".yml", ".json")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)
_RISKY = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The rows of a file by the names in its first line, or the records it lists; a single record is one row.

    An empty cell is left out. Raises DisclosureError where the file cannot be read as what its name says.
    """
    data = _bytes(path)
    match path.suffix.lower():
        case ".csv":
            return _named(path, _csv(path, data))
        case ".xlsx":
            return _named(path, _xlsx(path, data))
        case ".yaml" | ".yml" | ".json":
            return _records(path, _decoded(path, data))
    raise _refusal(path, "table-format", text=path.suffix or path.name, known=", ".join(SUFFIXES))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise _refusal(path, "table-too-large", most=str(LARGEST // 1_000_000))
        return path.read_bytes()
    except OSError as error:
        raise _refusal(path, "file-unreadable", reason=error.strerror or "") from None


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(path, "table-not-utf8") from None


def _csv(path: Path, data: bytes) -> list[list[str]]:
    text = _decoded(path, data)
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _refusal(path, "table-broken", detail=str(error)) from None
    return [[_plain(cell) for cell in line] for line in found]


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from reading it as a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in _RISKY else cell


def _xlsx(path: Path, data: bytes) -> list[list[str]]:
    lines: dict[int, dict[int, str]] = {}
    try:
        for row, column, text in cells(data):
            if row > MOST_ROWS or column > MOST_COLUMNS:
                raise _refusal(path, "table-too-wide", rows=str(MOST_ROWS), columns=str(MOST_COLUMNS))
            lines.setdefault(row, {})[column] = text
    except WorkbookRefused as error:
        raise DisclosureError([Problem(str(path), 0, 0, error.place, error.code)]) from None
    return [
        [lines[row].get(column, "") for column in range(1, max(lines[row]) + 1)] for row in sorted(lines)
    ]


def _named(path: Path, lines: Sequence[Sequence[str]]) -> list[Row]:
    if not lines:
        raise _refusal(path, "table-empty")
    if len(lines) > MOST_ROWS or max(map(len, lines)) > MOST_COLUMNS:
        raise _refusal(path, "table-too-wide", rows=str(MOST_ROWS), columns=str(MOST_COLUMNS))
    names = [cell.strip() for cell in lines[0]]
    twice = next((name for index, name in enumerate(names) if name and name in names[:index]), None)
    if twice:
        raise _refusal(path, "table-column-twice", text=twice)
    found = [
        {name: cell for name, cell in zip(names, line) if name and cell.strip()} for line in lines[1:]
    ]
    return [row for row in found if row]


def _records(path: Path, text: str) -> list[Row]:
    data = _json(path, text) if path.suffix.lower() == ".json" else _yaml(path, text)
    listed = data if isinstance(data, list) else [data]
    if not listed or any(not isinstance(one, Mapping) for one in listed):
        raise _refusal(path, "table-empty")
    return [{str(key): value for key, value in one.items()} for one in listed]


def _json(path: Path, text: str) -> Any:
    try:
        return json.loads(text, parse_float=str, parse_int=str)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _refusal(path, "table-broken", detail=" ".join(str(error).split())[:120]) from None


def _yaml(path: Path, text: str) -> Any:
    document = source.parse(text, str(path))
    if document.problems:
        raise DisclosureError(document.problems)
    return document.data


def as_csv(names: Sequence[str], lines: Sequence[Mapping[str, str]]) -> bytes:
    """A CSV file with a semicolon between cells, as the industry's data files have it.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, which `rows` takes off.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_safe(line.get(name, "")) for name in names] for line in lines)
    return out.getvalue().encode("utf-8")


def as_xlsx(names: Sequence[str], lines: Sequence[Mapping[str, str]]) -> bytes:
    """An XLSX file with the names in its first row."""
    return workbook([list(names), *([line.get(name, "") for name in names] for line in lines)])


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) and not _NUMBER.match(text) else text


def _refusal(path: Path, code: str, **values: str) -> DisclosureError:
    return DisclosureError([Problem(str(path), 0, 0, "", code, values)])
