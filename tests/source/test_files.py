"""Which files are read, and what is said of one that cannot be."""

from pathlib import Path

import pytest

from disclosure.errors import DisclosureError, Problem
from disclosure.source import files, read


def problem_of(path: Path) -> Problem:
    with pytest.raises(DisclosureError) as caught:
        read(path, "x.yaml")
    (problem,) = caught.value.problems
    return problem


def test_a_file_is_called_by_its_path_or_by_the_name_given(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("a: 1\n")
    assert read(file).file == str(file)
    assert read(file, "products/x.yaml").file == "products/x.yaml"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    problem = problem_of(tmp_path / "none.yaml")
    assert (problem.line, problem.code) == (0, "file-unreadable")
    assert problem.values == {"reason": "No such file or directory"}


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path).values == {"reason": "Is a directory"}


def test_a_device_is_not_a_file() -> None:
    problem = problem_of(Path("/dev/null"))
    assert (problem.code, problem.values) == ("file-unreadable", {"reason": "not a regular file"})


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"a: 1\nb: \xff\n", 2),
        ("a: 费率\n".encode("gb18030"), 1),
        ("a: 1\n".encode("utf-16"), 1),
        (b"a: \xed\xa0\x80\n", 1),
        (b"a: 1\r\nb: 2\r\nc: \xc3", 3),
    ],
    ids=["a lone byte", "GB 18030", "UTF-16", "a surrogate", "cut short"],
)
def test_a_file_that_is_not_utf8(tmp_path: Path, raw: bytes, line: int) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(raw)
    problem = problem_of(file)
    assert (problem.line, problem.column, problem.code) == (line, 1, "file-not-utf8")


def test_a_byte_order_mark_moves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\nb: 2\n")
    document = read(file)
    assert document.data == {"a": "1", "b": "2"}
    assert document.keys["a"] == (1, 1)
    assert document.places["a"] == (1, 4)


def test_a_folder_stands_for_the_definitions_below_it_in_name_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.yaml.bak", "d.yxml", "e.txt", ".f.yaml", "sub/a.yaml", ".git/g.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n")
    (tmp_path / "folder.yaml").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in files((tmp_path,))]
    assert found == ["a.yml", "b.yaml", "sub/a.yaml"]


def test_a_file_that_is_named_is_taken_whatever_its_name(tmp_path: Path) -> None:
    named = (tmp_path / ".hidden.yaml", tmp_path / "b.txt", tmp_path / "none.yaml")
    assert tuple(files(named)) == named


def test_a_folder_below_a_hidden_one_may_be_named(tmp_path: Path) -> None:
    folder = tmp_path / ".work"
    folder.mkdir()
    (folder / "a.yaml").write_text("a: 1\n")
    assert tuple(files((folder,))) == (folder / "a.yaml",)
