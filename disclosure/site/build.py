"""Definition files become a published folder: planned, made wherever an executor runs, then exchanged whole."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from ..document import Made, Receipt
from . import ledger as books
from . import shop
from .ledger import Ledger, Row
from .options import Order
from .plan import Plan, inputs, planned
from .publish import staging
from .shop import Progress, is_lost

Begin = Callable[[int], AbstractContextManager[tuple[Executor, Progress]]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: the plan, what was made in the order of the definitions, and whether the
    folder was exchanged. A build that has nothing to do leaves it as it is."""

    plan: Plan = Plan(())
    made: tuple[Made, ...] = ()
    published: bool = False
    documents: int = 0
    products: int = 0
    warnings: int = 0

    @property
    def is_whole(self) -> bool:
        """Could everything that was asked for be made?"""
        return not self.plan.twice and not any(map(is_lost, self.made))

    @property
    def gone(self) -> tuple[str, ...]:
        """The documents that were published before and are no more; one whose definition has moved still is."""
        made = {one.place for made in self.made for one in made.receipts}
        return tuple(name for name in self.plan.gone if name not in made)

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of what was asked for and could not be made."""
        return (*(name for made in self.made for name in _failed(made)), *(one.file for one in self.plan.twice))


class _Nothing(Exception):
    """Nothing is to be published."""


def build(order: Order, out: Path, begin: Begin) -> Outcome:
    """Make what is new or changed, read each document back, and exchange the folder for `out`.

    `begin` opens an executor for so many definitions, with what is to hear of each; it is called only where something must be made.
    Where a definition or document fails nothing is published, unless the order says to keep going.
    Raises EnvironmentProblem where the machine stands in the way.
    """
    outcome = Outcome()
    target = Path(os.path.realpath(out))
    try:
        with staging(target) as stage:
            known = Ledger() if order.fresh else books.recall(target)
            # A first build hashes its inputs while the workers warm up: there is nothing to compare.
            now = inputs(order) if known.rows else {}
            outcome = Outcome(planned(order, target, known, now))
            if outcome.plan.tasks:
                with begin(len(outcome.plan.tasks)) as (executor, progress):
                    now = now or inputs(order)
                    made = shop.done(outcome.plan.tasks, executor, stage, order.keep_going, progress)
                outcome = replace(outcome, made=made)
            rows = _rows(order, outcome, known)
            outcome = replace(outcome, documents=len(rows), products=len({row.definition for row in rows}),
                              warnings=_warnings(outcome))
            if outcome.plan.is_idle:
                raise _Nothing
            _complete(rows, outcome, order, stage, target)
        books.keep(target, now, rows)
        return replace(outcome, published=True)
    except _Nothing:
        return outcome


def _rows(order: Order, outcome: Outcome, known: Ledger) -> list[Row]:
    """The documents of the folder to be published, in the order of their definitions."""
    if not outcome.is_whole and not order.keep_going:
        raise _Nothing
    rows = [*outcome.plan.stays, *(row for made in outcome.made for row in _of(made, known))]
    if not rows:
        raise _Nothing
    place = {str(path): number for number, path in enumerate(order.files)}
    return sorted(rows, key=lambda row: place[row.definition])


def _of(made: Made, known: Ledger) -> Iterator[Row]:
    """The documents of a definition that can be published."""
    for one in made.receipts if made.is_sound else ():
        if one.kept:
            yield replace(known.rows[one.place], needs=one.needs, about=one.about, entry=one.entry)
        elif not one.problems:
            files = tuple((name, digest, size, "") for name, digest, size in one.files)
            yield Row(one.place, made.name, one.page, one.needs, one.about, one.entry, files, made.warnings)


def _complete(rows: Sequence[Row], outcome: Outcome, order: Order, stage: Path, target: Path) -> None:
    """Link what stays as it is into the stage, and write what stands beside the documents."""
    new = {one.place for made in outcome.made for one in made.receipts if not one.kept}
    for row in rows:
        if row.name not in new:
            _linked(row, target, stage)
    from .front import front

    front([_receipt(row) for row in rows], outcome.failed, order, stage)


def _linked(row: Row, target: Path, stage: Path) -> None:
    """The files of a published document stand in both folders at once until they have changed places."""
    for name, *_ in row.files:
        place = stage / name
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            place.hardlink_to(target / name)
        except OSError:
            shutil.copyfile(target / name, place)


def _receipt(row: Row) -> Receipt:
    files = tuple((name, digest, size) for name, digest, size, _ in row.files)
    return Receipt(row.name, files, (), row.name, row.page, row.about, row.entry, row.needs)


def _failed(made: Made) -> Iterator[str]:
    if not made.is_sound:
        yield made.name
    for receipt in made.receipts:
        if receipt.problems:
            yield receipt.name


def _warnings(outcome: Outcome) -> int:
    """How many warnings the definitions of the folder have, each counted once."""
    stays = {row.definition: row.warnings for row in outcome.plan.stays}
    return sum({**stays, **{made.name: made.warnings for made in outcome.made if made.is_sound}}.values())
