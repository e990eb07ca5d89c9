"""The check command: findings and scores of every definition, without writing anything."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import DisclosureError, Problem
from .build import definitions, demand_known, demand_sheets
from .exits import Exit, language, tell

if TYPE_CHECKING:
    from ..site import Checked


def check_products(
    paths: tuple[Path, ...], format_: str, languages: tuple[str, ...], audience: str, regime: str,
    everything: bool, glossaries: tuple[Path, ...] = (),
) -> int:
    """Print what there is to say of each definition; 0 where every sheet may be published."""
    from ..site import Options, gather

    files = definitions(paths)
    demand_known(languages, audience, regime)
    options = Options(languages, regime, audience, familiar=True, glossaries=glossaries)
    problems: list[Problem] = []
    data: list[dict[str, Any]] = []
    read: list["Checked"] = []
    blocked = False
    for path, result in gather(files, options):
        if isinstance(result, DisclosureError):
            problems += result.problems
            data.append(_refused(path, result.problems))
            continue
        read.append(result)
        blocked = _report(result, format_, everything, data) or blocked
    if not problems:
        demand_sheets(read, languages)
    if format_ == "json":
        from ..report.findings import as_json

        click.echo(as_json(data))
    tell(problems)
    if problems:
        return Exit.INVALID_INPUT
    return Exit.FINDINGS if blocked else Exit.CLEAN


def _refused(path: Path, problems: Sequence[Problem]) -> dict[str, Any]:
    """A definition that could not be read, for JSON."""
    from ..report import problems as words

    told = [
        {"file": one.file, "line": one.line, "column": one.column, "field": one.field,
         "code": one.code, "message": words.message(one, "en")}
        for one in problems
    ]
    return {"file": str(path), "sheets": [], "findings": [], "problems": told}


def _report(checked: "Checked", format_: str, everything: bool, data: list[dict[str, Any]]) -> bool:
    from ..check import gate
    from ..report import findings as words

    if format_ == "json":
        told = words.as_data(checked.document, checked.reports, checked.findings)
        data.append(told | {"problems": []})
    else:
        for report in checked.reports:
            scored = words.score(report, language())
            click.echo(f"{checked.document.file} [{report.lang}]: {scored}")
        for finding in checked.findings:
            if everything or finding.severity != "note":
                click.echo(words.line(finding, checked.document, language()))
    return not gate(checked.findings).passed
