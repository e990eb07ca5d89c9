"""One page becomes a document: printed, read back against what it must say, and written.

Light on purpose: a worker that imports this need not know what a product or a sheet is.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from .errors import DisclosureError, EnvironmentProblem, Problem
from .render import pdf as printer
from .verify import Expectation, Loss, prove

FAMILY = "Disclosure-Sans-SC"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be written: its page, what a reader must find on it, and where it goes.

    `about` is what the manifest says of it, `entry` what the index shows, `needs` names what it was made from, `source` is the
    definition that goes with its print, and `kept` the sha256 of the page of which the files that
    are published already were made.
    """

    name: str
    folder: str
    stem: str
    page: str
    expected: Expectation
    formats: tuple[str, ...]
    about: Mapping[str, Any] = field(default_factory=dict)
    entry: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    source: printer.Source | None = None
    kept: str = ""

    @property
    def label(self) -> str:
        """What messages call it."""
        return self.name

    @property
    def place(self) -> str:
        """The name of its files within the site, without their ending."""
        return f"{self.folder}/{self.stem}"

    def carry_out(self, stage: str) -> "Made":
        """The document by itself, as what came of its definition."""
        return Made(self.name, (produce(self, stage),))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a document: the files written with their sha256, or the problems.

    `page` is the sha256 of its page; `kept` says that nothing was written, the published files being
    what would have been written again.
    """

    name: str
    files: tuple[tuple[str, str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    place: str = ""
    page: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    entry: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a definition, or of one document of it: receipts; or what is wrong with it.

    `refused` are the problems of a definition that cannot be used. `blocked` are findings of the gate,
    each as its place, severity and what is said by language. `places` names its documents.
    """

    name: str
    receipts: tuple[Receipt, ...] = ()
    refused: tuple[Problem, ...] = ()
    blocked: tuple["Blocking", ...] = ()
    warnings: int = 0
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """May its documents be made?"""
        return not self.refused and not self.blocked


@dataclass(frozen=True, slots=True)
class Blocking:
    """A finding that stands in the way of publication: where, how severe, and what it says in each
    language that messages are told in."""

    place: str
    severity: str
    said: Mapping[str, str]


class Unit(Protocol):
    """Work that can be sent to another process: one document, or one definition with all of its own."""

    @property
    def name(self) -> str:
        """What messages call it."""

    def carry_out(self, stage: str) -> Made:
        """Do the work, writing files below a staged folder."""


def carry_out(unit: Unit, stage: str) -> Made:
    """Do a unit's work; runs in a worker.

    Raises EnvironmentProblem or OSError where the machine, not the document, stands in the way.
    """
    return unit.carry_out(stage)


def warm() -> None:
    """Load what printing and reading back need, so that the first document does not wait for it.

    Raises EnvironmentProblem where the machine lacks a library.
    """
    printer.warm()
    import pypdfium2  # noqa: F401


def produce(job: Job, stage: str) -> Receipt:
    """Write one document's files and read them back, unless the same page is published already.

    Raises EnvironmentProblem or OSError where the machine, not the document, stands in the way.
    """
    digest = hashlib.sha256(job.page.encode("utf-8")).hexdigest()
    if job.kept == digest:
        return _receipt(job, page=digest, kept=True)
    try:
        printed = printer.pdf(job.page, job.name, job.source) if "pdf" in job.formats else None
        losses = prove(job.expected, job.page, printed)
    except DisclosureError as error:
        return _receipt(job, problems=error.problems)
    except (EnvironmentProblem, MemoryError):
        raise
    except Exception as error:
        return failed(job, f"{type(error).__name__}: {error}")
    if losses:
        return _receipt(job, problems=tuple(_lost(job, loss) for loss in losses))
    made = {"html": job.page.encode("utf-8"), "pdf": printed}
    files = [
        written(Path(stage), f"{job.place}.{kind}", made[kind])
        for kind in job.formats
        if made[kind] is not None
    ]
    return _receipt(job, files=tuple(files), page=digest)


def _receipt(job: Job, **found: Any) -> Receipt:
    return Receipt(job.name, place=job.place, about=job.about, entry=job.entry, needs=job.needs, **found)


def _lost(job: Job, loss: Loss) -> Problem:
    values = {"where": loss.where, "text": loss.text[:80], **dict(loss.values)}
    return Problem(job.name, 0, 0, loss.path, loss.rule, values)


def failed(job: Job, detail: str) -> Receipt:
    """The receipt of a job that a fault of a library has ended."""
    return _receipt(job, problems=(Problem(job.name, 0, 0, "", "render-failed", {"detail": detail}),))


def written(stage: Path, name: str, data: bytes | None) -> tuple[str, str, int]:
    """Write a file below the staged folder: its name, sha256 and size."""
    body = data or b""
    path = stage / name
    # Never the staged folder itself: a job that goes on after its build has ended must find none.
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(f".{path.name}.part")  # a job whose worker died is done a second time
    part.write_bytes(body)
    part.replace(path)
    return name, hashlib.sha256(body).hexdigest(), len(body)
