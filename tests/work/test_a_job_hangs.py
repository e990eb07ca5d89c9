"""A job has its time, counted from when a worker begins with it; one that takes longer is ended and told."""

import time

import odd_jobs

from disclosure import work


def test_a_job_that_hangs_is_ended_after_its_time_twice(threads) -> None:
    with work.Pool(2, budget=work.Budget(seconds=0.3)) as pool:
        began = time.monotonic()
        hanging, other = pool.submit(odd_jobs.hang), pool.submit(odd_jobs.double, 4)
        error = hanging.exception()
        assert (type(error), str(error)) == (work.TimeOver, "0.3")
        assert other.result() == 8
        assert 0.6 <= time.monotonic() - began < 4


def test_one_that_hangs_does_not_hold_up_the_others() -> None:
    with work.Pool(2, budget=work.Budget(seconds=1.5)) as pool:
        hanging = pool.submit(odd_jobs.hang)
        futures = [pool.submit(odd_jobs.double, number) for number in range(50)]
        assert [future.result() for future in futures] == [2 * number for number in range(50)]
        assert not hanging.done()


def test_waiting_for_a_worker_is_not_counted() -> None:
    with work.Pool(1, budget=work.Budget(seconds=0.5)) as pool:
        futures = [pool.submit(time.sleep, 0.1) for _ in range(10)]
        assert [future.result() for future in futures] == [None] * 10


def test_nor_is_warming_up() -> None:
    with work.Pool(1, slow, work.Budget(seconds=0.2)) as pool:
        assert pool.submit(odd_jobs.double, 4).result() == 8


def slow() -> None:
    time.sleep(0.6)


def test_one_that_is_stopped_counts_as_hanging() -> None:
    with work.Pool(1, budget=work.Budget(seconds=0.3)) as pool:
        assert isinstance(pool.submit(odd_jobs.kill, 19).exception(), work.TimeOver)
        assert pool.submit(odd_jobs.double, 4).result() == 8
