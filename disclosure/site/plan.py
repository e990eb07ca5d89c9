"""What was asked for and what is published come in; what must be made, what stays, and why, go out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Problem
from .inputs import ENGINE, FRONT, OPTIONS, digests, touched
from .ledger import Ledger, Row, holds
from .making import Task
from .options import Order

NEW, DAMAGED, ASKED = "new", "damaged", "asked"
_ID = re.compile(rb"^id:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_FONTS = "templates/layout/fonts/"


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks, the rows of documents that stay as they are, and for each task why it is one: the
    names of inputs that changed, or `new`, `damaged` (a published file is not what it was) or `asked`.

    `gone` are documents that are published and no longer asked for. `twice` are definitions left out
    since their id is taken. `front` says that the pages beside the documents must be made anew.
    """

    tasks: tuple[Task, ...]
    stays: tuple[Row, ...] = ()
    why: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    twice: tuple[Problem, ...] = ()
    front: bool = True

    @property
    def is_idle(self) -> bool:
        """Is the folder what it would be after another build?"""
        return not (self.tasks or self.gone or self.twice or self.front)


def planned(order: Order, target: Path, ledger: Ledger, now: Mapping[str, str]) -> Plan:
    """What a build has to do. `now` are the digests of its inputs; none are needed for a first build."""
    once, twice = _once(order.files)
    if order.fresh or not ledger.rows:
        reason = ASKED if ledger.rows else NEW
        tasks = tuple(Task(path, order.options, order.formats) for path in once)
        return Plan(tasks, (), {task.name: (reason,) for task in tasks}, (), twice)
    return _compared(order, once, twice, target, ledger, now)


def _compared(
    order: Order, once: Sequence[Path], twice: tuple[Problem, ...], target: Path, ledger: Ledger, now: Mapping[str, str]
) -> Plan:
    changed = ledger.changed(now)
    rows = _by_definition(ledger)
    asked = {str(path) for path in once}
    why = {name: found for name in map(str, once) if (found := _why(rows.get(name, ()), changed, target))}
    tasks = [
        Task(path, order.options, order.formats, _kept(rows.get(str(path), ()), changed, target))
        for path in once
        if str(path) in why
    ]
    stays = [row for name, found in rows.items() if name in asked and name not in why for row in found]
    gone = sorted(row.name for row in ledger.rows.values() if row.definition not in asked)
    front = any(name.startswith(FRONT) for name in changed)
    return Plan(tuple(tasks), tuple(stays), why, tuple(gone), twice, front)


def inputs(order: Order) -> dict[str, str]:
    """The digests of everything that the documents of an order can depend on."""
    return digests(order.files, order.options.glossaries, order.told())


def _why(rows: Sequence[Row], changed: Sequence[str], target: Path) -> tuple[str, ...]:
    """Why the documents of a definition must be made; nothing where they need not."""
    if not rows:
        return (NEW,)
    found = dict.fromkeys(name for row in rows for name in touched(row.needs, changed))
    if not found and not all(holds(target, row) for row in rows):
        return (DAMAGED,)
    return tuple(found)


def _kept(rows: Sequence[Row], changed: Sequence[str], target: Path) -> dict[str, str]:
    """The pages that need no new print if they come out the same: of documents whose program, options,
    fonts, rulebook and definition are the same, and whose files are whole."""
    return {
        row.name: row.page
        for row in rows
        if not {ENGINE, OPTIONS, row.definition, _rulebook(row)} & set(changed)
        and not any(name.startswith(_FONTS) for name in changed)
        and holds(target, row)
    }


def _rulebook(row: Row) -> str:
    return f"templates/regimes/{row.about['regime']}.yaml"


def _by_definition(ledger: Ledger) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ledger.rows.values():
        found[row.definition].append(row)
    return found


def _once(files: Sequence[Path]) -> tuple[list[Path], tuple[Problem, ...]]:
    """The definitions but for those whose id another one before them has, each of which is a problem."""
    first: dict[bytes, Path] = {}
    once, twice = [], []
    for path in files:
        named = _named(path)
        if named and first.setdefault(named[0], path) != path:
            values = {"text": named[0].decode("utf-8", "replace"), "other": str(first[named[0]])}
            twice.append(Problem(str(path), named[1], named[2], "id", "product-id-twice", values))
        else:
            once.append(path)
    return once, tuple(twice)


def _named(path: Path) -> tuple[bytes, int, int] | None:
    """The id that a definition gives itself, with its line and column; None where none can be seen."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    found = _ID.search(data)
    if not found:
        return None
    start = found.start(1) - (data[found.start(1) - 1 : found.start(1)] in (b'"', b"'"))
    return found[1], data.count(b"\n", 0, start) + 1, start - data.rfind(b"\n", 0, start)


def reasons(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each definition to be made, with the reasons."""
    for task in plan.tasks:
        yield task.name, plan.why[task.name]
