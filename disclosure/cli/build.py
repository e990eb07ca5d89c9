"""The build command: what is new or changed is made, and the folder published whole."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from .. import document, work
from ..errors import EnvironmentProblem
from ..site import Options, Order, Outcome, build, making
from ..site.shop import FEW
from . import told
from .asked import definitions, demand_known, no_sheets
from .exits import MOST_LINES, Exit, language, tell
from .progress import Step, progress

FORMATS = ("html", "pdf")


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
    executor: str | None = None
    base: str = ""
    explain: bool = False
    fresh: bool = False


def build_site(request: Request) -> int:
    """Plan, make, read back, publish; the exit code says how it went."""
    began = time.monotonic()
    order = _order(request)
    with _stoppable(request.out):
        outcome = build(order, request.out, lambda count: _begun(request, order.formats, count))
    return _ended(request, outcome, time.monotonic() - began)


@contextmanager
def _stoppable(out: Path) -> Iterator[None]:
    """Being told to stop is an exception, so that what was begun is swept away; then it is said so."""

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        click.echo(told.interrupted(str(out), language()), err=True)
        raise
    finally:
        signal.signal(signal.SIGTERM, before)


def _order(request: Request) -> Order:
    formats = _formats(request.formats)
    files = definitions(request.paths)
    demand_known(request.languages, request.audience, request.regime)
    options = Options(request.languages, request.regime, request.audience, glossaries=request.glossaries)
    return Order(files, options, formats, request.keep_going, _base(request.base), request.fresh)


def _base(text: str) -> str:
    """The public address of the site, where one was given. Raises EnvironmentProblem where it is none."""
    if not text:
        return ""
    from ..render.sitemap import base_url

    return base_url(text)


def _formats(text: str) -> tuple[str, ...]:
    asked = [one.strip() for one in text.split(",") if one.strip()]
    if not asked:
        raise EnvironmentProblem("format-none", known=", ".join(FORMATS))
    for one in asked:
        if one not in FORMATS:
            raise EnvironmentProblem("format-unknown", text=one, known=", ".join(FORMATS))
    return tuple(one for one in FORMATS if one in asked)


@contextmanager
def _begun(request: Request, formats: tuple[str, ...], count: int) -> Iterator[tuple[Executor, Step]]:
    """Workers for so many definitions, and something to tell how far they are."""
    few = count <= FEW
    with _workers(request, few and "pdf" not in formats, few) as executor, progress(count, language()) as step:
        yield executor, step


def _workers(request: Request, light: bool, few: bool) -> AbstractContextManager[Executor]:
    if light and not request.executor:
        return ThreadPoolExecutor(1)
    warm = document.warm if few else making.warm
    return work.executor(request.executor, request.jobs or os.cpu_count() or 1, warm)


def _ended(request: Request, outcome: Outcome, seconds: float) -> int:
    refused = [*outcome.plan.twice, *(problem for made in outcome.made for problem in made.refused)]
    broken = [problem for made in outcome.made for one in made.receipts for problem in one.problems]
    tell(refused)
    for line in (line for made in outcome.made for line in told.blocked(made, language())):
        click.echo(line, err=True)
    tell(broken, MOST_LINES)
    _demand_sheets(outcome, request)
    if request.explain:
        for line in told.reasons(outcome, language()):
            click.echo(line)
    if not outcome.published and not outcome.plan.is_idle:
        click.echo(told.nothing(str(request.out), language()), err=True)
        return Exit.INVALID_INPUT if refused and not request.keep_going else Exit.FINDINGS
    for line in told.summary(outcome, str(request.out), seconds, language()):
        click.echo(line)
    return Exit.CLEAN if outcome.is_whole else Exit.FINDINGS


def _demand_sheets(outcome: Outcome, request: Request) -> None:
    """Refuse a run in which no definition, though all can be read, has a language asked for."""
    made = outcome.made
    if made and not outcome.documents and all(one.is_sound and not (one.places or one.receipts) for one in made):
        raise no_sheets((lang for one in made for lang in one.languages), request.languages)
