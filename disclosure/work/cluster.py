"""The address of a Dask scheduler comes in; an executor that runs jobs on its workers goes out."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Any

from ..errors import EnvironmentProblem
from .budget import Budget

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10
_INSTALL = 'pip install "disclosure[cluster]"'


@contextmanager
def connected(address: str, budget: Budget) -> Iterator["Cluster"]:
    """The cluster whose scheduler listens at `HOST:PORT`; left by an exception, its jobs are cancelled.

    Raises EnvironmentProblem where Dask is not installed, or nothing answers within ten seconds.
    """
    try:
        from distributed import Client
    except ImportError:
        raise EnvironmentProblem("cluster-missing", command=_INSTALL) from None
    try:
        client = Client(f"tcp://{address}", timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        raise EnvironmentProblem("cluster-unreachable", address=address) from None
    with client:
        cluster = Cluster(client, budget)
        try:
            yield cluster
        except BaseException:
            cluster.shutdown(cancel_futures=True)
            raise
        cluster.shutdown()


class Cluster(Executor):
    """Dask's workers. Dask starts one anew that died and gives its jobs to others, several times.

    So a job may run more than once. One that takes longer than its budget has its worker killed,
    which Dask sees as a death; the memory of a worker is for its nanny to watch. A job at work can
    only be forgotten, not ended: what it still writes must do no harm.
    """

    def __init__(self, client: "Client", budget: Budget) -> None:
        self._client, self._seconds = client, budget.seconds
        # Two calls that look alike are two calls.
        self._executor = client.get_executor(pure=False)

    @property
    def workers(self) -> int:
        """How many jobs the cluster can do at once, as it is now."""
        return sum(self._client.nthreads().values()) or 1

    def submit(self, task: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future of a call on some worker."""
        future: Future[Any] = self._executor.submit(watched, self._seconds, task, args, kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; wait for those there are, or forget them."""
        self._executor.shutdown(wait=wait and not cancel_futures)


def watched(
    seconds: float, task: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    """What a call returns, in a process that is killed should it take longer than that."""
    clock = Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))
    clock.daemon = True
    clock.start()
    try:
        return task(*args, **kwargs)
    finally:
        clock.cancel()
