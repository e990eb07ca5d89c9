"""A small process is begun early; it warms up once, and workers are forked from it whenever one is asked for.

So warming up is paid for once and its memory is shared, a worker begins in milliseconds however large
the caller has grown, and only a process without threads is ever forked. Nothing outlives its parent:
the kernel ends the nursery with the caller, and the workers with the nursery.
"""

import ctypes
import gc
import os
import signal
import socket
import struct
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

from .budget import Budget, confine, held
from .worker import flush, serve

_BEAR, _END = b"B", b"E"
_PR_SET_PDEATHSIG = 1
_OURS = {signal.SIGINT, signal.SIGTERM}
# Longer than any process takes to read what lies before it; one that does not is as good as dead.
_STUCK = struct.pack("ll", 5, 0)


@dataclass(frozen=True, slots=True)
class Birth:
    """A worker has begun; jobs go to it through `channel`."""

    pid: int
    channel: Connection


@dataclass(frozen=True, slots=True)
class Death:
    """A worker has ended, with an exit code, or less than 0 the number of a signal."""

    pid: int
    code: int


class Nursery:
    """The caller's hold on the nursery. Its methods only ask; `news` tells, in time, what came of it.

    Forked where the caller has one thread, and so is safe to fork; else started afresh. The thread
    that makes it must live as long.
    """

    def __init__(self, warm: Callable[[], None], budget: Budget) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        fork = single_threaded()
        given = (theirs, self._control if fork else None, warm, budget, os.getpid())
        context = get_context("fork" if fork else "spawn")
        self._process = context.Process(target=_run, args=given, daemon=True)
        self._fruitful = False
        with _held():
            self._process.start()
        theirs.close()

    def fileno(self) -> int:
        """What to wait on for news."""
        return self._control.fileno()

    def bear(self) -> None:
        """Ask for a worker."""
        self._ask(_BEAR)

    def end(self, pid: int) -> None:
        """Ask for the end of a worker, be it alive or dead; news of its death follows."""
        self._ask(_END + str(pid).encode("ascii"))

    def news(self) -> Birth | Death | None:
        """What has happened, waiting for it if need be; None: the nursery itself is dead."""
        try:
            said, given, _, _ = socket.recv_fds(self._control, 64, 1)
        except ConnectionError:
            return None
        if not said:
            return None
        pid, code = struct.unpack("ii", said)
        if not given:
            return Death(pid, code)
        self._fruitful = True
        return Birth(pid, _channel(given[0]))

    def close(self) -> int:
        """End the nursery and all its workers; when this returns, none is left. Its exit code comes out."""
        if not self._fruitful:
            self._process.kill()
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)
        self._control.close()
        self._process.join(2)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode or 0
        self._process.close()
        return code

    def _ask(self, what: bytes) -> None:
        # Where the nursery is dead, `news` will tell.
        with suppress(ConnectionError):
            self._control.send(what)


def single_threaded() -> bool:
    """Whether this process has no thread but the one that asks."""
    return len(os.listdir("/proc/self/task")) == 1


def _channel(handle: int) -> Connection:
    with socket.socket(fileno=handle) as end:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _STUCK)
        end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _STUCK)
        return Connection(end.detach())


@contextmanager
def _held() -> Iterator[None]:
    """A Ctrl-C waits, lest it strike a child that has not yet learnt to ignore it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _OURS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _run(
    control: socket.socket, other: socket.socket | None, warm: Callable[[], None], budget: Budget, parent: int
) -> None:
    if other is not None:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _OURS)
    _end_with(parent)
    budget = budget.beside(held())
    # What the machine lacks is left for the first job to tell, which can say it of a document.
    with suppress(Exception):
        warm()
    flush()
    # What was loaded is never garbage; looked at by no collection, it stays shared with every worker.
    gc.freeze()
    _attend(control, budget)


def _attend(control: socket.socket, budget: Budget) -> None:
    alive: set[int] = set()
    # The caller may be gone at any time, be it in the middle of a question.
    with suppress(ConnectionError):
        while asked := control.recv(64):
            if asked == _BEAR:
                _bear(control, budget, alive)
            elif (pid := int(asked[1:])) in alive:
                alive.remove(pid)
                control.send(struct.pack("ii", pid, _end(pid)))
    for pid in alive:
        _end(pid)


def _bear(control: socket.socket, budget: Budget, alive: set[int]) -> None:
    ours, theirs = socket.socketpair()
    nursery = os.getpid()
    with ours, theirs:
        pid = os.fork()
        if pid == 0:
            control.close()
            ours.close()
            _work(theirs, budget, nursery)
        alive.add(pid)
        socket.send_fds(control, [struct.pack("ii", pid, 0)], [ours.fileno()])


def _work(end: socket.socket, budget: Budget, nursery: int) -> None:
    """The whole life of a worker; does not return."""
    code = 1
    try:
        _end_with(nursery)
        confine(budget)
        # Named, so that it is open to the last: who sees it close takes this process for dead.
        channel = Connection(end.detach())
        serve(channel)
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        flush()
        os._exit(code)


def _end(pid: int) -> int:
    """The exit code of a child that is ended now; of one that was ending already, its own."""
    os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _end_with(parent: int) -> None:
    """Have the kernel end this process with its parent."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
