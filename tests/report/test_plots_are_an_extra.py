"""Without the plotting library every other format works, and the page says kindly what to install."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITHOUT = """
import sys
sys.modules["matplotlib"] = None
from disclosure.cli.exits import guarded
from disclosure.cli.main import commands
sys.exit(guarded(commands, sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", 'matplotlib is not installed; install it: pip install "disclosure[report]"\n'),
     ("zh-CN", '没有安装matplotlib；请安装：pip install "disclosure[report]"\n')],
)  # fmt: skip
def test_the_page_says_what_to_install(tmp_path: Path, definition: str, lang: str, said: str) -> None:
    done = without(tmp_path, definition, "html", lang)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == said


@pytest.mark.parametrize("format_", ["sarif", "junit", "json", "github", "text"])
def test_other_formats_do_without(tmp_path: Path, definition: str, format_: str) -> None:
    assert without(tmp_path, definition, format_, "en").returncode == 0


def without(folder: Path, definition: str, format_: str, lang: str) -> "subprocess.CompletedProcess[str]":
    (folder / "a.yaml").write_text(definition, encoding="utf-8")
    command = [sys.executable, "-c", WITHOUT, "check", str(folder / "a.yaml"), "--format", format_]
    env = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "DISCLOSURE_LANG": lang, "HOME": str(folder)}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120)
