"""Every trap of YAML is refused with its place, and as much as possible of the rest is read."""

import pytest

from disclosure.errors import DisclosureError, Problem
from disclosure.source import parse

READABLE = [
    # the text, the data that is left, (line, column, field, code, values) of each problem
    ("a: 1\nb: 2\na: 3\n", {"a": "1", "b": "2"},
     [(3, 1, "a", "yaml-duplicate", {"key": "a", "first": "1"})]),
    ("x:\n  a: 1\n  'a': {b: 2}\n", {"x": {"a": "1"}},
     [(3, 3, "x.a", "yaml-duplicate", {"key": "a", "first": "2"})]),
    ("a: &x [1]\nb: *x\n", {"a": ["1"], "b": None}, [(2, 1, "b", "yaml-alias", {})]),
    ("a: &x 1\nb:\n  - *x\n", {"a": "1", "b": [None]}, [(3, 3, "b[0]", "yaml-alias", {})]),
    ("a: &x {b: *x}\n", {"a": {"b": None}}, [(1, 8, "a.b", "yaml-alias", {})]),
    ("a: !!int 3\n", {"a": "3"}, [(1, 4, "a", "yaml-tag", {"tag": "tag:yaml.org,2002:int"})]),
    ("a: !price 3\n", {"a": "3"}, [(1, 4, "a", "yaml-tag", {"tag": "!price"})]),
    ("a: !!python/object/apply:os.system [ls]\n", {"a": ["ls"]},
     [(1, 4, "a", "yaml-tag", {"tag": "tag:yaml.org,2002:python/object/apply:os.system"})]),
    ("? [a]\n: 1\nb: 2\n", {"b": "2"}, [(1, 3, "", "yaml-key", {})]),
    ("x: {{a: 1}: 2}\n", {"x": {}}, [(1, 5, "x", "yaml-key", {})]),
    ("a:\nb: 1\n", {"a": None, "b": "1"}, [(1, 3, "a", "empty-value", {})]),
    ("a: ''\n", {"a": None}, [(1, 4, "a", "empty-value", {})]),
    ("a: ~\nb: null\nc: Null\nd: NULL\n", {"a": None, "b": None, "c": None, "d": None},
     [(n, 4, name, "empty-value", {}) for n, name in enumerate("abcd", start=1)]),
    ("- 1\n- [2, '']\n", ["1", ["2", None]], [(2, 7, "[1][1]", "empty-value", {})]),
]  # fmt: skip

UNREADABLE = [
    ("", (1, 1, "file-empty")),
    ("# nothing\n", (1, 1, "file-empty")),
    ("a: 1\n---\nb: 2\n", (2, 1, "yaml-syntax")),
    ("a: 1\n...\n---\nb: 2\n", (3, 1, "yaml-syntax")),
    ("a: [1\n", (2, 1, "yaml-syntax")),
    ("a: 'b\n", (2, 1, "yaml-syntax")),
    ("a: b: c\n", (1, 5, "yaml-syntax")),
    ("a: *b\n", (1, 4, "yaml-syntax")),
    ("a: @b\n", (1, 4, "yaml-syntax")),
    ("a: \"\\d\"\n", (1, 5, "yaml-syntax")),
    ("%YAML 3.0\n---\na: 1\n", (1, 1, "yaml-syntax")),
    ("a:\n  b: 1\n\tc: 2\n", (3, 1, "yaml-tab")),
    ("a: |\n\tx\n", (2, 1, "yaml-tab")),
    ("a:\n\tb: 1\n", (2, 1, "yaml-syntax")),
    ("a: 1\nb: x\x00y\n", (2, 5, "yaml-unreadable")),
    ("a: \x1b[1m\n", (1, 4, "yaml-unreadable")),
    ("\ufeffa: \x07\n", (1, 4, "yaml-unreadable")),
    ("a: 1\nb: \ud800\n", (2, 4, "yaml-unreadable")),
]  # fmt: skip


def told(problems: tuple[Problem, ...]) -> list[tuple[int, int, str, str, dict[str, str]]]:
    return [(p.line, p.column, p.field, p.code, dict(p.values)) for p in problems]


@pytest.mark.parametrize(("text", "data", "problems"), READABLE)
def test_the_rest_is_read(text: str, data: object, problems: list[object]) -> None:
    document = parse(text, "x.yaml")
    assert document.data == data
    assert told(document.problems) == problems
    assert all(problem.file == "x.yaml" for problem in document.problems)


@pytest.mark.parametrize(("text", "place"), UNREADABLE)
def test_nothing_can_be_read(text: str, place: tuple[int, int, str]) -> None:
    with pytest.raises(DisclosureError) as caught:
        parse(text, "x.yaml")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.code) == place
    assert (problem.file, problem.field) == ("x.yaml", "")


def test_aliases_cannot_grow_a_small_file_into_a_large_one() -> None:
    lines = ["k0: &a0 [x, x]"] + [f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    document = parse("\n".join(lines), "x.yaml")
    assert document.data["k11"] == [None] * 9
    assert [problem.code for problem in document.problems] == ["yaml-alias"] * 99
    assert document.place("k11[3]") == document.place("k11") == (12, 6)
