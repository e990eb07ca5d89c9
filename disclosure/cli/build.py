"""The build command: gather and check everything, then publish it whole."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import document, regime, shipped, source, wording, work
from ..errors import DisclosureError, EnvironmentProblem, Problem
from .exits import MOST_LINES, Exit, language, tell

if TYPE_CHECKING:
    from ..site import Checked, Receipt

FORMATS = ("html", "pdf")
_DONE = {
    "en": "{documents} of {products} published in {out} ({s} s)",
    "zh-CN": "已发布：{p} 个产品，{n} 份文件，在 {out}（用时 {s} 秒）",
}
_NOTHING = {
    "en": "nothing was published; {out} is as it was",
    "zh-CN": "没有发布任何内容，{out} 保持原样",
}
_WARNED = {
    "en": "{warnings}; `disclosure check` shows {them}",
    "zh-CN": "另有 {n} 条警告，用 disclosure check 查看",
}


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asked for."""

    paths: tuple[Path, ...]
    out: Path
    formats: str
    languages: tuple[str, ...]
    audience: str
    regime: str
    jobs: int | None
    keep_going: bool
    glossaries: tuple[Path, ...] = ()


def build_site(request: Request) -> int:
    """Gather, check, write, read back, publish; the exit code says how it went."""
    began = time.monotonic()
    formats = _formats(request.formats)
    files = definitions(request.paths)
    demand_known(request.languages, request.audience, request.regime)
    with _executor(formats, request.jobs, len(files) * (len(request.languages) or 2)) as executor:
        done, failed = _gathered(files, request)
        if failed and not request.keep_going or not done:
            return _refused(request, Exit.INVALID_INPUT if failed else Exit.FINDINGS)
        passed = _passed(done, request)
        if not passed or len(passed) < len(done) and not request.keep_going:
            return _refused(request, Exit.FINDINGS)
        receipts = _published(passed, request, formats, executor)
    broken = [problem for receipt in receipts for problem in receipt.problems]
    tell(broken, MOST_LINES)
    if broken and not request.keep_going:
        return _refused(request, Exit.FINDINGS)
    _summary(passed, receipts, request, time.monotonic() - began)
    whole = not broken and not failed and len(passed) == len(done)
    return Exit.CLEAN if whole else Exit.FINDINGS


def definitions(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The definition files asked for; without any, those in products/."""
    asked = tuple(paths) or (Path("products"),)
    for path in asked:
        if not path.exists():
            code = "path-missing" if paths else "no-products"
            raise EnvironmentProblem(code, path=str(path))
    files = tuple(dict.fromkeys(source.files(asked)))
    if not files:
        raise EnvironmentProblem("no-products", path=", ".join(map(str, asked)))
    return files


def house(asked: Path | None) -> tuple[Path, ...]:
    """The folder of the house's own terms: the one asked for, else `glossary` here if there is one.

    Raises EnvironmentProblem where the one asked for does not exist.
    """
    if asked:
        if not asked.is_dir():
            raise EnvironmentProblem("path-missing", path=str(asked))
        return (asked,)
    here = Path("glossary")
    own = here.is_dir() and not here.samefile(shipped.folder("glossary"))
    return (here,) if own else ()


def demand_known(languages: Sequence[str], audience: str, rulebook: str) -> None:
    """Refuse, once and before any definition is read, names that nothing stands for.

    Raises EnvironmentProblem.
    """
    for lang in languages:
        if lang not in wording.languages():
            known = ", ".join(wording.languages())
            raise EnvironmentProblem("language-unknown", lang=lang, known=known)
    if audience not in regime.names("audiences"):
        known = ", ".join(regime.names("audiences"))
        raise EnvironmentProblem("audience-unknown", text=audience, known=known)
    if rulebook and rulebook not in regime.names("regimes"):
        known = ", ".join(regime.names("regimes"))
        raise EnvironmentProblem("regime-unknown", text=rulebook, known=known)


def demand_sheets(checked: Sequence["Checked"], languages: Sequence[str]) -> None:
    """Refuse a run in which no definition, though all can be read, has a language asked for.

    Raises EnvironmentProblem.
    """
    if checked and not any(one.sheets for one in checked):
        there = sorted({lang for one in checked for lang in one.product.languages})
        asked, known = ", ".join(languages), ", ".join(there)
        raise EnvironmentProblem("no-sheets", lang=asked, known=known)


def _formats(text: str) -> tuple[str, ...]:
    asked = [one.strip() for one in text.split(",") if one.strip()]
    if not asked:
        raise EnvironmentProblem("format-none", known=", ".join(FORMATS))
    for one in asked:
        if one not in FORMATS:
            raise EnvironmentProblem("format-unknown", text=one, known=", ".join(FORMATS))
    return tuple(one for one in FORMATS if one in asked)


@contextmanager
def _executor(formats: tuple[str, ...], jobs: int | None, documents: int) -> Iterator[Executor]:
    if "pdf" not in formats:
        with ThreadPoolExecutor(1) as executor:
            yield executor
        return
    count = jobs or min(os.cpu_count() or 1, documents)
    executor = work.Pool(count, document.warm)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _gathered(
    files: tuple[Path, ...], request: Request
) -> tuple[list["Checked"], list[Problem]]:
    from ..site import Options, gather

    options = Options(
        request.languages, request.regime, request.audience, glossaries=request.glossaries
    )
    done, problems = [], []
    for _, result in gather(files, options):
        if isinstance(result, DisclosureError):
            problems += result.problems
        else:
            done.append(result)
    tell(problems)
    if not problems:
        demand_sheets(done, request.languages)
    return [checked for checked in done if checked.sheets], problems


def _passed(done: list["Checked"], request: Request) -> list["Checked"]:
    from ..check import gate
    from ..report.findings import SEVERITIES, line

    passed = []
    for checked in done:
        verdict = gate(checked.findings)
        for finding in verdict.blocking:
            place, said = line(finding, checked.document, language())
            click.echo(f"{place}: {SEVERITIES[language()][finding.severity]} {said}", err=True)
        if verdict.passed:
            passed.append(checked)
    return passed


def _published(
    passed: list["Checked"], request: Request, formats: tuple[str, ...], executor: Executor
) -> list["Receipt"]:
    from ..site import publish

    total = sum(len(checked.sheets) for checked in passed)
    with _progress(total) as step:
        return publish(passed, request.out, formats, executor, step, request.keep_going)


@contextmanager
def _progress(total: int) -> Iterator[Callable[["Receipt"], None]]:
    if not sys.stderr.isatty():
        yield lambda receipt: click.echo(f"{'failed' if receipt.problems else 'built'} {receipt.name}")
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def step(receipt: "Receipt") -> None:
            bar.update(task, advance=1, description=receipt.name)

        yield step


def _refused(request: Request, code: Exit) -> int:
    click.echo(_NOTHING[language()].format(out=request.out), err=True)
    return code


def _summary(
    passed: list["Checked"], receipts: list["Receipt"], request: Request, seconds: float
) -> None:
    documents = sum(1 for receipt in receipts if not receipt.problems)
    click.echo(_DONE[language()].format(
        n=documents, documents=counted(documents, "document"), p=len(passed),
        products=counted(len(passed), "product"), out=request.out, s=f"{seconds:.1f}"))
    warnings = sum(1 for checked in passed for f in checked.findings if f.severity == "warning")
    if warnings:
        them = "it" if warnings == 1 else "them"
        click.echo(_WARNED[language()].format(
            n=warnings, warnings=counted(warnings, "warning"), them=them))


def counted(number: int, thing: str) -> str:
    """A number of things, in English: one change, two changes."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
