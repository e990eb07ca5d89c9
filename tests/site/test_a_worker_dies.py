"""Whatever ends a document, be it the death of its worker, the document is named and is the only one lost."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALTERED = """
import os
from ..errors import EnvironmentProblem
_whole = pdf


def pdf(page, name, *more):
    where = os.path.basename(name)
    {act}
    return _whole(page, name, *more)
"""
KILL = "if where == 'b.yaml (zh-CN)': os.kill(os.getpid(), 9)"


@pytest.fixture
def build(run, products, tmp_path) -> Callable[..., tuple[int, str, set[str]]]:
    """Build three products with a program that does something odd before each PDF: (code, errors, files)."""

    def go(act: str, *arguments: object) -> tuple[int, str, set[str]]:
        copy = tmp_path / "copy"
        shutil.copytree(ROOT / "disclosure", copy / "disclosure", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("templates", "glossary"):
            (copy / name).symlink_to(ROOT / name)
        with (copy / "disclosure" / "render" / "pdf.py").open("a", encoding="utf-8") as file:
            file.write(ALTERED.format(act=act))
        products("a", "b", "c")
        out = tmp_path / "site"
        done = run("build", tmp_path / "products", "--format", "pdf", "--out", out, *arguments,
                   cwd=copy, PYTHONPATH=str(copy))
        assert "Traceback" not in done.stderr
        found = json.loads((out / "manifest.json").read_bytes())["files"] if out.exists() else {}
        sheets = {name for name in found if name.endswith(".pdf")}
        return done.returncode, done.stderr.replace(f"{tmp_path}/products/", ""), sheets

    return go


EVERY = {f"{name}/{lang}.pdf" for name in "abc" for lang in ("en", "zh-CN")}
DIED = "the process that was making the sheet broke off"


def test_a_killed_worker_costs_its_document_and_nothing_is_published(build, tmp_path) -> None:
    code, err, files = build(KILL, "--jobs", "2")
    assert (code, files) == (1, set())
    first, last = err.splitlines()
    assert first.startswith(f"b.yaml (zh-CN): {DIED} (SIGKILL); ")
    assert last == f"nothing was published; {tmp_path}/site is as it was"


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_the_others_are_published_when_asked_to_keep_going(build, jobs: int) -> None:
    code, err, files = build(KILL, "--jobs", jobs, "--keep-going")
    assert (code, files) == (1, EVERY - {"b/zh-CN.pdf"})
    assert [line.partition(";")[0] for line in err.splitlines()] == [f"b.yaml (zh-CN): {DIED} (SIGKILL)"]


def test_each_of_several_deaths_is_told(build) -> None:
    act = "if where in ('a.yaml (zh-CN)', 'c.yaml (en)'): os._exit(3)"
    code, err, files = build(act, "--jobs", "1", "--keep-going")
    assert (code, files) == (1, EVERY - {"a/zh-CN.pdf", "c/en.pdf"})
    assert [line.partition(";")[0] for line in err.splitlines()] == [
        f"a.yaml (zh-CN): {DIED} (exit 3)", f"c.yaml (en): {DIED} (exit 3)",
    ]


def test_a_death_that_does_not_happen_again_costs_nothing(build, tmp_path) -> None:
    once = f"if where == 'b.yaml (en)' and not os.path.exists({str(tmp_path / 'once')!r}): " \
        f"open({str(tmp_path / 'once')!r}, 'w').close(); os.kill(os.getpid(), 9)"
    assert build(once, "--jobs", "2") == (0, "", EVERY)


@pytest.mark.parametrize(
    ("act", "detail"),
    [
        ("raise ValueError('a fault of a library')", "ValueError: a fault of a library"),
        ("raise type('Odd', (Exception,), {})(lambda: 1)", "Odd: <function pdf.<locals>.<lambda>"),
        ("raise UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad')", "UnicodeDecodeError: 'utf-8' codec"),
    ],
    ids=["one", "one that no process can pass on", "one that asks for much"],
)
def test_a_fault_of_a_library_is_told_with_the_document(build, act: str, detail: str) -> None:
    code, err, files = build(f"if where == 'c.yaml (en)': {act}", "--keep-going")
    assert (code, files) == (1, EVERY - {"c/en.pdf"})
    (line,) = err.splitlines()
    assert line.startswith(f"c.yaml (en): the sheet could not be made: {detail}")


def test_what_the_machine_lacks_is_still_told_as_such(build) -> None:
    act = "raise EnvironmentProblem('library-missing', library='libpango', command='install it')"
    code, err, files = build(act, "--jobs", "2")
    assert (code, files) == (2, set())
    assert err == "libpango is not installed; install it: install it\n"


def test_so_it_is_after_a_death(build) -> None:
    act = "where == 'a.yaml (zh-CN)' and os.kill(os.getpid(), 9); " \
        "raise EnvironmentProblem('library-missing', library='libpango', command='install it')"
    assert build(act, "--jobs", "1")[0] == 2
