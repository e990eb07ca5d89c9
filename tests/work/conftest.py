"""Pools, begun from a caller with one thread and from one with several; and who is alive."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from disclosure import work


@pytest.fixture(params=["forked", "spawned"])
def threads(request: pytest.FixtureRequest) -> Iterator[str]:
    """With one thread a caller's nursery is forked; with more it is begun afresh."""
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    if request.param == "spawned":
        other.start()
    yield request.param
    end.set()
    if request.param == "spawned":
        other.join()


@pytest.fixture
def pool() -> Iterator[work.Pool]:
    """Two workers, each job with five seconds and 300 MiB."""
    with work.Pool(2, budget=work.Budget(5, 300 << 20)) as pool:
        yield pool


def running(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.fixture
def gone() -> Callable[[set[int], float], bool]:
    """Whether all these processes end within so many seconds."""

    def wait(pids: set[int], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not any(map(running, pids)):
                return True
            time.sleep(0.01)
        return False

    return wait


@pytest.fixture
def marked() -> Callable[[str], set[int]]:
    """The processes that were begun with a text in their environment."""

    def find(mark: str) -> set[int]:
        found = set()
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdecimal() and mark.encode() in (entry / "environ").read_bytes():
                    found.add(int(entry.name))
            except OSError:
                continue
        return found - {os.getpid()}

    return find
