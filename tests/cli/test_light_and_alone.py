"""A check does not load the typesetter; a build needs no network and no home."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "products" / "hengjiang-term-deposit-1y.yaml"
LOADED = """
import sys
from disclosure.cli.exits import guarded
from disclosure.cli.main import commands
code = guarded(commands, sys.argv[1:])
heavy = {"weasyprint", "pypdfium2", "fontTools", "jieba", "textstat", "pydantic", "rich"}
print("loaded", code, *sorted(heavy & set(sys.modules)))
"""


def loaded(*arguments: object) -> list[str]:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    argv = [sys.executable, "-c", LOADED, *map(str, arguments)]
    done = subprocess.run(argv, env=env, capture_output=True, text=True)
    code, *names = done.stdout.splitlines()[-1].split()[1:]
    assert code == "0", done.stdout + done.stderr
    return names


def test_check_never_loads_the_typesetter() -> None:
    assert not {"weasyprint", "pypdfium2", "fontTools", "rich"} & set(loaded("check", SAMPLE))


def test_help_loads_nothing_heavy() -> None:
    assert loaded("--help") == []


def test_html_alone_needs_no_typesetter(tmp_path) -> None:
    names = loaded("build", SAMPLE, "--format", "html", "--out", tmp_path / "site")
    assert not {"weasyprint", "pypdfium2", "textstat"} & set(names)


def test_a_build_needs_no_network_and_no_home(run, site, tmp_path) -> None:
    (tmp_path / "home").mkdir()
    before = ("unshare", "-n") if _can_unshare() else ()
    if not before:
        pytest.skip("this machine does not let a test cut itself off from the network")
    done = run("build", SAMPLE, "--out", tmp_path / "site", before=before, HOME=str(tmp_path / "home"))
    assert (done.returncode, done.stderr) == (0, "")
    for path in (tmp_path / "site" / SAMPLE.stem).iterdir():
        assert path.read_bytes() == (site / SAMPLE.stem / path.name).read_bytes(), path.name


def test_a_check_needs_no_network_and_no_home(run, tmp_path) -> None:
    before = ("unshare", "-n") if _can_unshare() else ()
    done = run("check", SAMPLE, before=before, HOME="/nonexistent", TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def _can_unshare() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode == 0
