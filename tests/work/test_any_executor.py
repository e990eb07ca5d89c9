"""Calls are settled by any executor; one of the standard library that breaks is helped out of it."""

import signal
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context

import odd_jobs
import pytest

from disclosure import work

MAKERS: dict[str, Callable[[], Executor]] = {
    "pool": lambda: work.Pool(2),
    "threads": lambda: ThreadPoolExecutor(2),
    "processes": lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn")),
}


@pytest.fixture(params=MAKERS)
def some(request: pytest.FixtureRequest):
    with MAKERS[request.param]() as executor:
        yield executor


def test_all_are_settled(some: Executor) -> None:
    settled = {index: future.result() for index, future in work.settle(some, odd_jobs.double, ((n,) for n in range(100)))}
    assert settled == {number: 2 * number for number in range(100)}


def test_exceptions_are_told(some: Executor) -> None:
    settled = dict(work.settle(some, odd_jobs.refuse, [("a",), ("b",)]))
    assert [str(settled[index].exception()) for index in (0, 1)] == ["a", "b"]


def test_one_can_leave_early(some: Executor) -> None:
    with closing(work.settle(some, odd_jobs.double, ((n,) for n in range(100)))) as settled:
        next(settled)
    assert some.submit(odd_jobs.double, 4).result() == 8


def test_a_broken_executor_costs_one_job() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        calls = ((odd_jobs.kill, signal.SIGKILL) if n == 20 else (odd_jobs.double, n) for n in range(60))
        settled = {index: future for index, future in work.settle(executor, act, calls)}
    assert (type(settled[20].exception()), str(settled.pop(20).exception())) == (work.WorkerDied, "SIGKILL")
    assert {index: future.result() for index, future in settled.items()} == {n: 2 * n for n in range(60) if n != 20}


def act(task: Callable[[int], object], argument: int) -> object:
    return task(argument)


def test_an_executor_is_made_by_the_name_of_a_place() -> None:
    with work.executor(None, 2) as executor:
        assert isinstance(executor, work.Pool)
        assert executor.submit(odd_jobs.double, 4).result() == 8
    with pytest.raises(RuntimeError):
        executor.submit(odd_jobs.double, 4)
