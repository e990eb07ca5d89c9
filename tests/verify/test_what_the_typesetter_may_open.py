"""The typesetter opens the shipped fonts, wherever they are installed, nothing else, and tidies up after itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.errors import DisclosureError
from disclosure.render.pdf import pdf

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "templates" / "layout" / "fonts"
SAMPLE = "harbour-tiered-saver"
PAGE = '<!doctype html><html lang="en"><head><title>A page</title>{}</head><body><p>A page.</p></body></html>'
LINK = '<link rel="stylesheet" href="{}">'
# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")


@pytest.mark.parametrize("folder", ["资料 夹", "100%25 #1?"])
def test_a_program_in_a_folder_of_any_name_prints_the_same(run, site, tmp_path, folder: str) -> None:
    copy = tmp_path / folder
    shutil.copytree(ROOT / "disclosure", copy / "disclosure", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "glossary"):
        shutil.copytree(ROOT / name, copy / name)
    product = ROOT / "products" / f"{SAMPLE}.yaml"
    done = run("build", product, "--out", copy / "site", cwd=copy, PYTHONPATH=str(copy))
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("en.pdf", "zh-CN.pdf"):
        made = (copy / "site" / SAMPLE / name).read_bytes()
        assert made == (site / SAMPLE / name).read_bytes(), name


@pytest.mark.parametrize(
    "url",
    [
        "../print.css",
        "%2e%2e/print.css",
        "%2E%2E%2Fprint.css",
        "./%2e./print.css",
        (ROOT / "templates" / "layout" / "print.css").as_uri(),
        f"{FONTS.as_uri()}/%2e%2e/print.css",
        f"{FONTS.as_uri()}/../print.css?x",
        f"file://localhost{FONTS}/fonts.json",
        f"{FONTS.as_uri()}-of-others/x.css",
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.css",
        "data:text/css,p%7B%7D",
    ],
)
def test_nothing_but_the_fonts_is_opened(url: str) -> None:
    with pytest.raises(DisclosureError) as refused:
        pdf(PAGE.format(LINK.format(url)), "a page")
    (problem,) = refused.value.problems
    assert (problem.file, problem.code) == ("a page", "resource-warning")
    assert "not among the shipped files" in problem.values["detail"]


def test_what_is_among_the_fonts_may_be_opened_by_any_spelling_of_its_name() -> None:
    for url in ("fonts.json", "%66onts.json", f"{FONTS.as_uri()}/../fonts/fonts.json"):
        with pytest.raises(DisclosureError) as refused:
            pdf(PAGE.format(LINK.format(url)), "a page")
        assert "not among the shipped files" not in refused.value.problems[0].values["detail"]


def test_nothing_is_said_and_nothing_left_at_the_end(tmp_path) -> None:
    code = f"from disclosure.render.pdf import pdf; pdf({PAGE.format('')!r}, 'a page')"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_a_worker_leaves_nothing_either(run, tmp_path) -> None:
    (tmp_path / "scratch").mkdir()
    product = ROOT / "products" / f"{SAMPLE}.yaml"
    done = run("build", product, "--out", tmp_path / "site", "--jobs", "2", TMPDIR=str(tmp_path / "scratch"))
    assert (done.returncode, done.stderr) == (0, "")
    assert list((tmp_path / "scratch").iterdir()) == []
