"""A worker that ends costs one job, which is told by name and after a second try; the others never notice."""

import os
import signal
import time
from contextlib import closing
from pathlib import Path

import odd_jobs
import pytest

from disclosure import work


@pytest.mark.parametrize(
    ("task", "argument", "said"),
    [
        (odd_jobs.kill, signal.SIGKILL, "SIGKILL"),
        (odd_jobs.kill, signal.SIGSEGV, "SIGSEGV"),
        (odd_jobs.kill, signal.SIGTERM, "SIGTERM"),
        (odd_jobs.leave, 3, "exit 3"),
        (odd_jobs.leave, 0, "exit 0"),
    ],
)
def test_a_death_is_told_by_its_cause(pool, task, argument: int, said: str) -> None:
    error = pool.submit(task, argument).exception()
    assert (type(error), str(error)) == (work.WorkerDied, said)
    assert pool.submit(odd_jobs.double, 4).result() == 8


def test_so_it_is_in_a_pool_begun_either_way(threads) -> None:
    with work.Pool(1) as pool:
        futures = [pool.submit(odd_jobs.double, 1), pool.submit(odd_jobs.kill), pool.submit(odd_jobs.double, 2)]
        assert str(futures[1].exception()) == "SIGKILL"
        assert [futures[0].result(), futures[2].result()] == [2, 4]


def test_one_poisonous_job_of_two_hundred_is_the_only_one_lost(pool) -> None:
    calls = [(number, 77) for number in range(200)]
    with closing(work.settle(pool, odd_jobs.unless, calls)) as settled:
        ended = {index: future.exception() or future.result() for index, future in settled}
    assert str(ended.pop(77)) == "SIGKILL"
    assert ended == {index: index for index in range(200) if index != 77}


def test_a_job_is_tried_twice_and_not_more(pool, tmp_path: Path) -> None:
    assert str(pool.submit(odd_jobs.mixed, "die", 1, str(tmp_path)).exception()) == "SIGKILL"
    assert (tmp_path / "1").read_text(encoding="ascii") == "xx"


def test_a_death_that_does_not_happen_again_costs_nothing(pool, tmp_path: Path) -> None:
    assert pool.submit(die_once, str(tmp_path / "once")).result() == "done"


def die_once(name: str) -> str:
    if not Path(name).exists():
        Path(name).touch()
        odd_jobs.kill()
    return "done"


def test_the_second_try_is_alone(pool, tmp_path: Path) -> None:
    """It begins when all else is done, in a worker that has done nothing yet."""
    first = pool.submit(die_and_tell, str(tmp_path))
    others = [pool.submit(busy, str(tmp_path), number) for number in range(6)]
    assert str(first.exception()) == "SIGKILL"
    assert [future.result() for future in others] == list(range(6))
    told = (tmp_path / "told").read_text(encoding="ascii").split()
    assert [word for word in told if word in ("die", "end")] == ["die", *["end"] * 6, "die"]
    used = (tmp_path / "used").read_text(encoding="ascii").split()
    last = (tmp_path / "died").read_text(encoding="ascii").split()[-1]
    assert last not in used


def die_and_tell(folder: str) -> None:
    append(folder, "told", "die")
    append(folder, "died", str(odd_jobs.where()))
    odd_jobs.kill()


def busy(folder: str, number: int) -> int:
    append(folder, "used", str(odd_jobs.where()))
    time.sleep(0.05)
    append(folder, "told", "end")
    return number


def append(folder: str, name: str, text: str) -> None:
    with Path(folder, name).open("a", encoding="ascii") as file:
        file.write(f"{text} ")


def test_a_worker_killed_while_idle_is_replaced(pool, gone) -> None:
    pids = {pool.submit(odd_jobs.where).result() for _ in range(20)}
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    assert gone(pids, 2)
    assert [pool.submit(odd_jobs.double, number).result() for number in range(4)] == [0, 2, 4, 6]


def test_an_exception_of_a_job_is_its_own(pool) -> None:
    error = pool.submit(odd_jobs.refuse, "no").exception()
    assert (type(error), error.args) == (ValueError, ("no",))
