"""Calls are drawn as there is room for them, so that memory does not depend on their number."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import odd_jobs
import pytest

from disclosure import work


class Drawn:
    """Calls that count how many of them were asked for."""

    def __init__(self, count: int) -> None:
        self.count, self.drawn = count, 0

    def __iter__(self) -> Iterator[tuple[int]]:
        for number in range(self.count):
            self.drawn += 1
            yield (number,)


@pytest.mark.parametrize(("window", "room"), [(None, 8), (1, 1), (5, 5), (1000, 1000)])
def test_never_more_calls_are_drawn_than_there_is_room_for(pool, window: int | None, room: int) -> None:
    calls, done = Drawn(300), 0
    for _, future in work.settle(pool, odd_jobs.double, calls, window):
        done += 1
        assert calls.drawn <= done + room
    assert (done, calls.drawn) == (300, 300)


def test_a_closed_generator_draws_no_more(pool) -> None:
    calls = Drawn(300)
    with closing(work.settle(pool, odd_jobs.double, calls)) as settled:
        next(settled)
    assert calls.drawn <= 9


def test_something_else_can_be_done_meanwhile_once_work_has_begun() -> None:
    calls, seen = Drawn(20), []
    with ThreadPoolExecutor(2) as executor:
        settled = work.settle(executor, odd_jobs.double, calls, 3, meanwhile=lambda: seen.append(calls.drawn))
        assert len(list(settled)) == 20
    assert seen == [3]


def test_without_calls_there_is_nothing_to_wait_for(pool) -> None:
    assert list(work.settle(pool, odd_jobs.double, [])) == []


def test_a_failure_to_make_the_next_call_ends_what_was_begun(pool, tmp_path) -> None:
    def calls() -> Iterator[tuple[str]]:
        yield (str(tmp_path),)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(work.settle(pool, odd_jobs.hang, calls()))
    assert pool.submit(odd_jobs.double, 4).result() == 8
