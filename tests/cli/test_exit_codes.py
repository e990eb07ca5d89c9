"""Scripts can rely on the exit code: 0 clean, 1 findings, 2 usage or machine, 3 invalid input, 4 a fault of ours."""

import os
import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TODO = ("An account to save in.", "TODO")
BAD_RATE = ('rate: "0.50%"', "rate: 0.5")


def test_0_for_a_clean_definition(disclosure, folder, good, tmp_path) -> None:
    place = folder(a=good)
    assert disclosure("check", place)[0] == 0
    code, out, err = disclosure("build", place, "--format", "html", "--out", tmp_path / "site")
    assert (code, err) == (0, "")
    assert (tmp_path / "site" / "a" / "en.html").is_file()


def test_1_for_a_finding_that_stands_in_the_way(disclosure, folder, good, tmp_path) -> None:
    place = folder(a=good, b=TODO)
    assert disclosure("check", place)[0] == 1
    code, _, err = disclosure("build", place, "--format", "html", "--out", tmp_path / "site")
    assert code == 1
    assert f"{place}/b.yaml:7:" in err and "unfinished" in err
    assert not (tmp_path / "site").exists()


def test_1_for_a_document_that_failed_while_others_were_published(disclosure, folder, good, tmp_path) -> None:
    for bad in (TODO, BAD_RATE):
        place = folder(a=good, b=bad)
        arguments = ("--format", "html", "--out", tmp_path / "site", "--keep-going")
        code, _, err = disclosure("build", place, *arguments)
        assert code == 1
        assert "b.yaml" in err
        assert {path.name for path in (tmp_path / "site").iterdir()} == {"a", "index.html", "index.en.html", "manifest.json"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("bild",),
        ("build", "--nonsense"),
        ("build", "nowhere"),
        ("check", "nowhere"),
        ("check", "{place}", "--lang", "fr"),
        ("check", "{place}", "--regime", "nobodys"),
        ("check", "{place}", "--audience", "nobody"),
        ("check", "{place}", "--format", "docx"),
        ("build", "{place}", "--format", "docx"),
        ("build", "{place}", "--format", ""),
        ("build", "{place}", "--lang", "fr", "--format", "html"),
        ("build", "{place}", "--jobs", "0"),
        ("check", "{empty}"),
        ("new", "house"),
        ("new", "deposit", "--lang", "fr"),
        ("new", "deposit", "--id", "Not A Slug"),
        ("new", "deposit", "--id", "a" * 122),
        ("new", "deposit", "--lang", ".."),
        ("check", "{english}", "--lang", "zh-CN"),
        ("check", "{english}", "--lang", "zh-CN", "--format", "json"),
        ("build", "{english}", "--lang", "zh-CN", "--format", "html"),
    ],
    ids=" ".join,
)
def test_2_for_a_command_that_cannot_be_carried_out(
    disclosure, folder, definition, good, tmp_path, monkeypatch, arguments
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    place = folder(a=good)
    (tmp_path / "products" / "english").mkdir()
    english = tmp_path / "products" / "english" / "b.yaml"
    english.write_text(re.sub(r"zh-CN: [^,]*, |zh-CN, ", "", definition), encoding="utf-8")
    given = [one.format(place=place, empty=tmp_path / "empty", english=english) for one in arguments]
    code, out, err = disclosure(*given)
    assert (code, out) == (2, "")
    assert err and "Traceback" not in err
    assert {path.name for path in tmp_path.iterdir()} - {".site.lock"} == {"empty", "products"}


def test_2_where_there_are_no_products(disclosure, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = disclosure("check")
    assert (code, out) == (2, "") and "products" in err


def test_2_names_the_languages_there_are_where_no_sheet_comes_of_a_run(disclosure, folder, definition, good, tmp_path) -> None:
    place = folder(a=good)
    english = re.sub(r"zh-CN: [^,]*, |zh-CN, ", "", definition)
    (place / "a.yaml").write_text(english, encoding="utf-8")
    out = tmp_path / "site"
    for arguments in (("check", place), ("build", place, "--format", "html", "--out", out)):
        assert disclosure(*arguments, "--lang", "zh-CN") == (
            2, "", 'no definition has the language "zh-CN", so there is no sheet to make; '
            "ask for a language that the definitions have: en\n",
        )
        assert disclosure(*arguments, "--lang", "zh-CN", "--lang", "en")[0] == 0
    (place / "b.yaml").write_text(definition.replace("id: saver", "id: b"), encoding="utf-8")
    code, _, err = disclosure("build", place, "--format", "html", "--out", out, "--lang", "zh-CN")
    assert (code, err) == (0, "")
    assert {path.name for path in out.iterdir()} == {"b", "index.html", "manifest.json"}


def test_3_for_an_invalid_definition(disclosure, folder, good, tmp_path) -> None:
    place = folder(a=good, b=BAD_RATE)
    for arguments in (("check", place), ("build", place, "--format", "html", "--out", tmp_path / "site")):
        code, _, err = disclosure(*arguments)
        assert code == 3
        assert f"{place}/b.yaml:16:11: fees[0].rate: " in err
        assert "Traceback" not in err
    assert not (tmp_path / "site").exists()


def test_3_for_a_pipe_or_a_device_which_are_never_waited_for(run, folder, good) -> None:
    place = folder(a=good)
    os.mkfifo(place / "b.yaml")
    for path, name in ((place, f"{place}/b.yaml"), (place / "b.yaml", f"{place}/b.yaml"), ("/dev/zero", "/dev/zero")):
        done = run("check", path, timeout=30)
        assert done.returncode == 3
        assert done.stderr == (
            f"{name}: this is a pipe or a device, not a file; "
            "save the definition as a file that ends in .yaml, and name that\n"
        )


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A copy of the program whose words for findings were damaged."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "disclosure", copy / "disclosure", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", copy / "templates", ignore=shutil.ignore_patterns("fonts"))
    (copy / "glossary").symlink_to(ROOT / "glossary")
    (copy / "templates" / "layout" / "fonts").symlink_to(ROOT / "templates" / "layout" / "fonts")
    return copy


def test_4_for_a_fault_of_ours(run, damaged, folder) -> None:
    place = folder(a=TODO)
    (damaged / "templates" / "findings.yaml").write_text("nothing: known\n", encoding="utf-8")
    done = run("check", place, cwd=damaged, PYTHONPATH=str(damaged))
    assert done.returncode == 4
    assert done.stderr.startswith("Traceback") and "KeyError: " in done.stderr


def test_4_for_a_template_that_is_gone_and_nothing_is_published(run, damaged, folder, good, tmp_path) -> None:
    place = folder(a=good)
    (damaged / "templates" / "layout" / "catalogue.html").unlink()
    arguments = ("--format", "html", "--out", tmp_path / "site")
    done = run("build", place, *arguments, cwd=damaged, PYTHONPATH=str(damaged))
    assert done.returncode == 4
    assert "TemplateNotFound" in done.stderr
    assert not (tmp_path / "site").exists()


def test_help_and_version(disclosure) -> None:
    for arguments in (("--help",), ("build", "--help"), ("--version",)):
        code, out, err = disclosure(*arguments)
        assert (code, err) == (0, "") and out
