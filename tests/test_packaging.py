"""What a stranger receives: a wheel with all its data, and lock files that pin every byte that is installed."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from disclosure import __version__

ROOT = Path(__file__).parents[1]
DATA = ("templates", "glossary", "products")
LOCKS = ("runtime", "dev", "build")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ]+)( ; [^\\]+)? \\$")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that this checkout builds, made without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


def declared() -> dict[str, list[str]]:
    """The requirements in pyproject.toml, by the lock file that must meet them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = project["project"]["dependencies"]
    return {
        "runtime": runtime,
        "dev": runtime + project["project"]["optional-dependencies"]["dev"],
        "build": project["build-system"]["requires"],
    }


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """The releases that a lock file pins, by package."""
    found = (PIN.match(line) for line in lock(name).splitlines())
    return {match[1].lower(): match[2] for match in found if match}


def test_the_wheel_is_named_after_the_version_in_the_package(wheel: Path) -> None:
    assert wheel.name == f"disclosure-{__version__}-py3-none-any.whl"


@pytest.mark.parametrize("folder", DATA)
def test_every_data_file_is_in_the_wheel(wheel: Path, folder: str) -> None:
    prefix = f"disclosure/_shipped/{folder}/"
    packed = {name.removeprefix(prefix) for name in zipfile.ZipFile(wheel).namelist() if name.startswith(prefix)}
    here = {path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert packed == here


def test_nothing_but_the_package_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"disclosure", f"disclosure-{__version__}.dist-info"}


def test_an_installed_package_finds_its_own_data(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from disclosure.shipped import root; print(root())"
    found = subprocess.run([sys.executable, "-I", "-c", code], check=True, capture_output=True, text=True)
    assert Path(found.stdout.strip()) == tmp_path / "disclosure" / "_shipped"


def test_the_wheel_brings_the_command(wheel: Path) -> None:
    entries = zipfile.ZipFile(wheel).read(f"disclosure-{__version__}.dist-info/entry_points.txt").decode()
    assert entries.split() == ["[console_scripts]", "disclosure", "=", "disclosure.cli:main"]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_meets_what_is_declared(name: str) -> None:
    locked = pins(name)
    for text in declared()[name]:
        wanted = Requirement(text)
        assert wanted.specifier.contains(locked[wanted.name.lower()]), f"{text}: run scripts/lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[A-Za-z0-9])", lock(name), flags=re.MULTILINE)[1:]
    # One package may be pinned twice, for older and newer releases of Python.
    assert {re.split("==", entry)[0].lower() for entry in entries} == set(pins(name))
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_no_place_to_download_from(name: str) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|/\w+/", lock(name))


@pytest.mark.parametrize("name", ("runtime", "build"))
def test_the_lock_files_agree(name: str) -> None:
    assert pins(name).items() <= pins("dev").items()


@pytest.mark.parametrize("command", ("sheets", "test", "lock", "make-fonts", "make-pronunciations"))
def test_a_command_can_be_started(command: str) -> None:
    assert (ROOT / "scripts" / command).stat().st_mode & 0o111
