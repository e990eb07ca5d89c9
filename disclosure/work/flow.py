"""Calls are drawn as there is room for them; each comes out with its finished future, whoever ran it."""

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import chain, islice
from queue import SimpleQueue
from typing import Any

from .endings import WorkerDied
from .pool import Pool, nothing

Call = tuple[Any, ...]
Settled = tuple[int, Future[Any]]
Numbered = tuple[int, Call]
_AHEAD = 4


@dataclass(slots=True)
class _Lost:
    """Calls that have no result: their executor broke, or a cluster suspects them of killing workers."""

    broken: list[Numbered] = field(default_factory=list)
    suspect: list[Numbered] = field(default_factory=list)


def settle(
    executor: Executor,
    task: Callable[..., Any],
    calls: Iterable[Call],
    window: int | None = None,
    meanwhile: Callable[[], object] = nothing,
) -> Generator[Settled, None, None]:
    """The place of each call with its finished future, as they finish.

    At most `window` calls are drawn and unfinished at a time (four a worker, unless said otherwise),
    so that memory does not grow with their number. `meanwhile` runs here once the first are sent.
    When this is closed, or ends in whatever way, no call is left that waits, nor one at work that
    the executor can end or wait for.

    Where the executor breaks, as one of the standard library does when a process of it dies, the
    calls it has lost and those still to come run in a Pool, which finds the one at fault. A cluster
    gives up all calls that were on several workers which died; at the end each of them is made again
    by itself, and only one that ends so again has lost its worker.
    """
    numbered = enumerate(calls)
    workers = _workers(executor)
    room = window or _AHEAD * workers
    lost = yield from _flow(executor, task, numbered, room, meanwhile)
    if lost.broken:
        with Pool(workers) as pool:
            yield from _flow(pool, task, chain(lost.broken, numbered), room)
    if lost.suspect:
        again = yield from _flow(executor, task, iter(lost.suspect), 1)
        yield from ((index, _failed(WorkerDied("KilledWorker"))) for index, _ in again.suspect)


def _workers(executor: Executor) -> int:
    told = getattr(executor, "workers", None) or getattr(executor, "_max_workers", None)
    return int(told or os.cpu_count() or 1)


def _flow(
    executor: Executor,
    task: Callable[..., Any],
    numbered: Iterator[Numbered],
    room: int,
    meanwhile: Callable[[], object] = nothing,
) -> Generator[Settled, None, _Lost]:
    """As `settle`; the calls without a result come back at the end."""
    done: SimpleQueue[Future[Any]] = SimpleQueue()
    flying: dict[Future[Any], Numbered] = {}
    lost = _Lost()

    def send(count: int) -> None:
        for index, call in islice(numbered, count):
            future = _submitted(executor, task, call)
            flying[future] = index, call
            future.add_done_callback(done.put)

    try:
        send(room)
        meanwhile()
        while flying:
            future = done.get()
            number = flying.pop(future)
            error = None if future.cancelled() else future.exception()
            if isinstance(error, BrokenExecutor):
                lost.broken.append(number)
                continue
            send(0 if lost.broken else 1)
            if _is_suspicion(error):
                lost.suspect.append(number)
            else:
                yield number[0], future
    finally:
        for future in flying:
            future.cancel()
        wait(flying)
    return lost


def _submitted(executor: Executor, task: Callable[..., Any], call: Call) -> Future[Any]:
    try:
        return executor.submit(task, *call)
    except BrokenExecutor as error:
        return _failed(error)


def _is_suspicion(error: BaseException | None) -> bool:
    """Whether Dask gave up a call as several workers in turn died while they had it."""
    scheduler = sys.modules.get("distributed.scheduler")
    return scheduler is not None and isinstance(error, scheduler.KilledWorker)


def _failed(error: Exception) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(error)
    return future
