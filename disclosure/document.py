"""One page becomes a document: printed, read back against what it must say, and written.

Light on purpose: a worker that imports this need not know what a product or a sheet is.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from .errors import DisclosureError, EnvironmentProblem, Problem
from .render import pdf as printer
from .verify import Expectation, Loss, prove

FAMILY = "Disclosure-Sans-SC"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be written: its page, what a reader must find on it, and where it goes."""

    name: str
    folder: str
    stem: str
    page: str
    expected: Expectation
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a job: the files written with their sha256, or the problems."""

    name: str
    files: tuple[tuple[str, str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


def warm() -> None:
    """Load what printing and reading back need, so that the first document does not wait for it.

    Raises EnvironmentProblem where the machine lacks a library.
    """
    printer.warm()
    import pypdfium2  # noqa: F401


def produce(job: Job, stage: str) -> Receipt:
    """Write one document's files and read them back; runs in a worker.

    Raises EnvironmentProblem or OSError where the machine, not the document, stands in the way.
    """
    try:
        printed = printer.pdf(job.page, job.name) if "pdf" in job.formats else None
        losses = prove(job.expected, job.page, printed)
    except DisclosureError as error:
        return Receipt(job.name, problems=error.problems)
    except EnvironmentProblem:
        raise
    except Exception as error:
        return failed(job, f"{type(error).__name__}: {error}")
    if losses:
        return Receipt(job.name, problems=tuple(_lost(job, loss) for loss in losses))
    made = {"html": job.page.encode("utf-8"), "pdf": printed}
    files = [
        written(Path(stage), f"{job.folder}/{job.stem}.{kind}", made[kind])
        for kind in job.formats
        if made[kind] is not None
    ]
    return Receipt(job.name, tuple(files))


def _lost(job: Job, loss: Loss) -> Problem:
    values = {"where": loss.where, "text": loss.text[:80], **dict(loss.values)}
    return Problem(job.name, 0, 0, loss.path, loss.rule, values)


def failed(job: Job, detail: str) -> Receipt:
    """The receipt of a job that a fault of a library has ended."""
    return Receipt(job.name, problems=(Problem(job.name, 0, 0, "", "render-failed", {"detail": detail}),))


def written(stage: Path, name: str, data: bytes | None) -> tuple[str, str, int]:
    """Write a file below the staged folder: its name, sha256 and size."""
    body = data or b""
    path = stage / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return name, hashlib.sha256(body).hexdigest(), len(body)
