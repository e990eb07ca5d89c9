"""In a pipe each document is a plain line; on a terminal there is a bar."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_plain_lines_in_a_pipe(disclosure, folder, good, tmp_path) -> None:
    place = folder(a=good, b=good)
    code, out, err = disclosure("build", place, "--format", "html", "--out", tmp_path / "site")
    assert (code, err) == (0, "")
    assert "\x1b" not in out and "\r" not in out
    documents = [f"{place}/{name}.yaml ({lang})" for name in "ab" for lang in ("zh-CN", "en")]
    assert [line.partition(" ")[2] for line in out.splitlines()[:4]] == documents
    assert str(tmp_path / "site") in out.splitlines()[4]


def test_a_bar_on_a_terminal(folder, good, tmp_path) -> None:
    place = folder(a=good)
    master, slave = pty.openpty()
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "xterm", "DISCLOSURE_LANG": "en", "COLUMNS": "100"}
    argv = [sys.executable, "-m", "disclosure", "build", str(place), "--format", "html", "--out", str(tmp_path / "site")]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=slave, stdin=slave, env=env, text=True) as process:
        os.close(slave)
        shown = b""
        while chunk := _read(master):
            shown += chunk
        out = process.stdout.read()
    os.close(master)
    assert process.returncode == 0
    assert b"\x1b[" in shown and b"1/1" in shown
    assert str(place) not in out and str(tmp_path / "site") in out


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""
