"""Where jobs run: an executor of warm processes, started before the work is known in full."""

from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context

from ..errors import EnvironmentProblem


def pool(workers: int, warm: Callable[[], None]) -> Executor:
    """A pool of processes that begin to warm up at once, while the caller goes on gathering.

    Forked before the caller has loaded anything heavy or started a thread, so that each worker is
    small and safe; `warm` runs first in each of them. What the machine lacks is left for the first
    job to tell, since a pool whose start fails cannot say why.
    """
    executor = ProcessPoolExecutor(
        workers, mp_context=get_context("fork"), initializer=_tried, initargs=(warm,)
    )
    executor.submit(_ready)
    return executor


def _tried(warm: Callable[[], None]) -> None:
    with suppress(EnvironmentProblem):
        warm()


def _ready() -> None:
    return None
