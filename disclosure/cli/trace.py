"""The trace command: for each number on a sheet, the field or the rule that it comes from."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import source
from ..errors import DisclosureError, EnvironmentProblem
from .asked import definitions, demand_known, demand_sheets
from .exits import Exit, language

if TYPE_CHECKING:
    from ..site import Checked


def trace_sheet(asked: str, languages: tuple[str, ...], regime: str, format_: str) -> int:
    """Tell where every number comes from on the sheets of one definition.

    `asked` is a definition's file, the id of one in products/, or a published page of it.
    """
    from .. import derive
    from ..report import tracing
    from ..site import Options, check_one

    demand_known(languages, "retail", regime)
    checked = check_one(_definition(asked), Options(languages, regime))
    demand_sheets([checked], languages)
    figures = derive.derive(checked.product)
    traced = [
        (sheet, tuple(tracing.origins(sheet, checked.document, figures))) for sheet in checked.sheets
    ]
    if format_ == "json":
        click.echo(tracing.as_json(traced, checked.document.file))
        return Exit.CLEAN
    for sheet, found in traced:
        click.secho(f"{sheet.product} {sheet.version} [{sheet.lang}] {sheet.regime}", bold=True)
        for line in tracing.lines(found, checked.document.file, language()):
            click.echo(line)
    return Exit.CLEAN


def _definition(asked: str) -> Path:
    path = Path(asked)
    if path.suffix in (".yaml", ".yml"):
        return definitions([path])[0]
    name = path.name if not path.suffix else path.parent.name
    found = [one for one in definitions([]) if _is(one, name)]
    if not found:
        raise EnvironmentProblem("sheet-unknown", text=asked)
    return found[0]


def _is(path: Path, name: str) -> bool:
    try:
        data = source.read(path).data
    except DisclosureError:
        return False
    return isinstance(data, dict) and data.get("id") == name
