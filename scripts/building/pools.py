"""How much workers gain: two against one, and both against other ways to print many documents."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .command import LANGUAGES, ROOT, build, environment
from .rows import middle, ratio, remark, title

EACH = 5


def measured(folder: Path, place: Path, rounds: int) -> dict[str, dict[int, float]]:
    """Tell the ratios; for each language the seconds a document takes one and two warm workers."""
    documents = len(list(folder.glob("*.yaml")))
    title(f"Workers ({documents} documents of each language as HTML and PDF, seconds on the clock, medians of {rounds})")
    warm = {lang: _warm(folder, lang, place, rounds) for lang in LANGUAGES}
    for lang in LANGUAGES:
        ratio(f"{lang}: one warm worker / two, a document", 1000 * warm[lang][1], 1000 * warm[lang][2], "ms", 1.9)
    for lang in LANGUAGES:
        _commands(folder, lang, place, rounds, documents)
    for lang in LANGUAGES:
        _one_each(folder, lang, place, warm[lang][2])
    return warm


def _warm(folder: Path, lang: str, place: Path, rounds: int) -> dict[int, float]:
    """Seconds a document, by the number of workers that have made others before."""
    found: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for jobs in found:
            command = [sys.executable, "-W", "ignore", "-m", "building.warm", str(folder), lang, str(jobs), str(place / "warm")]
            done = subprocess.run(
                command, cwd=ROOT, env=environment() | {"PYTHONPATH": f"{ROOT}:{ROOT / 'scripts'}"}, capture_output=True,
                text=True, check=True,
            )  # fmt: skip
            found[jobs].append(float(done.stdout.split()[-1]))
    return {jobs: middle(seconds) for jobs, seconds in found.items()}


def _commands(folder: Path, lang: str, place: Path, rounds: int, documents: int) -> None:
    """The whole command with one worker and with two."""
    found: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for jobs in found:
            run = build(folder, "--out", place / "jobs", "--fresh", "--jobs", jobs, *plain(lang))
            found[jobs].append(1000 * run.wall / documents)
    one, two = (middle(found[jobs]) for jobs in (1, 2))
    ratio(f"{lang}: the whole command, --jobs 1 / --jobs 2, a document", one, two, "ms", 1.9)


def _one_each(folder: Path, lang: str, place: Path, warm: float) -> None:
    """A process for each document against two warm workers."""
    paths = _spread(sorted(folder.glob("*.yaml")), EACH)
    walls = [build(path, "--out", place / "each" / lang / path.stem, "--fresh", *plain(lang)).wall for path in paths]
    ratio(f"{lang}: one process a document / two warm workers", 1000 * middle(walls), 1000 * warm, "ms", 6)
    if lang == LANGUAGES[-1]:
        remark("Start-up counts in the whole command, and not for warm workers, which have made six documents before.")


def plain(lang: str) -> tuple[str, ...]:
    """One document a product: its plain sheet in one language."""
    return "--lang", lang, "--regime", "plain.sheet"


def _spread(paths: Sequence[Path], count: int) -> Sequence[Path]:
    return paths[:: max(1, len(paths) // count)][:count]
