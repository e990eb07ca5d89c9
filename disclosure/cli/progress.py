"""How far a build is, for those who wait: a bar on a terminal, a line a document in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ..document import Made
from .exits import say

Step = Callable[[Made], None]
_RATE = {"en": "documents/s", "zh-CN": "份/秒"}


@contextmanager
def progress(total: int, lang: str) -> Iterator[Step]:
    """Something to call with what came of each of `total` definitions."""
    if sys.stderr.isatty():
        with _bar(total, lang) as step:
            yield step
    else:
        yield _lines


def _lines(made: Made) -> None:
    for receipt in made.receipts:
        if not receipt.kept:
            say(f"{'failed' if receipt.problems else 'built'} {receipt.name}")


@contextmanager
def _bar(total: int, lang: str) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
               TimeRemainingColumn())  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")
        yield _stepper(bar, task, _RATE[lang])


def _stepper(bar: Any, task: Any, unit: str) -> Step:
    made_so_far = 0

    def step(made: Made) -> None:
        nonlocal made_so_far
        made_so_far += len(made.receipts)
        elapsed = bar.tasks[0].elapsed or 0
        rate = f"{made_so_far / elapsed:.1f} {unit}" if elapsed > 1 else ""
        bar.update(task, advance=1, description=made.name, rate=rate)

    return step
