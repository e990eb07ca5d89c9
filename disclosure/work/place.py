"""The name of a place comes in; an executor that runs jobs there goes out, and is ended afterwards."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from ..errors import EnvironmentProblem
from .budget import Budget
from .pool import Pool, nothing

_DASK = "dask://"


@contextmanager
def executor(
    address: str | None, workers: int, warm: Callable[[], None] = nothing, budget: Budget = Budget()
) -> Iterator[Executor]:
    """An executor: without an address `workers` processes of this machine, else a Dask cluster.

    The address is `dask://HOST:PORT`, where the scheduler listens; `workers` and `warm` mean nothing
    there. Raises EnvironmentProblem where the address is another, the extra `cluster` is not
    installed, or no scheduler answers.
    """
    if not address:
        with Pool(workers, warm, budget) as pool:
            yield pool
        return
    if not address.startswith(_DASK) or not address.removeprefix(_DASK).rpartition(":")[2].isdecimal():
        raise EnvironmentProblem("executor-unknown", text=address)
    from .cluster import connected

    with connected(address.removeprefix(_DASK), budget) as cluster:
        yield cluster
