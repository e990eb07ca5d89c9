"""The import and export commands: records of other programs become definitions, and the reverse."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ..errors import DisclosureError, EnvironmentProblem, Problem
from .exits import Exit, language

SOURCES = ("ept", "cdr", "plain", "xlsx")
TARGETS = ("ept",)
_WROTE = {
    "en": "wrote {count} {what} to {path}; now run: disclosure check {path}",
    "zh-CN": "已在 {path} 写好 {count} 份{what}；接着运行：disclosure check {path}",
}
_WHAT = {"en": ("definition", "definitions"), "zh-CN": ("产品定义", "产品定义")}
_ROWS = {"en": "wrote {count} of {all} to {path}", "zh-CN": "已把 {all} 个中的 {count} 个写进 {path}"}


def import_file(path: Path, from_: str, out: Path, beneath: Path | None) -> int:
    """Write a definition for each record of a file; none of them replaces a file that is there."""
    from .. import product, source

    under = source.read(beneath).data if beneath else {}
    made = [_laid_over(under, one) for one in _definitions(path, from_)]
    names = _names(made, path)
    for name, data in zip(names, made, strict=True):
        product.parse(source.Document(f"{path}: {name}", data, {}, {}))
    for name, data in zip(names, made, strict=True):
        _write(out / f"{name}.yaml", _yaml(data))
    what = _WHAT[language()][len(made) != 1]
    click.echo(_WROTE[language()].format(count=len(made), what=what, path=out))
    return Exit.CLEAN


def export_files(paths: tuple[Path, ...], to: str, out: Path | None) -> int:
    """Write the rows of all investments among the definitions; to standard output without a file."""
    from .. import product, source
    from ..product.importers import tables
    from ..report import ept
    from .asked import definitions

    items = [product.parse(source.read(path)) for path in definitions(paths)]
    rows = [ept.row(one) for one in items if one.kind in ("fund", "wealth")]
    if not rows:
        raise EnvironmentProblem("export-nothing")
    if out is None:
        click.echo(tables.as_csv(ept.columns(), rows).decode("utf-8"), nl=False)
        return Exit.CLEAN
    if out.suffix.lower() not in (".csv", ".xlsx"):
        raise EnvironmentProblem("table-format", text=out.suffix or out.name, known=".csv, .xlsx")
    written = tables.as_xlsx if out.suffix.lower() == ".xlsx" else tables.as_csv
    _write_bytes(out, written(ept.columns(), rows))
    click.echo(_ROWS[language()].format(count=len(rows), all=len(items), path=out))
    return Exit.CLEAN


def _definitions(path: Path, from_: str) -> Iterator[dict[str, Any]]:
    from ..product.importers import cdr, ept, plain_table, tables

    make = {"ept": ept.product, "cdr": cdr.product}.get(from_, plain_table.product)
    for row in tables.rows(path):
        try:
            yield make(row)
        except plain_table.PathMalformed as error:
            raise DisclosureError([Problem(str(path), 0, 0, "", "table-path-malformed", {"text": str(error)})]) from None


def _laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A definition with what it lacks taken from another one, part by part."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, Mapping) and isinstance(value, Mapping)
        merged[key] = _laid_over(below, value) if both else value
    return merged


def _names(made: Sequence[Mapping[str, Any]], path: Path) -> list[str]:
    names = [str(one.get("id", "")) for one in made]
    twice = next((name for index, name in enumerate(names) if name in names[:index]), None)
    if twice is not None:
        raise DisclosureError([Problem(str(path), 0, 0, "id", "product-id-twice", {"text": twice, "other": str(path)})])
    return names


def _yaml(data: Mapping[str, Any]) -> str:
    import yaml

    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=110)


def _write(path: Path, text: str) -> None:
    if path.exists():
        raise EnvironmentProblem("file-exists", path=str(path))
    _write_bytes(path, text.encode("utf-8"))


def _write_bytes(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise EnvironmentProblem("not-writable", path=str(path), reason=error.strerror or str(error)) from None
