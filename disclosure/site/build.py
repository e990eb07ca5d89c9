"""Checked products become a published folder of pages: written, read back, then exchanged whole."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import __version__, regime, work
from ..document import FAMILY, Job, Receipt, failed, produce, written
from ..errors import EnvironmentProblem, Problem
from ..render import html as page
from ..sheet import Sheet
from ..verify import expectation
from .form import form_of
from .gather import Checked
from .publish import MANIFEST, SCHEMA, staging, write

_TOOLS = ("weasyprint", "pydyf", "fonttools", "jinja2", "markdown", "jieba", "textstat")


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

    Where a document fails, nothing is published, unless `keep_going`; then the others are. Whatever
    ends a job, be it the death of its worker, is a problem of its document alone.
    """
    receipts: list[Receipt] = []
    try:
        with staging(out) as stage:
            todo = [job for checked in done for job in jobs(checked, formats)]
            receipts = _collected(todo, stage, executor, progress)
            failed = [receipt for receipt in receipts if receipt.problems]
            if failed and (not keep_going or len(failed) == len(receipts)):
                raise _Nothing
            _manifest(done, [*receipts, _index(done, receipts, stage)], stage)
    except _Nothing:
        pass
    return receipts


class _Nothing(Exception):
    """Nothing is to be published."""


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
    form = form_of(sheet, checked.product, regime.load(sheet.regime))
    expected = expectation(sheet, FAMILY, form)
    return Job(name, sheet.product, stem(sheet), text, expected, formats)


def _collected(
    todo: Sequence[Job], stage: Path, executor: Executor, progress: Callable[[Receipt], None]
) -> list[Receipt]:
    """Receipts in the order of the jobs."""
    receipts: dict[int, Receipt] = {}
    calls = [(job, str(stage)) for job in todo]
    with closing(work.settle(executor, produce, calls, meanwhile=_tools)) as settled:
        for index, future in settled:
            receipts[index] = _receipt(todo[index], future)
            progress(receipts[index])
    return [receipts[index] for index in range(len(todo))]


def _receipt(job: Job, future: Future[Receipt]) -> Receipt:
    try:
        return future.result()
    except (EnvironmentProblem, OSError):
        raise
    except work.WorkerDied as error:
        problem = Problem(job.name, 0, 0, "", "worker-died", {"signal": str(error)})
        return Receipt(job.name, problems=(problem,))
    except Exception as error:
        return failed(job, f"{type(error).__name__}: {error}")


def _index(done: Sequence[Checked], receipts: Sequence[Receipt], stage: Path) -> Receipt:
    published = {name for receipt in receipts for name, _, _ in receipt.files}
    pages = [
        _entry(sheet, receipts)
        for checked in done
        for sheet in checked.sheets
        if f"{sheet.product}/{stem(sheet)}.html" in published
    ]
    text = page.index(pages).encode("utf-8") if pages else b""
    return Receipt("index", (written(stage, "index.html", text),) if pages else ())


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
    files = {
        name: {"sha256": digest, "bytes": size}
        for receipt in receipts
        for name, digest, size in receipt.files
    }
    sheets: dict[str, Any] = {}
    for checked in done:
        for sheet, report in zip(checked.sheets, checked.reports, strict=True):
            name = f"{sheet.product}/{stem(sheet)}"
            if not any(file.startswith(f"{name}.") for file in files):
                continue
            sheets[name] = {
                "version": sheet.version,
                "as_of": sheet.as_of.isoformat(),
                "regime": sheet.regime,
                "plainness": report.reading.plainness if report.reading else None,
            }
    data = {"schema": SCHEMA, "tools": _tools(), "sheets": sheets, "files": files}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    write(stage / MANIFEST, text.encode("utf-8") + b"\n")


@lru_cache
def _tools() -> dict[str, str]:
    """The versions of what a document is made with."""
    from importlib.metadata import version

    return {"disclosure": __version__} | {name: version(name) for name in _TOOLS}
