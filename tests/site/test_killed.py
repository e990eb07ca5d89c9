"""A build that is killed, at whatever moment, leaves the old site whole, and the next one tidies up."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared")
KILLED = """
import os, signal, sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from disclosure.site import Order, build
folder, out, moment = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
count = 0
def step(made):
    global count
    count += 1
    if count == moment:
        os.kill(os.getpid(), signal.SIGKILL)
@contextmanager
def begin(_):
    with ThreadPoolExecutor(1) as executor:
        yield executor, step
build(Order(tuple(sorted(folder.glob("*.yaml"))), formats=("html",)), out, begin)
"""


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.mark.parametrize("moment", [1, 2])
def test_killed_while_writing(products, published, tree, tmp_path, moment: int) -> None:
    out = tmp_path / "site"
    published(products("a", "b"), out)
    before = tree(out)
    products("a", "b", summary="Another.")
    arguments = [str(tmp_path / "products"), str(out), str(moment)]
    done = subprocess.run([sys.executable, "-c", KILLED, *arguments], env=environment())
    assert done.returncode == -signal.SIGKILL
    assert tree(out) == before
    left = [path for path in tmp_path.iterdir() if path.name.startswith(".site.stage-")]
    assert len(left) == 1
    published(products("a", "b", summary="Another."), out)
    assert tree(out) != before
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock", ".site.ledger", "products"}


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path) -> None:
    script = SHARED / "torture" / "kill9.py"
    if not script.is_file():
        pytest.skip("the torture script is not on this machine (set DISCLOSURE_SHARED)")
    sample = Path(__file__).parents[2] / "products" / "harbour-tiered-saver.yaml"
    for name, version in (("a", "2026.1"), ("b", "2026.9")):
        (tmp_path / name).mkdir()
        text = re.sub(r"^version: .*$", f'version: "{version}"', sample.read_text(encoding="utf-8"), flags=re.M)
        (tmp_path / name / "x.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "www").mkdir()
    out = tmp_path / "www" / "site"
    build = [sys.executable, "-m", "disclosure", "build", str(tmp_path / "{v}"), "--format", "html", "--out", "{out}"]
    options = ["--kills", "6", "--recover-every", "6", "--watch", "--gap-runs", "1", "--sentinel", "manifest.json"]
    argv = [sys.executable, "-W", "ignore", str(script), "--out", str(out), *options, "--", *build]
    done = subprocess.run(argv, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1] == "kills=6 violations=0", done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")
@pytest.mark.parametrize("call", ["renameat2", "fsync"])
def test_killed_at_the_exchange_or_failing_there(products, published, tree, tmp_path, call: str) -> None:
    """The system call that exchanges the folders, or the last ones before it, end in a kill or an error."""
    out = tmp_path / "site"
    old = products("a", "b")
    published(old, out)
    before = tree(out)
    products("a", "b", summary="Another.")
    for fault in ("signal=KILL", "error=EIO"):
        argv = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when=1"]
        build = [sys.executable, "-c", KILLED, str(tmp_path / "products"), str(out), "-1"]
        done = subprocess.run([*argv, *build], env=environment(), capture_output=True)
        assert done.returncode != 0
        after = tree(out)
        assert after == before or set(after) == set(before)
        assert (out / "manifest.json").is_file() and len(after) == len(before)
    published(products("a", "b"), out)
    assert tree(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock", ".site.ledger", "products"}
