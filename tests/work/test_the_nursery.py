"""Workers are forked from one small process, which warms up once; its own death is no job's fault."""

import os
from pathlib import Path

import odd_jobs

from disclosure import work


def test_warming_up_happens_once_and_not_here(threads, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("WARMED", str(tmp_path / "warmed"))
    with work.Pool(3, odd_jobs.warm_and_tell) as pool:
        parents = {future.result() for _, future in work.settle(pool, odd_jobs.parent, [()] * 30)}
        assert pool.submit(odd_jobs.kill).exception()
    warmed = (tmp_path / "warmed").read_text(encoding="ascii").split()
    assert set(map(int, warmed)) == parents and len(warmed) == 1
    assert os.getpid() not in parents


def test_a_failure_to_warm_up_is_left_for_the_first_job_to_tell() -> None:
    with work.Pool(1, odd_jobs.fail_to_warm) as pool:
        assert pool.submit(odd_jobs.double, 4).result() == 8


def test_all_is_done_though_the_nursery_dies(threads, tmp_path: Path) -> None:
    with work.Pool(2) as pool:
        odd = pool.submit(odd_jobs.kill_nursery, str(tmp_path), 1)
        futures = [pool.submit(odd_jobs.double, number) for number in range(20)]
        assert [future.result() for future in futures] == [2 * number for number in range(20)]
        assert odd.result() == "done"


def test_one_that_dies_again_and_again_is_given_up(tmp_path: Path) -> None:
    with work.Pool(1) as pool:
        futures = [pool.submit(odd_jobs.kill_nursery, str(tmp_path), 99) for _ in range(3)]
        assert {(type(error), str(error)) for error in (future.exception() for future in futures)} == {
            (work.WorkerDied, "SIGKILL")
        }
        assert isinstance(pool.submit(odd_jobs.double, 1).exception(), work.WorkerDied)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_pool_that_nobody_uses_ends(threads) -> None:
    with work.Pool(2):
        pass
