"""Rows are read from CSV, XLSX, YAML and JSON alike, and a file that is none of them is refused by name."""

from pathlib import Path

import pytest

from disclosure.errors import DisclosureError
from disclosure.product.importers import plain_table, tables

NAMES, LINES = ("a", "b;c", "d"), [{"a": "0.5", "b;c": '=1+"x"', "d": "-3"}, {"a": "é", "d": "two\nlines"}]


@pytest.mark.parametrize(("suffix", "write"), [("csv", tables.as_csv), ("xlsx", tables.as_xlsx)])
def test_what_is_written_is_read_back(tmp_path: Path, suffix, write) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(write(NAMES, LINES))
    assert tables.rows(path) == LINES


def test_a_spreadsheet_takes_no_text_for_a_formula() -> None:
    line = tables.as_csv(NAMES, LINES).decode().splitlines()[1]
    assert line == '0.5;"\'=1+""x""";-3'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.csv", "id,n\na,1\n\n"), ("x.csv", "id;n\na;1\n"), ("x.csv", "\ufeffid\tn\na\t1"),
        ("x.yaml", "- {id: a, n: 1}"), ("x.json", '[{"id": "a", "n": 1}]'), ("x.json", '{"id": "a", "n": "1"}'),
    ],
)  # fmt: skip
def test_every_kind_gives_the_same_rows(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert tables.rows(path) == [{"id": "a", "n": "1"}]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.pdf", b"", "table-format"),
        ("x.csv", b"\xe9", "table-not-utf8"),
        ("x.csv", b"", "table-empty"),
        ("x.csv", b"a;a\n1;2", "table-column-twice"),
        ("x.csv", b'a\n"b', "table-broken"),
        ("x.csv", b";".join([b"a"] * 1001), "table-too-wide"),
        ("x.json", b"{", "table-broken"),
        ("x.json", b"[1]", "table-empty"),
        ("x.yaml", b"a: &b {c: d}\ne: *b", "yaml-alias"),
        ("x.xlsx", b"no", "workbook-broken"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DisclosureError) as refused:
        tables.rows(path)
    assert {one.code for one in refused.value.problems} == {code}


def test_a_row_of_paths_is_a_definition() -> None:
    row = {"id": "x", "name.en": "N", "fees[0].rate": "1%", "fees[2].rate": "2%", "languages[0]": "en", "name.zh-CN": "名"}
    assert plain_table.product(row) == {
        "id": "x", "name": {"en": "N", "zh-CN": "名"}, "fees": [{"rate": "1%"}, {"rate": "2%"}], "languages": ["en"],
    }  # fmt: skip


@pytest.mark.parametrize("path", ["", "Name", "a..b", "a[x]", "a.b c", "a[0", "1"])
def test_a_column_that_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(plain_table.PathMalformed):
        plain_table.product({path: "x"})


def test_a_path_through_a_value_is_refused() -> None:
    with pytest.raises(plain_table.PathMalformed):
        plain_table.product({"a": "x", "a.b": "y"})
