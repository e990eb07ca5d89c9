"""Ctrl-C ends the caller and all its processes within a second; and no process outlives a caller that is killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SCRIPT = """
import sys, time
sys.path.insert(0, {here!r})
import odd_jobs
from disclosure import work

with work.executor(None, 2) as executor:
    for index, future in work.settle(executor, odd_jobs.hang, [({folder!r},)] * 30):
        pass
"""
ROOT = Path(__file__).parents[2]


def heard() -> None:
    """Who runs these tests in the background has Ctrl-C ignored, and so would the caller."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


Caller = Callable[[], tuple["subprocess.Popen[str]", set[int]]]


@pytest.fixture
def caller(tmp_path: Path, marked) -> Iterator[Caller]:
    """A caller with two workers at work, and its nursery."""
    begun: list[subprocess.Popen[str]] = []

    def begin() -> tuple["subprocess.Popen[str]", set[int]]:
        code = SCRIPT.format(here=str(Path(__file__).parent), folder=str(tmp_path))
        env = os.environ | {"PYTHONPATH": str(ROOT), "MARK": str(tmp_path)}
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", code], env=env, text=True, stderr=subprocess.PIPE, start_new_session=True,
            preexec_fn=heard,
        )
        begun.append(process)
        end = time.monotonic() + 20
        while len(os.listdir(tmp_path)) < 2 and time.monotonic() < end:
            time.sleep(0.01)
        found = marked(f"MARK={tmp_path}") - {process.pid}
        assert len(found) == 3
        return process, found

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("whom", ["the caller", "the terminal"])
def test_ctrl_c_ends_all_in_less_than_a_second(caller: Caller, gone, whom: str) -> None:
    process, others = caller()
    began = time.monotonic()
    (os.kill if whom == "the caller" else os.killpg)(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert time.monotonic() - began < 1
    assert gone(others, 0.1)
    # The caller alone has heard of it.
    assert errors.count("KeyboardInterrupt") == 1
    assert process.returncode == -signal.SIGINT


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_caller(caller: Caller, gone, number: int) -> None:
    process, others = caller()
    os.kill(process.pid, number)
    assert process.wait(5) == -number
    assert gone(others, 1)
