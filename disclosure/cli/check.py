"""The check command: findings and scores of every definition, without writing anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import DisclosureError, Problem
from .asked import definitions, demand_known, no_sheets
from .exits import Exit, language, tell

if TYPE_CHECKING:
    from ..report.outcome import Outcome
    from ..site import Checked

_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


def check_products(
    paths: tuple[Path, ...], format_: str, languages: tuple[str, ...], audience: str, regime: str,
    everything: bool, glossaries: tuple[Path, ...] = (),
) -> int:
    """Print what there is to say of each definition; 0 where every sheet may be published."""
    from ..site import Options
    from ..site.gather import gather

    files = definitions(paths)
    demand_known(languages, audience, regime)
    options = Options(languages, regime, audience, familiar=True, glossaries=glossaries)
    outcomes: list["Outcome"] = []
    read: list[_Read] = []
    for path, result in gather(files, options):
        outcome = _outcome(path, result, everything or format_ in ("json", "html"))
        if not isinstance(result, DisclosureError):
            read.append(_read(result))
            if format_ == "text":
                _show(outcome)
        outcomes.append(_kept(outcome, format_))
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    if not problems and read and not any(one.has_sheets for one in read):
        raise no_sheets((lang for one in read for lang in one.languages), languages)
    for line in _printed(outcomes, format_):
        click.echo(line)
    return _ended(problems, read)


@dataclass(frozen=True, slots=True)
class _Read:
    """What must be known of a definition to the end, however many there are."""

    languages: tuple[str, ...]
    has_sheets: bool
    passed: bool


def _read(checked: "Checked") -> _Read:
    from ..check import gate

    return _Read(checked.product.languages, bool(checked.sheets), gate(checked.findings).passed)


def _kept(outcome: "Outcome", format_: str) -> "Outcome":
    """As much of an outcome as its format still needs once it was shown."""
    if format_ == "html":
        return outcome
    if format_ == "text":
        return replace(outcome, document=None, reports=(), findings=(), sheets=())
    return replace(outcome, sheets=())


def _ended(problems: list[Problem], read: Sequence[_Read]) -> int:
    tell(problems)
    if problems:
        return Exit.INVALID_INPUT
    return Exit.CLEAN if all(one.passed for one in read) else Exit.FINDINGS


def _outcome(path: Path, result: "Checked | DisclosureError", everything: bool) -> "Outcome":
    from ..report.outcome import Outcome

    if isinstance(result, DisclosureError):
        return Outcome(str(path), problems=result.problems)
    found = tuple(one for one in result.findings if everything or one.severity != "note")
    return Outcome(result.document.file, result.document, result.reports, found, result.sheets)


def _printed(outcomes: Sequence["Outcome"], format_: str) -> Iterator[str]:
    """The lines of a report that is made as a whole."""
    if format_ == "json":
        from ..report.findings import as_json

        yield as_json(outcomes)
    elif format_ == "sarif":
        from ..report.sarif import sarif

        yield sarif(outcomes, language())
    elif format_ == "junit":
        from ..report.junit import junit

        yield junit(outcomes, language()).rstrip("\n")
    elif format_ == "html":
        from ..report.page import page

        yield page(outcomes, language())
    elif format_ == "github":
        from ..report.github import annotations

        yield from annotations(outcomes, language())


def _show(outcome: "Outcome") -> None:
    """One definition for people; colours where they are on a terminal."""
    from ..report import findings as words

    for report in outcome.reports:
        click.echo(f"{outcome.file} [{report.lang}]: {words.score(report, language())}")
    for finding in outcome.findings:
        assert outcome.document is not None
        place, said = words.line(finding, outcome.document, language())
        level = click.style(words.SEVERITIES[language()][finding.severity], fg=_COLOURS[finding.severity])
        click.echo(f"{place}: {level} {said}")
