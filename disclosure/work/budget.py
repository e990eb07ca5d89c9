"""What one job may use comes in; a worker that can use no more comes out."""

import resource
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from .endings import MemoryOver, TimeOver

_MIB = 1 << 20
_FIRST_TO_GO = "500"


@dataclass(frozen=True, slots=True)
class Budget:
    """What one job may use: `seconds` of wall clock, `memory` in bytes of data of its whole process,
    less what the process that began the pool held already and shares with it.

    A sheet takes a second and about 110 MiB.
    """

    seconds: float = 60.0
    memory: int = 1024 * _MIB

    def beside(self, held: int) -> "Budget":
        """The same for a process that is born with so many bytes which are not its own."""
        return replace(self, memory=self.memory + held)

    @property
    def time_over(self) -> TimeOver:
        """What to say of a job that took longer."""
        return TimeOver(f"{self.seconds:g}")

    @property
    def memory_over(self) -> MemoryOver:
        """What to say of a job that asked for more."""
        return MemoryOver(str(self.memory // _MIB))


def held() -> int:
    """The bytes of data of this process, as RLIMIT_DATA counts them."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmData:")) << 10


def confine(budget: Budget) -> None:
    """Hold this process to the memory of a budget, and offer it to a kernel that is short of memory.

    Counted is RLIMIT_DATA, which with WeasyPrint loaded keeps within 15 MiB of what is resident;
    RLIMIT_AS counts a hundred more for libraries that are mapped and hardly read.
    """
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    memory = budget.memory if most == resource.RLIM_INFINITY else min(budget.memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, most))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")
