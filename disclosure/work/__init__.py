"""Where jobs run: an executor comes in or is started here, and every job ends, though its worker may die."""

import signal
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

Call = tuple[Any, ...]
Settled = tuple[int, Future[Any]]


class WorkerDied(Exception):
    """The process that ran a job ended without an answer; the text names the signal, where known."""


class Pool(ProcessPoolExecutor):
    """Processes that begin to warm up at once, while the caller goes on gathering.

    Forked before the caller has loaded anything heavy or started a thread, so that each worker is
    small and safe; `warm` runs first in each of them. What the machine lacks is left for the first
    job to tell, since a pool whose start fails cannot say why.
    """

    def __init__(self, workers: int, warm: Callable[[], None], start: str = "fork") -> None:
        super().__init__(
            workers, mp_context=get_context(start), initializer=_tried, initargs=(warm,)
        )
        self.workers, self.warm = workers, warm
        self.submit(_ready)

    def renewed(self) -> "Pool":
        """A pool in place of one whose worker died, begun afresh: the caller is no longer small."""
        return Pool(self.workers, self.warm, "spawn")


def settle(
    executor: Executor,
    task: Callable[..., Any],
    calls: Sequence[Call],
    meanwhile: Callable[[], object] = lambda: None,
) -> Generator[Settled, None, None]:
    """The index of each call with its finished future, in order unless a worker dies.

    Where one dies, the calls that were or might have been in its hands run again, each alone in a
    process of its own, so that only the one at fault ends in WorkerDied; the others go to a new
    pool. When this ends, in whatever way, no call is left that is still at work. `meanwhile` runs
    here once all calls are sent.
    """
    lost = yield from _sent(executor, task, dict(enumerate(calls)), meanwhile)
    while lost:
        # A pool has handed out one call more than it has workers.
        held = executor.workers + 1 if isinstance(executor, Pool) else len(lost)
        for index in lost[:held]:
            yield index, alone(task, calls[index])
        rest = {index: calls[index] for index in lost[held:]}
        lost = []
        if rest and isinstance(executor, Pool):
            with executor.renewed() as fresh:
                lost = yield from _sent(fresh, task, rest)


def alone(task: Callable[..., Any], call: Call) -> Future[Any]:
    """The finished future of a call in a process of its own."""
    future: Future[Any] = Future()
    context = get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sending, task, call))
    process.start()
    sending.close()
    answer = None
    try:
        with suppress(EOFError):
            answer = receiving.recv()
    finally:
        receiving.close()
        process.join()
    result, error = answer or (None, WorkerDied(_ending(process.exitcode or 0)))
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)
    return future


def _sent(
    executor: Executor,
    task: Callable[..., Any],
    calls: Mapping[int, Call],
    meanwhile: Callable[[], object] = lambda: None,
) -> Generator[Settled, None, list[int]]:
    futures = {index: _submitted(executor, task, call) for index, call in calls.items()}
    lost = []
    try:
        meanwhile()
        for index, future in futures.items():
            if isinstance(future.exception(), BrokenProcessPool):
                lost.append(index)
            else:
                yield index, future
    finally:
        for future in futures.values():
            future.cancel()
        wait(futures.values())
    return lost


def _submitted(executor: Executor, task: Callable[..., Any], call: Call) -> Future[Any]:
    try:
        return executor.submit(task, *call)
    except BrokenProcessPool as error:
        future: Future[Any] = Future()
        future.set_exception(error)
        return future


def _answer(sending: Connection, task: Callable[..., Any], call: Call) -> None:
    try:
        answer = task(*call), None
    except Exception as error:
        answer = None, error
    sending.send(answer)


def _ending(code: int) -> str:
    names = {one.value: one.name for one in signal.Signals}
    return names.get(-code, f"signal {-code}") if code < 0 else f"exit {code}"


def _tried(warm: Callable[[], None]) -> None:
    with suppress(Exception):
        warm()


def _ready() -> None:
    return None
