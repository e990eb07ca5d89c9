"""Calls come in; they run in processes that are watched, and each ends, though its process may not."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, Self

from .budget import Budget
from .supervisor import Job, Supervisor
from .worker import packed


def nothing() -> None:
    """What there is to do where there is nothing to do."""


class Pool(Executor):
    """Processes of this machine, each with one job at a time, so that a death has one culprit.

    Begin it before the caller has loaded anything heavy or started a thread: at once a small process
    runs `warm`, and the workers are forked from that one. `warm` must start no thread; what it raises
    is left for the first job to tell.

    A job whose worker dies, or that exceeds its budget, is tried once more at the end, alone in a new
    worker. The second time its future ends in WorkerDied, TimeOver or MemoryOver; a result that
    cannot be passed back ends in Untellable. A job at work can be cancelled: its worker is killed.
    """

    def __init__(
        self, workers: int, warm: Callable[[], None] = nothing, budget: Budget = Budget()
    ) -> None:
        self.workers = workers
        self._supervisor = Supervisor(workers, warm, budget)

    def submit(self, task: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future of a call. Task and arguments are pickled here; where they cannot be, it says so."""
        job = Job(self._supervisor.wake)
        try:
            job.sent = packed(task, args, kwargs)
        except Exception as error:
            job.set_exception(error)
        else:
            self._supervisor.take(job)
        return job

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls, do those there are (or those at work, if the others are cancelled), and end."""
        self._supervisor.finish(waiting=cancel_futures, at_work=False)
        if wait:
            self._supervisor.join()

    def stop(self) -> None:
        """End now: what waits is cancelled, what is at work is killed. No process is left on return."""
        self._supervisor.finish(waiting=True, at_work=True)
        self._supervisor.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None:
                self.shutdown()
        finally:
            self.stop()
