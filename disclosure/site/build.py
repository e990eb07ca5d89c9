"""Checked products become a published folder of pages: written, read back, then exchanged whole."""

import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import DisclosureError, Problem
from ..render import html as page
from ..render import pdf as printer
from ..sheet import Sheet
from ..verify import Expectation, expectation, prove
from .gather import Checked
from .publish import MANIFEST, staging, write

FAMILY = "Disclosure-Sans-SC"
_TOOLS = ("weasyprint", "pydyf", "fonttools", "jinja2", "markdown", "jieba", "textstat")


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


def jobs(checked: Checked, formats: tuple[str, ...]) -> list[Job]:
    """The documents of one product, one a language."""
    return [_job(checked, sheet, formats) for sheet in checked.sheets]


def publish(
    done: Sequence[Checked],
    out: Path,
    formats: tuple[str, ...],
    executor: Executor,
    progress: Callable[[Receipt], None],
    keep_going: bool,
) -> list[Receipt]:
    """Write every document to a staged folder, read each back, and exchange the folder for `out`.

    Where a document fails, nothing is published, unless `keep_going`; then the others are.
    """
    receipts: list[Receipt] = []
    try:
        with staging(out) as stage:
            todo = [job for checked in done for job in jobs(checked, formats)]
            futures = [executor.submit(produce, job, str(stage)) for job in todo]
            receipts = _collected(futures, progress)
            failed = [receipt for receipt in receipts if receipt.problems]
            if failed and (not keep_going or len(failed) == len(receipts)):
                raise _Nothing
            _index(done, receipts, stage)
            _manifest(done, receipts, stage)
    except _Nothing:
        pass
    return receipts


class _Nothing(Exception):
    """Nothing is to be published."""


def produce(job: Job, stage: str) -> Receipt:
    """Write one document's files and read them back; runs in a worker."""
    try:
        printed = printer.pdf(job.page, job.name) if "pdf" in job.formats else None
    except DisclosureError as error:
        return Receipt(job.name, problems=error.problems)
    losses = prove(job.expected, job.page, printed)
    if losses:
        values = [{"where": one.where, "text": one.text[:80]} for one in losses]
        return Receipt(
            job.name,
            problems=tuple(
                Problem(job.name, 0, 0, loss.path, "lost-on-page", value)
                for loss, value in zip(losses, values, strict=True)
            ),
        )
    made = {"html": job.page.encode("utf-8"), "pdf": printed}
    files = [
        _written(Path(stage), f"{job.folder}/{job.stem}.{kind}", made[kind])
        for kind in job.formats
        if made[kind] is not None
    ]
    return Receipt(job.name, tuple(files))


def stem(sheet: Sheet) -> str:
    """The name of a sheet's files: its language, after its rulebook unless that is the plain one."""
    return sheet.lang if sheet.regime == "plain.sheet" else f"{sheet.regime}.{sheet.lang}"


def _job(checked: Checked, sheet: Sheet, formats: tuple[str, ...]) -> Job:
    others = [
        one for one in checked.sheets if one.regime == sheet.regime and one.lang != sheet.lang
    ]
    text = page.html(
        sheet,
        pdf=f"{stem(sheet)}.pdf" if "pdf" in formats else None,
        other=(others[0].lang, f"{stem(others[0])}.html") if others and "html" in formats else None,
    )
    name = f"{checked.document.file} ({sheet.lang})"
    expected = expectation(sheet, FAMILY)
    return Job(name, sheet.product, stem(sheet), text, expected, formats)


def _written(stage: Path, name: str, data: bytes | None) -> tuple[str, str, int]:
    body = data or b""
    write(stage / name, body)
    return name, hashlib.sha256(body).hexdigest(), len(body)


def _collected(
    futures: Sequence[Future[Receipt]], progress: Callable[[Receipt], None]
) -> list[Receipt]:
    """Receipts in order; when this ends, in whatever way, no job is left that could still write."""
    receipts = []
    try:
        for future in futures:
            receipts.append(future.result())
            progress(receipts[-1])
    finally:
        for future in futures:
            future.cancel()
        wait(futures)
    return receipts


def _index(done: Sequence[Checked], receipts: Sequence[Receipt], stage: Path) -> None:
    published = {name for receipt in receipts for name, _, _ in receipt.files}
    pages = [
        _entry(sheet, receipts)
        for checked in done
        for sheet in checked.sheets
        if f"{sheet.product}/{stem(sheet)}.html" in published
    ]
    if pages:
        write(stage / "index.html", page.index(pages).encode("utf-8"))


def _entry(sheet: Sheet, receipts: Sequence[Receipt]) -> dict[str, str | None]:
    stated = {fact.path: fact.shown for fact in sheet.facts}
    printed = f"{sheet.product}/{stem(sheet)}.pdf"
    has_print = any(name == printed for receipt in receipts for name, _, _ in receipt.files)
    levels = [fact.shown for fact in sheet.facts if fact.path.startswith("risk.ratings")]
    return {
        "title": "".join(sentence.text for sentence in sheet.title),
        "provider": "".join(sentence.text for sentence in sheet.provider),
        "kind": sheet.labels["kind"],
        "lang": sheet.lang,
        "href": f"{sheet.product}/{stem(sheet)}.html",
        "pdf": printed if has_print else None,
        "risk": levels[0] if levels else None,
        "summary": stated.get("summary"),
    }


def _manifest(done: Sequence[Checked], receipts: Sequence[Receipt], stage: Path) -> None:
    sheets: dict[str, Any] = {}
    for checked in done:
        for sheet, report in zip(checked.sheets, checked.reports, strict=True):
            sheets[f"{sheet.product}/{stem(sheet)}"] = {
                "version": sheet.version,
                "as_of": sheet.as_of.isoformat(),
                "regime": sheet.regime,
                "plainness": report.reading.plainness if report.reading else None,
            }
    files = {
        name: {"sha256": digest, "bytes": size}
        for receipt in receipts
        for name, digest, size in receipt.files
    }
    data = {"tools": {"disclosure": __version__} | {name: version(name) for name in _TOOLS}, "sheets": sheets, "files": files}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    write(stage / MANIFEST, text.encode("utf-8") + b"\n")
