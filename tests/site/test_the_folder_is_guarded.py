"""One build at a time, only into a folder of its own, and what a killed one left is swept."""

import os
import shutil
import subprocess
import sys

import pytest

from disclosure.errors import EnvironmentProblem

HOLD = """
import sys
from pathlib import Path
from disclosure.site.publish import staging
with staging(Path(sys.argv[1])) as stage:
    print("held", flush=True)
    sys.stdin.read()
    (stage / "manifest.json").write_text("{}")
"""


@pytest.fixture
def held(tmp_path):
    """A process that holds the lock of tmp_path/site until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "site")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.communicate()


def test_a_second_build_names_the_lock_and_who_holds_it(held, products, published, tmp_path) -> None:
    done = products("a")
    with pytest.raises(EnvironmentProblem) as refused:
        published(done, tmp_path / "site")
    assert refused.value.code == "lock-held"
    assert refused.value.values == {"path": str(tmp_path / ".site.lock"), "pid": str(held.pid)}
    assert not (tmp_path / "site").exists()


def test_the_command_exits_2_and_names_the_lock(held, run, products, tmp_path) -> None:
    products("a")
    done = run("build", tmp_path / "products", "--out", tmp_path / "site", "--format", "html")
    assert done.returncode == 2
    assert str(tmp_path / ".site.lock") in done.stderr and str(held.pid) in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_lock_that_nobody_holds_does_not_matter(products, published, tmp_path) -> None:
    (tmp_path / ".site.lock").write_text("1")
    published(products("a"), tmp_path / "site")
    assert (tmp_path / "site" / "manifest.json").is_file()


def test_other_folders_can_be_built_at_the_same_time(held, products, published, tmp_path) -> None:
    published(products("a"), tmp_path / "other")
    assert (tmp_path / "other" / "a" / "en.html").is_file()


def test_a_folder_of_somebody_else_is_refused(products, published, tree, tmp_path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), out)
    assert (refused.value.code, refused.value.values) == ("out-not-empty", {"path": str(out)})
    assert (out / "thesis.txt").read_text() == "years of work"
    assert list(tree(out)) == ["thesis.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(products, published, tmp_path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), tmp_path / "site")
    assert refused.value.code == "out-not-empty"
    assert (tmp_path / "site").read_text() == "mine"


def test_an_empty_folder_is_taken(products, published, tmp_path) -> None:
    (tmp_path / "site").mkdir()
    published(products("a"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_folder_deeper_down_is_made(products, published, tmp_path) -> None:
    published(products("a"), tmp_path / "far" / "down" / "site")
    assert (tmp_path / "far" / "down" / "site" / "index.html").is_file()


def test_what_a_killed_build_left_is_swept(products, published, tmp_path) -> None:
    stale = tmp_path / ".site.stage-99999"
    (stale / "a").mkdir(parents=True)
    (stale / "a" / "en.html").write_text("half")
    other = tmp_path / ".other.stage-99999"
    other.mkdir()
    published(products("a"), tmp_path / "site")
    assert not stale.exists()
    assert other.exists()


def test_a_place_that_cannot_be_written_is_told_before_any_work(products, published, tmp_path) -> None:
    (tmp_path / "wall").write_text("")
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), tmp_path / "wall" / "site")
    assert refused.value.code == "not-writable"


def test_a_full_disk_is_told_and_the_old_folder_stays(products, published, tree, tmp_path) -> None:
    if shutil.which("unshare") is None or os.geteuid() != 0:
        pytest.skip("needs a small file system of its own, which only root can mount")
    small = tmp_path / "small"
    small.mkdir()
    script = f"""
mount -t tmpfs -o size=600k none {small} || exit 77
{sys.executable} -m disclosure build {tmp_path}/products/a.yaml --format html --out {small}/site || exit 78
(cd {small}/site && sha256sum $(find . -type f | sort)) > {tmp_path}/before
{sys.executable} -m disclosure build {tmp_path}/products --format html --out {small}/site 2> {tmp_path}/said
code=$?
(cd {small}/site && sha256sum $(find . -type f | sort)) > {tmp_path}/after
ls -A {small} > {tmp_path}/left
exit $code
"""
    products(*(f"{letter}{number}" for letter in "abc" for number in range(9)), "a")
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "DISCLOSURE_LANG": "en"}
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], env=env, capture_output=True, text=True)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this machine does not let a test mount a file system")
    assert done.returncode == 2, done.stderr + done.stdout
    assert str(small / "site") in (tmp_path / "said").read_text()
    assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text() != ""
    assert (tmp_path / "left").read_text().split() == [".site.lock", "site"]
