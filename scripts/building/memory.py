"""What workers hold while they make many documents, and whether the thousandth takes longer than the hundredth."""

import os
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .command import ROOT, build, environment, made
from .rows import remark, title, value

EVERY = 0.5
MIB = 1 << 10  # /proc counts in KiB
Sample = tuple[int, float, float]


@dataclass(slots=True)
class Watched:
    """A build under observation: for each of its processes (documents made so far, RSS, PSS), in MiB."""

    samples: dict[int, list[Sample]] = field(default_factory=lambda: defaultdict(list))
    documents: int = 0
    seconds: float = 0.0


def measured(place: Path, sizes: Sequence[int]) -> None:
    """Build more and more products; tell time and memory."""
    title(f"Many documents (HTML and PDF, two workers, {', '.join(map(str, sizes))} products)")
    for size in sizes[:-1]:
        run = build(made(place / f"of{size}", size), "--out", place / f"site{size}", "--jobs", 2)
        _pace(size, run.documents, run.wall, run.cpu)
    size = sizes[-1]
    watched = watch(made(place / f"of{size}", size), place / f"site{size}")
    _pace(size, watched.documents, watched.seconds, None)
    _told(watched)


def _pace(products: int, documents: int, wall: float, cpu: float | None) -> None:
    what = f"{products} products, {documents} documents: "
    value(f"{what}on the clock, a document", 1000 * wall / documents, "ms")
    if cpu is not None:
        value(f"{what}processor time, a document", 1000 * cpu / documents, "ms")


def _told(watched: Watched) -> None:
    workers = [rows for rows in _lasting(watched).values()]
    for index, name, need in ((1, "RSS", None), (2, "PSS", 130)):
        value(f"largest worker: greatest {name}", max(row[index] for rows in workers for row in rows), "MiB", need)
        slopes = [slope([(row[0], row[index]) for row in rows[len(rows) // 3 :]]) for rows in workers]
        value(f"steepest worker: growth of {name} per 1,000 documents, after the first third", 1000 * max(slopes), "MiB")
    total = max(map(sum, zip(*([row[2] for row in rows] for rows in workers), strict=False)))
    value(f"all {len(workers)} processes together: greatest PSS", total, "MiB")
    remark("RSS counts what processes share in each of them; PSS counts it once, in equal parts. The caller is not counted.")


def _lasting(watched: Watched) -> dict[int, list[Sample]]:
    """The processes that were there most of the time."""
    longest = max(map(len, watched.samples.values()), default=0)
    return {pid: rows for pid, rows in watched.samples.items() if len(rows) > longest / 2}


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The straight line through points that fits best (least squares): its rise per step."""
    if len({x for x, _ in points}) < 2:
        return 0.0
    mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    above = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return above / sum((x - mean_x) ** 2 for x, _ in points)


def watch(folder: Path, site: Path) -> Watched:
    """Build a folder, looking at its processes all the time."""
    command = [sys.executable, "-W", "ignore", "-m", "disclosure", "build", str(folder), "--out", str(site), "--jobs", "2"]
    found, began = Watched(), time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        counting = threading.Thread(target=_count, args=(running, found))
        counting.start()
        while running.poll() is None:
            for pid in descendants(running.pid):
                if held := _held(pid):
                    found.samples[pid].append((found.documents, *held))
            time.sleep(EVERY)
        counting.join()
    if running.returncode:
        raise SystemExit(f"the build of {folder} ended with {running.returncode}")
    found.seconds = time.perf_counter() - began
    return found


def _count(running: "subprocess.Popen[str]", found: Watched) -> None:
    for line in running.stdout or ():
        found.documents += line.startswith("built ")


def descendants(pid: int) -> Iterator[int]:
    """The processes below a process (Linux)."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from descendants(child)


def _held(pid: int) -> tuple[float, float] | None:
    """RSS and PSS of a process in MiB; nothing once it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    sizes = {line.split(":")[0]: int(line.split()[1]) / MIB for line in lines[1:] if os.sep not in line}
    return (sizes["Rss"], sizes["Pss"]) if "Pss" in sizes else None
