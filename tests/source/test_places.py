"""Each field's value and name are known by line and column, counted from 1 in characters."""

import pytest

from disclosure.source import parse

BLOCK = """\
# a comment
name: Saver
fees:
  - id: entry
    rate:   "0.50%"
  - id: exit
    note: |
      two
      lines
"""
FLOW = "a: {b: 1, c: [22, {d: 3}]}\n"


def test_values_in_block_style() -> None:
    assert parse(BLOCK, "x.yaml").places == {
        "": (2, 1),
        "name": (2, 7),
        "fees": (4, 3),
        "fees[0]": (4, 5),
        "fees[0].id": (4, 9),
        "fees[0].rate": (5, 13),
        "fees[1]": (6, 5),
        "fees[1].id": (6, 9),
        "fees[1].note": (7, 11),
    }


def test_names_in_block_style() -> None:
    assert parse(BLOCK, "x.yaml").keys == {
        "name": (2, 1),
        "fees": (3, 1),
        "fees[0].id": (4, 5),
        "fees[0].rate": (5, 5),
        "fees[1].id": (6, 5),
        "fees[1].note": (7, 5),
    }


def test_values_and_names_in_flow_style() -> None:
    document = parse(FLOW, "x.yaml")
    assert document.places == {
        "": (1, 1), "a": (1, 4), "a.b": (1, 8), "a.c": (1, 14),
        "a.c[0]": (1, 15), "a.c[1]": (1, 19), "a.c[1].d": (1, 23),
    }  # fmt: skip
    assert document.keys == {"a": (1, 1), "a.b": (1, 5), "a.c": (1, 11), "a.c[1].d": (1, 20)}


def test_a_column_counts_characters_not_bytes() -> None:
    document = parse("a: {名称: 储蓄, 😀: x, b: 1}\n", "x.yaml")
    assert document.keys["a.b"] == (1, 19)
    assert document.places["a.b"] == (1, 22)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_a_line_however_it_ends(end: str) -> None:
    document = parse(BLOCK.replace("\n", end), "x.yaml")
    assert document.places["fees[1].note"] == (7, 11)
    assert document.data["fees"][1]["note"] == "two\nlines\n"


def test_an_absent_field_stands_where_its_nearest_parent_does() -> None:
    document = parse(BLOCK, "x.yaml")
    assert document.place("fees[1].tiers.steps[2].rate") == (6, 5)
    assert document.place("fees[7].rate") == (4, 3)
    assert document.place("provider.name") == document.place("kind") == (2, 1)


def test_a_problem_can_point_at_the_value_or_at_the_name() -> None:
    document = parse(BLOCK, "x.yaml")
    value = document.problem("fees[0].rate", "rate-comma", text="0,50%")
    name = document.problem("fees[0].rate", "field-unknown", at_key=True)
    assert str(value) == "x.yaml:5:13: fees[0].rate: rate-comma(text=0,50%)"
    assert (name.line, name.column) == (5, 5)
    absent = document.problem("fees[0].of", "field-missing", at_key=True)
    assert (absent.line, absent.column) == (4, 5)
