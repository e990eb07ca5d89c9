"""One build at a time, only into a folder of its own, and what a killed one left is swept."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from disclosure.errors import EnvironmentProblem
from disclosure.site.publish import exchange

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
    assert (refused.value.code, refused.value.values) == ("out-not-empty", {"path": str(out), "file": "thesis.txt"})
    assert (out / "thesis.txt").read_text() == "years of work"
    assert list(tree(out)) == ["thesis.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(products, published, tmp_path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), tmp_path / "site")
    assert (refused.value.code, refused.value.values) == ("out-not-empty", {"path": str(tmp_path), "file": "site"})
    assert (tmp_path / "site").read_text() == "mine"


@pytest.mark.parametrize(
    "manifest",
    [
        '{"name": "app", "icons": []}',
        '{"files": {"manifest.json": {}, "thesis.txt": {}}}',
        '{"schema": "disclosure/site/3", "files": {"thesis.txt": {}}}',
        '{"schema": "disclosure/site/1", "files": ["thesis.txt"]}',
        '{"schema": "disclosure/site/1", "files": {"thesis": {}}}',
        '{"schema": "disclosure/site/1"',
        "[" * 100_000,
        '"disclosure/site/1"',
        "\x00",
    ],
    ids=lambda text: text[:60],
)
def test_a_manifest_of_somebody_else_makes_no_folder_ours(products, published, tree, tmp_path, manifest: str) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    (out / "manifest.json").write_text(manifest)
    before = tree(out)
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), out)
    assert refused.value.code == "out-not-empty"
    assert tree(out) == before


@pytest.mark.parametrize("name", ["notes.txt", "a/notes.txt", "z/deep/notes.txt", ".htaccess"])
def test_a_file_put_into_a_published_folder_is_not_lost(products, published, tree, tmp_path, name: str) -> None:
    out = tmp_path / "site"
    published(products("a"), out)
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_text("mine")
    before = tree(out)
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a", summary="Another."), out)
    assert (refused.value.code, refused.value.values) == ("out-not-empty", {"path": str(out), "file": name})
    assert tree(out) == before
    (out / name).unlink()
    published(products("a", summary="Another."), out)
    assert tree(out) != before


def test_a_link_put_into_a_published_folder_is_not_lost(products, published, tmp_path) -> None:
    published(products("a"), tmp_path / "site")
    (tmp_path / "site" / "b").symlink_to(tmp_path / "site" / "a")
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), tmp_path / "site")
    assert refused.value.values["file"] == "b"


def test_a_link_stays_and_what_it_points_at_is_published(products, published, tree, tmp_path) -> None:
    link, real = tmp_path / "site", tmp_path / "disk" / "2026"
    link.symlink_to(real)
    for summary in ("One.", "Another."):
        published(products("a", summary=summary), link)
        assert link.is_symlink() and link.readlink() == real
        assert not real.is_symlink() and summary in (real / "a" / "en.html").read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"site", "disk", "products"}
    assert {path.name for path in real.parent.iterdir()} == {"2026", ".2026.lock", ".2026.ledger"}


def test_the_folder_one_is_in_can_be_published(products, published, tmp_path, monkeypatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    published(products("a"), Path("."))
    assert (tmp_path / "site" / "a" / "en.html").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock", ".site.ledger", "products"}


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
    ledger = tmp_path / ".site.ledger-99999"
    ledger.write_bytes(b"half")
    other = tmp_path / ".other.stage-99999"
    other.mkdir()
    published(products("a"), tmp_path / "site")
    assert not stale.exists() and not ledger.exists()
    assert other.exists()


@pytest.mark.parametrize("name", ["s[it]e", "s*", "s?te", "[!x]"])
def test_only_its_own_is_swept_whatever_the_name(products, published, tmp_path, name: str) -> None:
    mine = tmp_path / f".{name}.stage-99999"
    others = [tmp_path / f".{one}.stage-99999" for one in ("site", "sie", "s", f"{name}.stage-1")]
    for folder in (mine, *others, tmp_path / f".{name}.stage-notes"):
        folder.mkdir()
    published(products("a"), tmp_path / name)
    assert not mine.exists()
    assert [folder for folder in (*others, tmp_path / f".{name}.stage-notes") if not folder.is_dir()] == []


def test_a_lock_that_cannot_be_opened_is_told(products, published, run, tmp_path) -> None:
    (tmp_path / ".site.lock").mkdir()
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), tmp_path / "site")
    assert (refused.value.code, refused.value.values) == (
        "not-writable", {"path": str(tmp_path / ".site.lock"), "reason": "Is a directory"},
    )
    done = run("build", tmp_path / "products", "--out", tmp_path / "site", "--format", "html")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{tmp_path}/.site.lock cannot be written (Is a directory); ")


def test_a_link_in_the_place_of_the_lock_does_not_empty_what_it_points_at(products, published, tmp_path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    (tmp_path / ".site.lock").symlink_to(tmp_path / "thesis.txt")
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), tmp_path / "site")
    assert refused.value.code == "not-writable"
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_lock_that_is_a_pipe_is_told(products, published, tmp_path) -> None:
    os.mkfifo(tmp_path / ".site.lock")
    with pytest.raises(EnvironmentProblem) as refused:
        published(products("a"), tmp_path / "site")
    assert refused.value.code == "not-writable"


def test_a_place_where_nobody_can_write_is_told(products, run, tmp_path) -> None:
    products("a")
    done = run("build", tmp_path / "products", "--out", "/proc/site", "--format", "html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr and done.stderr.count("\n") == 1


def test_a_system_that_cannot_exchange_folders_is_told(tmp_path) -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        exchange(tmp_path / "new", tmp_path / "site", SimpleNamespace())
    assert (refused.value.code, refused.value.values) == ("exchange-impossible", {"path": str(tmp_path / "site")})


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")
@pytest.mark.parametrize("error", ["ENOSYS", "EINVAL"])
def test_a_file_system_that_cannot_exchange_folders_is_told(products, published, run, tree, tmp_path, error) -> None:
    out = tmp_path / "site"
    published(products("a"), out)
    before = tree(out)
    products("a", summary="Another.")
    before_it = ("strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=renameat2", "-e", f"inject=renameat2:error={error}")
    done = run("build", tmp_path / "products", "--out", out, "--format", "html", before=before_it)
    assert done.returncode == 2
    assert done.stderr.startswith(f"this system cannot exchange {out} for a new folder in one step; ")
    assert tree(out) == before


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
    assert (tmp_path / "left").read_text().split() == [".site.ledger", ".site.lock", "site"]
