"""A build makes only what is new or changed, says why, and ends with what a first build would give."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Build = Callable[..., list[str]]


@pytest.fixture(scope="session")
def original(run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with data folders of its own, and two products published by it."""
    place = tmp_path_factory.mktemp("program") / "copy"
    for name in ("disclosure", "templates", "glossary"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "products").mkdir()
    for name in ("harbour-tiered-saver", "hengjiang-stable-180d"):
        shutil.copy(ROOT / "products" / f"{name}.yaml", place / "products")
    done = run("build", "--format", "html", cwd=place, PYTHONPATH=str(place))
    assert (done.returncode, done.stderr) == (0, "")
    return place


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    """A copy of all that, with dates of its own."""
    return shutil.copytree(original, tmp_path / "copy", ignore=shutil.ignore_patterns("__pycache__"))


@pytest.fixture
def build(copy: Path, run) -> Build:
    """Build the copy's products as HTML: the lines it prints, without the last."""

    def go(*arguments: object, out: str = "site", code: int = 0) -> list[str]:
        done = run("build", "--format", "html", "--out", out, "--explain", *arguments, cwd=copy, PYTHONPATH=str(copy))
        assert (done.returncode, done.stderr) == (code, ""), done.stderr
        return done.stdout.splitlines()

    return go


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def made(lines: list[str]) -> set[str]:
    return {line.partition("products/")[2] for line in lines if line.startswith("built ")}


def whole(copy: Path, build: Build, tree) -> None:
    """What stands there now is what a first build gives."""
    found = tree(copy / "site")
    build(out="first")
    assert tree(copy / "first") == found


def test_nothing_to_do(copy, build, tree) -> None:
    before, stamps = tree(copy / "site"), {path: path.stat() for path in (copy / "site").rglob("*")}
    for path in (copy / "products").iterdir():
        os.utime(path, (1, 1))
    (line,) = build()
    assert line.startswith("site is up to date: 6 documents of 2 products (")
    assert tree(copy / "site") == before
    assert {path: path.stat() for path in (copy / "site").rglob("*")} == stamps


def test_a_changed_definition_makes_its_own_documents(copy, build, tree) -> None:
    edit(copy / "products" / "harbour-tiered-saver.yaml", "version: ", "version: 9")
    lines = build()
    assert made(lines) == {"harbour-tiered-saver.yaml (zh-CN)", "harbour-tiered-saver.yaml (en)"}
    assert "products/harbour-tiered-saver.yaml: products/harbour-tiered-saver.yaml changed" in lines
    whole(copy, build, tree)


def test_changed_wording_makes_only_its_users(copy, build, tree) -> None:
    edit(copy / "templates" / "zh-CN" / "complain.md", "投诉", "申诉")
    lines = build()
    assert made(lines) == {"harbour-tiered-saver.yaml (zh-CN)", "hengjiang-stable-180d.yaml (zh-CN)"}
    assert any(line.endswith("templates/zh-CN/complain.md changed") for line in lines)
    assert any(line == "kept products/harbour-tiered-saver.yaml (en): its page came out the same" for line in lines)
    whole(copy, build, tree)


def test_a_changed_term_makes_only_the_pages_that_use_it(copy, build, tree) -> None:
    old = "每份现在值多少钱，会涨会跌"
    users = [path.parent.name for path in (copy / "site").glob("*/zh-CN.html") if old in path.read_text(encoding="utf-8")]
    assert users == ["hengjiang-stable-180d"], "mend this test: another page uses the term"
    edit(copy / "glossary" / "zh-CN" / "wealth.yaml", old, "每份眼下值多少钱，会涨会跌")
    assert made(build()) == {"hengjiang-stable-180d.yaml (zh-CN)", "hengjiang-stable-180d.yaml (cn.wealth.risk_sheet.zh-CN)"}
    whole(copy, build, tree)


