"""A build that is interrupted or told to end leaves the published folder whole, says so, and sweeps up."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def heard() -> None:
    """Who runs these tests in the background has Ctrl-C ignored, and so would the build."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=["TERM", "INT"])
def test_in_the_middle(folder, good, tmp_path, number: int, code: int) -> None:
    place, out = folder(**{f"p{one}": good for one in range(6)}), tmp_path / "site"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DISCLOSURE_LANG": "en", "PYTHONUNBUFFERED": "1"}
    argv = [sys.executable, "-m", "disclosure", "build", str(place), "--format", "html", "--out", str(out), "--jobs", "1"]
    with subprocess.Popen(argv, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          preexec_fn=heard) as process:  # fmt: skip
        assert process.stdout and process.stdout.readline().startswith("built ")
        process.send_signal(number)
        _, said = process.communicate(timeout=20)
    assert process.returncode == code
    assert said.strip() == f"interrupted; {out} is whole, as it was or as it was to be"
    assert not out.exists()
    assert {path.name for path in tmp_path.iterdir()} - {place.name} == {".site.lock"}
