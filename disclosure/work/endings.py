"""The way in which a job came to nothing, and an exception that says it."""

import signal


class Lost(Exception):
    """A job has no result, and not because of an exception of its own. The text says what came between."""


class WorkerDied(Lost):
    """The process that ran a job ended without an answer; the text is its end, as `ending` gives it."""


class TimeOver(Lost):
    """A job took longer than its budget; the text is that time, in seconds."""


class MemoryOver(Lost):
    """A job asked for more memory than its budget; the text is that memory, in MiB."""


class Untellable(Lost):
    """What a job returned or raised cannot be passed between processes; the text tells it in words."""


def ending(code: int) -> str:
    """An exit code, or less than 0 the number of a signal, in words: `exit 3`, `SIGKILL`."""
    names = {one.value: one.name for one in signal.Signals}
    return names.get(-code, f"signal {-code}") if code < 0 else f"exit {code}"
