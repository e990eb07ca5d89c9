"""Jobs come in through a pipe, one at a time; what they returned or raised goes back. Runs in a worker."""

import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from .endings import Untellable

DONE, RAISED, UNTOLD, FULL = b"D", b"R", b"U", b"F"


def packed(task: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    """A job on its way to a worker. Raises what pickling raises."""
    return pickle.dumps((task, args, kwargs), pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes) -> tuple[Any, BaseException | None]:
    """The result in an answer, or the exception: one of both is None."""
    kind, body = answer[:1], answer[1:]
    if kind == UNTOLD:
        return None, Untellable(body.decode("utf-8", "replace"))
    try:
        value = pickle.loads(body)
    except Exception as error:
        return None, Untellable(_words(error))
    return (value, None) if kind == DONE else (None, value)


def serve(channel: Connection) -> None:
    """Answer jobs until the other end is closed, or a job has run out of memory.

    A worker that has been out of memory ends, for nobody knows what a library makes of such an error.
    """
    answer = b""
    while answer != FULL:
        try:
            answer = _answer(channel.recv_bytes())
            flush()
            channel.send_bytes(answer)
        except (EOFError, ConnectionError):
            return


def flush() -> None:
    """Let out what was printed: a process that is forked or killed must not take it along."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()


def _answer(sent: bytes) -> bytes:
    try:
        task, args, kwargs = pickle.loads(sent)
        result = task(*args, **kwargs)
    except MemoryError:
        return FULL
    except Exception as error:
        return _told(RAISED, error)
    return _told(DONE, result)


def _told(kind: bytes, value: object) -> bytes:
    try:
        body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        if kind == RAISED:
            # An exception that asks for more than its text is written with ease and cannot be read.
            pickle.loads(body)
    except MemoryError:
        return FULL
    except Exception as error:
        told = value if isinstance(value, Exception) else error
        return UNTOLD + _words(told).encode("utf-8", "replace")
    return kind + body


def _words(error: Exception) -> str:
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:
        return type(error).__name__
