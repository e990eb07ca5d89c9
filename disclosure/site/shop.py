"""Tasks and an executor come in; what came of each goes out, in their order, whatever happened to its worker."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from .. import work
from ..document import Job, Made, Receipt, carry_out
from ..errors import EnvironmentProblem, Problem
from .making import Task, prepare

FEW = 2
"""Up to so many definitions are composed here while the workers warm up; more are sent to them whole."""
Progress = Callable[[Made], None]


def is_lost(made: Made) -> bool:
    """Is there something in a definition, or a document of it, that could not be made?"""
    return not made.is_sound or any(receipt.problems for receipt in made.receipts)


def done(
    tasks: Sequence[Task], executor: Executor, stage: Path, keep_going: bool, progress: Progress
) -> tuple[Made, ...]:
    """What came of each task, in their order.

    Once something has failed the rest is only checked, unless it is asked to keep going: all mistakes
    are told at once, and nothing is printed in vain.
    """
    shop = _Shop(executor, stage, keep_going, progress)
    return shop.here(tasks) if len(tasks) <= FEW else shop.afar(tasks)


@dataclass(slots=True)
class _Shop:
    """Where tasks are done; `lost` tells that something has failed."""

    executor: Executor
    stage: Path
    keep_going: bool
    progress: Progress
    lost: bool = False

    def here(self, tasks: Sequence[Task]) -> tuple[Made, ...]:
        """Compose in this process, and send one document at a time."""
        ready = [prepare(task) for task in tasks]
        self.lost = not all(made.is_sound for made, _ in ready)
        if self.lost and not self.keep_going:
            return tuple(self._told(made) for made, _ in ready)
        return tuple(
            self._told(replace(made, receipts=_receipts(self._settled(jobs)))) for made, jobs in ready
        )

    def afar(self, tasks: Sequence[Task]) -> tuple[Made, ...]:
        """Send whole definitions; where the worker of one is lost, its documents go one by one."""
        found: dict[int, Made] = {}
        broken = []
        calls = ((self._wanted(task), str(self.stage)) for task in tasks)
        with closing(work.settle(self.executor, carry_out, calls)) as settled:
            for index, future in settled:
                if isinstance(future.exception(), work.Lost):
                    broken.append(index)
                else:
                    found[index] = self._told(_result(tasks[index], future))
        for index in broken:
            found[index] = self._told(self._one_by_one(tasks[index]))
        return tuple(found[index] for index in range(len(tasks)))

    def _one_by_one(self, task: Task) -> Made:
        """The documents of a definition each by itself, so that only the one at fault is lost."""
        (listed,) = self._settled([replace(task, checking=True)])
        if not listed.is_sound or (self.lost and not self.keep_going):
            return listed
        parts = self._settled([replace(task, only=(place,)) for place in listed.places])
        return replace(listed, receipts=_receipts(parts))

    def _wanted(self, task: Task) -> Task:
        return replace(task, checking=True) if self.lost and not self.keep_going else task

    def _settled(self, units: Sequence[Job | Task]) -> list[Made]:
        found: dict[int, Made] = {}
        calls = ((unit, str(self.stage)) for unit in units)
        with closing(work.settle(self.executor, carry_out, calls)) as settled:
            for index, future in settled:
                found[index] = _result(units[index], future)
        return [found[index] for index in range(len(units))]

    def _told(self, made: Made) -> Made:
        self.lost = self.lost or is_lost(made)
        self.progress(made)
        return made


def _receipts(parts: Sequence[Made]) -> tuple[Receipt, ...]:
    return tuple(receipt for part in parts for receipt in part.receipts)


def _result(unit: Job | Task, future: Future[Made]) -> Made:
    """What came of a unit; whatever ended it, be it the death of its worker, is a problem of it alone."""
    try:
        return future.result()
    except (EnvironmentProblem, OSError):
        raise
    except work.Lost as error:
        problem = Problem(unit.label, 0, 0, "", *_told(error))
    except Exception as error:
        problem = Problem(unit.label, 0, 0, "", "render-failed", {"detail": f"{type(error).__name__}: {error}"})
    return Made(unit.name, (Receipt(unit.label, problems=(problem,)),))


def _told(error: work.Lost) -> tuple[str, dict[str, str]]:
    """The message for the loss of a worker, with what fills it in."""
    match error:
        case work.TimeOver():
            return "time-over", {"seconds": str(error)}
        case work.MemoryOver():
            return "memory-over", {"mib": str(error)}
        case work.WorkerDied():
            return "worker-died", {"signal": str(error)}
    return "render-failed", {"detail": str(error)}
