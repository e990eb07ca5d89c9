"""Where jobs run: calls come in, every one of them ends, though its process may not; no one else knows where.

`concurrent.futures.Executor` is the interface, `executor` makes one and `settle` feeds it. Here a
caller, its nursery (`nursery.py`) and the workers forked from it (`worker.py`); there a Dask cluster.
"""

from .budget import Budget
from .endings import Lost, MemoryOver, TimeOver, Untellable, WorkerDied
from .flow import Call, Settled, settle
from .place import executor
from .pool import Pool

__all__ = [
    "Budget", "Call", "Lost", "MemoryOver", "Pool", "Settled", "TimeOver", "Untellable", "WorkerDied",
    "executor", "settle",
]  # fmt: skip
