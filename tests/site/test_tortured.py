"""Failed at its file-system calls, or out of room, a build leaves one of two sites whole: a small part of
what `scripts/torture` does."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HARNESSES = ROOT / os.environ.get("DISCLOSURE_SHARED", "../shared") / "torture"
ABSENT = not (HARNESSES / "enospc.py").is_file()

pytestmark = pytest.mark.skipif(ABSENT, reason="the harnesses are not on this machine (set DISCLOSURE_SHARED)")


def tortured(name: str, place: Path, count: int, *arguments: str) -> str:
    """What the harness says last of a trial."""
    command = [sys.executable, str(ROOT / "scripts" / "torture"), str(HARNESSES), "--only", name, "--count", str(count)]
    environment = os.environ | {"TMPDIR": str(place)}
    done = subprocess.run([*command, *arguments], env=environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(place.iterdir()) == []
    return done.stdout.splitlines()[-1].removeprefix(name).strip()


def may_mount(place: Path) -> bool:
    """May this user mount something of his own?"""
    (place / "try").mkdir()
    command = ["unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place / "try")]
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False
    finally:
        (place / "try").rmdir()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")
def test_failed_at_the_first_and_last_call_of_each_kind(tmp_path) -> None:
    said = tortured("points-html", tmp_path, 2, "--", "--errors", "ENOSPC", "--no-kill")
    found = re.fullmatch(r"points=(\d+) violations=0", said)
    assert found and 8 <= int(found[1]) <= 60, said


@pytest.mark.slow
def test_out_of_room(tmp_path) -> None:
    if not may_mount(tmp_path):
        pytest.skip("this user may not mount a file system of his own")
    assert tortured("full-html", tmp_path, 12) == "runs=12 violations=0 mode=tmpfs"
