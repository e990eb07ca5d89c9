"""A file too large, a text too long and a nesting too deep are refused before they can do harm."""

from pathlib import Path

import pytest

from disclosure.errors import DisclosureError
from disclosure.source import DEEPEST, LARGEST, LONGEST_TEXT, parse, read


def code_of(text: str) -> tuple[int, int, str]:
    with pytest.raises(DisclosureError) as caught:
        parse(text, "x.yaml")
    (problem,) = caught.value.problems
    return problem.line, problem.column, problem.code


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"a: 1\n" + b"#" * (LARGEST - 5))
    assert read(file).data == {"a": "1"}


def test_one_byte_more_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"a: 1\n" + b"#" * (LARGEST - 4))
    with pytest.raises(DisclosureError) as caught:
        read(file, "x.yaml")
    assert str(caught.value) == "x.yaml:0:0: : file-too-large()"


def test_a_text_too_long() -> None:
    assert parse("a: " + "b" * LONGEST_TEXT, "x.yaml").problems == ()
    document = parse("a: " + "b" * (LONGEST_TEXT + 1), "x.yaml")
    (problem,) = document.problems
    assert document.data == {"a": None}
    assert (problem.field, problem.code, problem.values) == ("a", "text-too-long", {"limit": "20000"})


def test_the_deepest_nesting_is_read() -> None:
    document = parse("[" * DEEPEST + "x" + "]" * DEEPEST, "x.yaml")
    assert document.problems == ()


def test_one_level_more_is_too_deep() -> None:
    deep = DEEPEST + 1
    (problem,) = parse("[" * deep + "x" + "]" * deep, "x.yaml").problems
    assert (problem.line, problem.column, problem.code) == (1, deep + 1, "yaml-too-deep")
    assert problem.field == "[0]" * deep


@pytest.mark.parametrize(
    ("text", "column"), [("[" * 400_000, 101), ("{" * 400_000, 101), ("- " * 400_000, 201), ("? " * 400_000, 201)],
    ids=["brackets", "braces", "dashes", "keys"],
)  # fmt: skip
def test_nesting_without_end_does_not_end_the_process(text: str, column: int) -> None:
    assert code_of(text) == (1, column, "yaml-too-deep")
