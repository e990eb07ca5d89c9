"""The verify command: a published folder read back and compared with its definitions."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from ..errors import Problem
from .asked import counted, definitions, house
from .exits import MOST_LINES, Exit, language, tell

_WHOLE = {
    "en": "{documents} proved against {definitions}: nothing is lost, hidden, added or changed in {folder}",
    "zh-CN": "已核对 {n} 份文件和 {d} 个产品定义：{folder} 中没有丢失、隐藏、多出或改动的内容",
}
_BROKEN = {
    "en": "{found} in {folder}",
    "zh-CN": "{folder} 中发现 {p} 个问题",
}


def verify_site(
    folder: Path, paths: tuple[Path, ...], languages: tuple[str, ...] = (), format_: str = "text",
    own_terms: Path | None = None,
) -> int:
    """Tell what a published folder says otherwise than its definitions; 0 where there is nothing to tell.

    Reads the folder and the definitions and writes nothing. Exit code 1 where something is lost, 2 where
    the folder cannot be read, 3 where a definition cannot.
    """
    from ..site.audit import audit

    files = definitions(paths)
    found = audit(folder, files, languages, house(own_terms))
    if format_ == "json":
        click.echo(_json(found.proved, [*found.unreadable, *found.problems]))
    else:
        tell(found.unreadable, MOST_LINES)
        tell(found.problems, MOST_LINES)
        _sum_up(folder, found.proved, len(files), len(found.problems) + len(found.unreadable))
    if found.unreadable:
        return Exit.INVALID_INPUT
    return Exit.FINDINGS if found.problems else Exit.CLEAN


def _sum_up(folder: Path, proved: int, files: int, problems: int) -> None:
    words = (_BROKEN if problems else _WHOLE)[language()]
    told = words.format(
        documents=counted(proved, "document"), definitions=counted(files, "definition"), n=proved, d=files,
        found=counted(problems, "problem"), p=problems, folder=folder,
    )  # fmt: skip
    click.echo(told, err=bool(problems))


def _json(proved: int, problems: Sequence[Problem]) -> str:
    from ..report.problems import message

    entries = [
        {
            "file": one.file, "line": one.line, "column": one.column, "field": one.field, "rule": one.code,
            "message": message(one, language()), "values": dict(one.values),
        }
        for one in problems
    ]  # fmt: skip
    return json.dumps({"proved": proved, "problems": entries}, ensure_ascii=False, indent=1)
