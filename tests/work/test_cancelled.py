"""What is no longer wanted ends at once, be it at work or not, and nothing is left behind."""

import os
import time
from concurrent.futures import CancelledError, wait
from contextlib import closing
from pathlib import Path

import odd_jobs
import pytest

from disclosure import work


def at_work(folder: Path, count: int = 1) -> set[int]:
    """The workers that have begun to hang."""
    end = time.monotonic() + 10
    while len(os.listdir(folder)) < count and time.monotonic() < end:
        time.sleep(0.01)
    return set(map(int, os.listdir(folder)))


def test_a_job_at_work_can_be_cancelled(pool, tmp_path: Path, gone) -> None:
    future = pool.submit(odd_jobs.hang, str(tmp_path))
    (pid,) = at_work(tmp_path)
    assert future.running() and not future.done()
    assert future.cancel()
    wait([future], 2)
    assert future.cancelled() and not future.running()
    assert gone({pid}, 0.5)
    with pytest.raises(CancelledError):
        future.result()
    assert pool.submit(odd_jobs.double, 4).result() == 8


def test_a_job_that_waits_can_be_cancelled(tmp_path: Path) -> None:
    with work.Pool(1) as pool:
        first = pool.submit(odd_jobs.hang, str(tmp_path))
        waiting = pool.submit(odd_jobs.mixed, "ok", 5, str(tmp_path))
        at_work(tmp_path)
        assert waiting.cancel() and not wait([waiting], 2).not_done
        first.cancel()
        assert pool.submit(odd_jobs.double, 4).result() == 8
    assert not (tmp_path / "5").exists()


def test_one_that_is_done_cannot(pool) -> None:
    future = pool.submit(odd_jobs.double, 4)
    assert future.result() == 8
    assert not future.cancel()


def test_a_closed_generator_leaves_nothing_at_work(pool, tmp_path: Path, gone) -> None:
    calls = [("now",), *[(str(tmp_path),)] * 20]
    with closing(work.settle(pool, hang_unless_now, calls)) as settled:
        assert next(settled)[0] == 0
        pids = at_work(tmp_path, 2)
        began = time.monotonic()
    assert time.monotonic() - began < 0.5
    assert gone(pids, 0.1) and len(pids) == 2


def hang_unless_now(where: str) -> None:
    if where != "now":
        odd_jobs.hang(where)


def test_leaving_by_an_exception_ends_all_at_once(threads, tmp_path: Path, gone) -> None:
    began = 0.0
    with pytest.raises(KeyboardInterrupt), work.Pool(2) as pool:
        futures = [pool.submit(odd_jobs.hang, str(tmp_path)) for _ in range(6)]
        pids = at_work(tmp_path, 2)
        pids.add(nursery(pids))
        began = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - began < 1
    assert gone(pids, 0.1)
    assert all(future.cancelled() for future in futures)


def nursery(pids: set[int]) -> int:
    status = Path(f"/proc/{min(pids)}/status").read_text(encoding="ascii")
    return int(status.partition("PPid:")[2].split()[0])


def test_leaving_before_it_is_warm_does_not_wait_for_that() -> None:
    with pytest.raises(KeyboardInterrupt), work.Pool(2, odd_jobs.hang) as pool:
        future = pool.submit(odd_jobs.double, 1)
        began = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - began < 1
    assert future.cancelled()


def test_a_shut_pool_does_what_it_has_and_takes_no_more() -> None:
    pool = work.Pool(2)
    futures = [pool.submit(odd_jobs.double, number) for number in range(50)]
    pool.shutdown()
    assert [future.result() for future in futures] == [2 * number for number in range(50)]
    with pytest.raises(RuntimeError):
        pool.submit(odd_jobs.double, 1)
    pool.shutdown()


def test_one_shut_early_does_only_what_is_at_work(tmp_path: Path) -> None:
    pool = work.Pool(1)
    futures = [pool.submit(note_and_wait, str(tmp_path), number) for number in range(9)]
    at_work(tmp_path)
    pool.shutdown(cancel_futures=True)
    assert [future.cancelled() for future in futures] == [False, *[True] * 8]


def note_and_wait(folder: str, number: int) -> None:
    Path(folder, str(number)).touch()
    time.sleep(0.2)


def test_nothing_is_left_open() -> None:
    def once() -> None:
        with work.Pool(2) as pool:
            assert pool.submit(odd_jobs.kill).exception()

    once()
    before = os.listdir("/proc/self/fd")
    for _ in range(5):
        once()
    assert len(os.listdir("/proc/self/fd")) == len(before)


def test_nothing_is_said_when_the_last_job_dies(capfd) -> None:
    """Its worker is being replaced when the pool is shut already."""
    for _ in range(8):
        with work.Pool(1) as pool:
            assert pool.submit(odd_jobs.kill).exception()
    assert capfd.readouterr() == ("", "")