def test_a_product_that_is_gone(copy, build, tree) -> None:
    (copy / "products" / "harbour-tiered-saver.yaml").unlink()
    lines = build()
    assert made(lines) == set()
    assert "removed harbour-tiered-saver/en: no definition asks for it" in lines
    assert not (copy / "site" / "harbour-tiered-saver").exists()
    whole(copy, build, tree)


def test_a_product_that_has_moved(copy, build, tree) -> None:
    before = tree(copy / "site")
    (copy / "products").rename(copy / "definitions")
    lines = build("definitions")
    assert {line.partition(":")[2] for line in lines if line.endswith("not published yet")} == {" not published yet"}
    assert not [line for line in lines if line.startswith("removed")]
    assert tree(copy / "site") == before


def test_a_new_product(copy, build, tree) -> None:
    shutil.copy(ROOT / "products" / "wayfare-travel-cover.yaml", copy / "products")
    lines = build()
    assert {name.partition(" ")[0] for name in made(lines)} == {"wayfare-travel-cover.yaml"}
    assert "products/wayfare-travel-cover.yaml: not published yet" in lines
    whole(copy, build, tree)


@pytest.mark.parametrize("harm", [lambda path: path.write_text("older"), lambda path: path.unlink()], ids=["overwritten", "deleted"])
def test_a_published_file_that_was_harmed(copy, build, tree, harm) -> None:
    before = tree(copy / "site")
    harm(copy / "site" / "harbour-tiered-saver" / "en.html")
    lines = build()
    assert "products/harbour-tiered-saver.yaml: a published file is missing or not as it was" in lines
    assert tree(copy / "site") == before


@pytest.mark.parametrize("harm", ["lost", "damaged", "older"])
def test_a_ledger_that_cannot_be_used(copy, build, tree, harm: str) -> None:
    before, ledger = tree(copy / "site"), copy / ".site.ledger"
    if harm == "lost":
        ledger.unlink()
    elif harm == "damaged":
        ledger.write_bytes(ledger.read_bytes()[:3000] + b"\0" * 3000)
    else:
        with sqlite3.connect(ledger) as base:
            base.execute("UPDATE form SET version = '0'")
        base.close()
    lines = build()
    assert len(made(lines)) == 6
    assert tree(copy / "site") == before


def test_a_changed_program_makes_everything_anew(copy, build) -> None:
    with (copy / "disclosure" / "locale.py").open("a", encoding="utf-8") as file:
        file.write("# a change\n")
    lines = build()
    assert len(made(lines)) == 6
    assert "products/harbour-tiered-saver.yaml: the program changed" in lines


def test_other_options_are_another_build(copy, build) -> None:
    assert made(build("--lang", "en")) == {
        "harbour-tiered-saver.yaml (en)", "hengjiang-stable-180d.yaml (en)",
        "hengjiang-stable-180d.yaml (cn.wealth.risk_sheet.en)",
    }


def test_everything_anew_where_it_is_asked_for(copy, build, tree) -> None:
    before = tree(copy / "site")
    assert len(made(build("--fresh"))) == 6
    assert tree(copy / "site") == before


def test_a_build_that_has_nothing_to_do_loads_no_typesetter(copy, build) -> None:
    code = (
        "import sys; from disclosure.cli.main import commands; from disclosure.cli.exits import guarded; "
        "code = guarded(commands, ['build', '--format', 'html']); "
        "print(sorted({'weasyprint', 'jieba', 'jinja2', 'pydantic', 'textstat'} & set(sys.modules)), code)"
    )
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(copy), "DISCLOSURE_LANG": "en"}
    done = subprocess.run([sys.executable, "-c", code], cwd=copy, env=env, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[] 0", done.stdout + done.stderr


def test_the_manifest_names_what_each_document_was_made_from(copy, build) -> None:
    told = json.loads((copy / "site" / "manifest.json").read_bytes())["documents"]["harbour-tiered-saver/en"]
    assert told["definition"]["file"] == "harbour-tiered-saver.yaml" and len(told["definition"]["sha256"]) == 64
