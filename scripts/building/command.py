"""A copy of the program and made definitions come in; timed runs of the real command go out."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("disclosure", "templates", "glossary")
LANGUAGES = ("en", "zh-CN")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: seconds on the clock and of processor time (its workers included), what it said."""

    wall: float
    cpu: float
    said: str

    @property
    def documents(self) -> int:
        """How many documents it made."""
        return sum(line.startswith("built ") for line in self.said.splitlines())


def made(folder: Path, count: int, *options: str, seed: int = 1) -> Path:
    """A folder with so many definitions of scripts/make-products."""
    command = [sys.executable, str(ROOT / "scripts" / "make-products"), str(seed), str(count), str(folder), *options]
    subprocess.run(command, check=True)
    return folder


def house(place: Path) -> Path:
    """A copy of the program with its data, of which files can be changed."""
    for part in SHIPPED:
        shutil.copytree(ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
    return place


def build(*arguments: object, root: Path = ROOT, flags: Sequence[str] = ()) -> Run:
    """Run `disclosure build`. Raises CalledProcessError, with what was said, where it does not end well."""
    command = [sys.executable, "-W", "ignore", *flags, "-m", "disclosure", "build", *map(str, arguments)]
    before, began = _spent(), time.perf_counter()
    done = subprocess.run(command, cwd=root, env=environment(root), capture_output=True, text=True, check=False)
    wall = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return Run(wall, _spent() - before, done.stdout + done.stderr)


def environment(root: Path = ROOT) -> dict[str, str]:
    """The program of a folder, in English."""
    return os.environ | {"PYTHONPATH": str(root), "LANG": "C.UTF-8", "LANGUAGE": "en"}


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
