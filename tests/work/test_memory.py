"""A job has its memory; one that asks for more is ended and told, and its worker goes with it."""

import resource

import odd_jobs
import pytest

from disclosure import work


@pytest.mark.parametrize(
    ("task", "arguments"),
    [(odd_jobs.grow, ()), (odd_jobs.hold, (2000,)), (odd_jobs.hold, (1 << 20,))],
    ids=["bit by bit", "2000 MiB", "a TiB"],
)
def test_a_job_that_asks_for_too_much_is_told(pool, task, arguments: tuple[int, ...]) -> None:
    error = pool.submit(task, *arguments).exception()
    assert (type(error), str(error)) == (work.MemoryOver, "300")
    assert pool.submit(odd_jobs.double, 4).result() == 8


def test_what_is_within_the_budget_is_granted(pool) -> None:
    assert pool.submit(odd_jobs.hold, 150).result() == 150 << 20


def test_what_the_caller_holds_already_does_not_count() -> None:
    big = bytearray(400 << 20)
    with work.Pool(1, budget=work.Budget(memory=200 << 20)) as pool:
        assert pool.submit(odd_jobs.hold, 100).result() == 100 << 20
        assert isinstance(pool.submit(odd_jobs.hold, 400).exception(), work.MemoryOver)
    assert len(big) == 400 << 20


def test_its_worker_does_no_other_job() -> None:
    with work.Pool(1, budget=work.Budget(memory=200 << 20)) as pool:
        before = pool.submit(odd_jobs.where).result()
        assert isinstance(pool.submit(odd_jobs.hold, 1000).exception(), work.MemoryOver)
        assert pool.submit(odd_jobs.where).result() != before


def test_the_caller_is_not_held_to_it(pool) -> None:
    pool.submit(odd_jobs.double, 1).result()
    assert resource.getrlimit(resource.RLIMIT_DATA)[0] != 300 << 20


def test_memory_does_not_grow_with_the_number_of_jobs() -> None:
    """Ten thousand jobs, drawn from a generator: neither the caller nor the worker holds on to them."""
    with work.Pool(2) as pool:
        for _ in work.settle(pool, weigh, ((number, b"x" * 2000) for number in range(1000))):
            pass
        caller = weigh()
        sizes = [future.result() for _, future in work.settle(pool, weigh, ((n, b"x" * 2000) for n in range(9000)))]
        assert weigh() - caller < 4096
        assert max(sizes[-100:]) - max(sizes[:100]) < 2048


def weigh(*_: object) -> int:
    """The memory of this process, in KiB."""
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
