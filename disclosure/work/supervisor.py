"""Jobs come in; each is given to a worker of its own, watched, and ended with a result or a loss."""

import os
import selectors
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from threading import Lock, Thread
from typing import Any

from .budget import Budget
from .endings import Lost, WorkerDied, ending
from .nursery import Birth, Death, Nursery, single_threaded
from .worker import FULL, unpacked

_NURSERIES = 3
_LOOK = 1.0


class Job(Future[Any]):
    """The future of a call, which can be cancelled while it is at work, too.

    To the machinery of futures it is pending until it ends, so that one cancelled counts as ended
    once its worker is dead.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        super().__init__()
        self.sent, self.tries, self._wake = b"", 0, wake
        self.at_work = False

    def running(self) -> bool:
        """Whether a worker is at it."""
        return self.at_work and not self.done()

    def cancel(self) -> bool:
        """End the job, be it at work or not; False where it has ended already."""
        done = super().cancel()
        self._wake()
        return done

    def end(self, result: object, error: BaseException | None) -> None:
        """Let those know who wait for it."""
        self.sent = b""
        if self.set_running_or_notify_cancel():
            if error is None:
                self.set_result(result)
            else:
                self.set_exception(error)


@dataclass(slots=True)
class _Worker:
    pid: int
    channel: Connection
    job: Job | None = None
    until: float = 0.0
    used: bool = False
    ending: bool = False
    why: Lost | None = None


class Supervisor(Thread):
    """The thread that hands out jobs, one to a worker, and hears of every answer and every death."""

    def __init__(self, workers: int, warm: Callable[[], None], budget: Budget) -> None:
        super().__init__(name="supervisor of the pool", daemon=True)
        self._count, self._budget = workers, budget
        self._begin = partial(Nursery, warm, budget)
        self._lock, self._closing, self._ended = Lock(), False, False
        self._unwanted = self._stopping = False
        self._broken: WorkerDied | None = None
        self._queue: deque[Job] = deque()
        self._again: deque[Job] = deque()
        self._workers: dict[int, _Worker] = {}
        self._expected = self._lost_nurseries = 0
        self._alarm = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._alarm, selectors.EVENT_READ, self._woken)
        # The kernel ends a nursery with the thread that began it. This one may only where it is alone.
        self._nursery = self._begin() if single_threaded() else None
        self.start()

    def take(self, job: Job) -> None:
        """Add a job to those that wait. Raises RuntimeError once no more are taken."""
        with self._lock:
            broken = self._broken
            if self._closing and not broken:
                raise RuntimeError("the pool takes no more calls")
            if not broken:
                self._queue.append(job)
        if broken:
            job.end(None, broken)
        self.wake()

    def wake(self) -> None:
        """Have the thread look again at what there is to do."""
        with self._lock:
            if not self._ended:
                # One that could not be rung costs `_LOOK` seconds: the thread looks by itself, too.
                with suppress(OSError):
                    os.eventfd_write(self._alarm, 1)

    def finish(self, *, waiting: bool, at_work: bool) -> None:
        """Take no more jobs; cancel those that wait, or those at work, if asked to."""
        with self._lock:
            self._closing = True
        self._unwanted |= waiting
        self._stopping |= at_work
        self.wake()

    def run(self) -> None:
        """Until no more jobs are taken and none is left."""
        try:
            self._open()
            while self._more():
                self._hand_out()
                for key, _ in self._selector.select(self._patience()):
                    key.data()
        except WorkerDied as error:
            self._broken = error
        finally:
            self._close()

    def _more(self) -> bool:
        self._sweep()
        with self._lock:
            return bool(not self._closing or self._queue or self._again or self._busy())

    def _busy(self) -> list[_Worker]:
        return [one for one in self._workers.values() if one.job]

    def _idle(self) -> list[_Worker]:
        return [one for one in self._workers.values() if not one.job and not one.ending]

    def _open(self) -> None:
        self._nursery = self._nursery or self._begin()
        self._selector.register(self._nursery, selectors.EVENT_READ, self._hear)
        for _ in range(self._count):
            self._bear()

    def _bear(self) -> None:
        assert self._nursery
        self._expected += 1
        self._nursery.bear()

    def _hand_out(self) -> None:
        idle = self._idle()
        while idle and self._queue:
            self._give(idle.pop(), self._queue.popleft())
        if self._again and not self._queue and not self._expected and len(idle) == len(self._workers):
            # Alone, and in a worker that nothing has been done in; else there is one in a moment.
            fresh = [one for one in idle if not one.used]
            if fresh:
                self._give(fresh[0], self._again.popleft())
            elif idle:
                self._end(idle[0])

    def _give(self, worker: _Worker, job: Job) -> None:
        if job.cancelled():
            job.end(None, None)
            return
        job.at_work = True
        worker.job, worker.used = job, True
        worker.until = time.monotonic() + self._budget.seconds
        try:
            worker.channel.send_bytes(job.sent)
        except OSError:
            self._end(worker)

    def _patience(self) -> float:
        """Seconds until the first job at work has used up its time, or until it is time to look again."""
        ends = [one.until for one in self._busy() if not one.ending]
        return min(_LOOK, max(0.0, min(ends) - time.monotonic())) if ends else _LOOK

    def _woken(self) -> None:
        os.eventfd_read(self._alarm)

    def _answered(self, worker: _Worker) -> None:
        if worker.ending:
            return
        try:
            answer = worker.channel.recv_bytes()
        except (EOFError, OSError):
            self._end(worker)
            return
        job, worker.job = worker.job, None if answer != FULL else worker.job
        if answer == FULL:
            self._end(worker, self._budget.memory_over)
        elif job:
            job.end(*unpacked(answer))

    def _sweep(self) -> None:
        """See to jobs that are cancelled or have used up their time."""
        now = time.monotonic()
        for worker in [one for one in self._busy() if not one.ending]:
            if worker.job and (worker.job.cancelled() or self._stopping and worker.job.cancel()):
                self._end(worker)
            elif worker.until <= now:
                self._end(worker, self._budget.time_over)
        for jobs in (self._queue, self._again):
            for job in [one for one in list(jobs) if one.cancelled() or self._unwanted and one.cancel()]:
                jobs.remove(job)
                job.end(None, None)

    def _end(self, worker: _Worker, why: Lost | None = None) -> None:
        assert self._nursery
        worker.ending, worker.why = True, why
        self._selector.unregister(worker.channel)
        worker.channel.close()
        self._nursery.end(worker.pid)

    def _hear(self) -> None:
        assert self._nursery
        news = self._nursery.news()
        if isinstance(news, Birth):
            self._expected -= 1
            worker = self._workers[news.pid] = _Worker(news.pid, news.channel)
            self._selector.register(worker.channel, selectors.EVENT_READ, partial(self._answered, worker))
        elif isinstance(news, Death):
            worker = self._workers.pop(news.pid)
            self._lose(worker, worker.why or WorkerDied(ending(news.code)))
            if not self._stopping:
                self._bear()
        else:
            self._begin_anew()

    def _lose(self, worker: _Worker, why: Lost) -> None:
        job = worker.job
        if job is None:
            return
        job.at_work, job.tries = False, job.tries + 1
        if job.tries > 1 or job.cancelled():
            job.end(None, why)
        else:
            self._again.append(job)

    def _begin_anew(self) -> None:
        """Another nursery in place of one that died, which no job is to blame for; but not without end."""
        assert self._nursery
        self._selector.unregister(self._nursery)
        for worker in self._workers.values():
            self._forget(worker)
        self._workers.clear()
        code, self._nursery, self._expected = self._nursery.close(), None, 0
        self._lost_nurseries += 1
        if self._lost_nurseries < _NURSERIES:
            self._open()
        else:
            raise WorkerDied(ending(code))

    def _forget(self, worker: _Worker) -> None:
        if not worker.ending:
            self._selector.unregister(worker.channel)
            worker.channel.close()
        worker.ending = True  # what else the same look has brought of it is heard no more
        if worker.job and worker.why:
            self._lose(worker, worker.why)
        elif worker.job:
            worker.job.at_work = False
            self._queue.appendleft(worker.job)

    def _close(self) -> None:
        with self._lock:
            self._closing = True
            left = [*self._queue, *self._again, *(one.job for one in self._busy() if one.job)]
        for job in left:
            job.end(None, self._broken or WorkerDied("the pool"))
        for worker in self._workers.values():
            worker.channel.close()
        if self._nursery:
            self._nursery.close()
        self._selector.close()
        with self._lock:
            self._ended = True
            os.close(self._alarm)
