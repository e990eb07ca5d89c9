"""Jobs that do odd things, for workers to import."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn


class Choosy(Exception):
    """An exception that can be written and not read: it asks for more than its text."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")


def double(number: int) -> int:
    return 2 * number


def where(*_: object) -> int:
    return os.getpid()


def parent(*_: object) -> int:
    return os.getppid()


def kill(number: int = signal.SIGKILL) -> NoReturn:
    os.kill(os.getpid(), number)
    raise AssertionError("still alive")


def unless(number: int, poison: int) -> int:
    """The number, unless it is the poisonous one."""
    if number == poison:
        kill()
    return number


def leave(code: int) -> NoReturn:
    raise SystemExit(code)


def refuse(text: str) -> NoReturn:
    raise ValueError(text)


def hang(folder: str | None = None) -> NoReturn:
    if folder:
        Path(folder, str(os.getpid())).touch()
    while True:
        time.sleep(60)


def grow() -> NoReturn:
    kept = []
    while True:
        kept.append(bytearray(8 << 20))


def hold(mib: int) -> int:
    return len(bytearray(mib << 20))


def odd(kind: str) -> Any:
    if kind == "function":
        return lambda: None
    if kind == "choosy":
        raise Choosy("a", "b")
    raise type("Odd", (Exception,), {})("of a kind that nobody can import")


def kill_nursery(folder: str, times: int) -> str:
    """Kill the process that workers come from, so many times in all; and this one with it."""
    if len(os.listdir(folder)) < times:
        Path(folder, str(os.getpid())).touch()
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    return "done"


def mixed(kind: str, number: int, folder: str) -> int:
    """Note that it ran; then do as `kind` says."""
    with Path(folder, str(number)).open("a", encoding="ascii") as file:
        file.write("x")
    acts: dict[str, Callable[[], object]] = {
        "ok": lambda: None, "fail": lambda: refuse(str(number)), "die": kill, "leave": lambda: leave(number % 5 + 1),
    }  # fmt: skip
    acts[kind]()
    return number


def write(folder: str, number: int, seconds: float) -> tuple[str, int, int]:
    """Take a while and write a file whole: its name, its size and who wrote it."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
    body = f"{number}\n".encode() * 1000
    made = Path(folder, f".{number}.{os.getpid()}")
    made.write_bytes(body)
    made.rename(Path(folder, f"{number}.txt"))
    return f"{number}.txt", len(body), os.getpid()


def warm_and_tell() -> None:
    """Leave a line for each process that warms up."""
    with Path(os.environ["WARMED"]).open("a", encoding="ascii") as file:
        file.write(f"{os.getpid()}\n")


def fail_to_warm() -> None:
    raise OSError("no such library")
