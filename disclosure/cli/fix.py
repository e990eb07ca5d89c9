"""The fix command: definitions whose own wording the glossary can make plainer, changed or shown."""

import os
import tempfile
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import DisclosureError, EnvironmentProblem, Problem
from .asked import counted, definitions
from .exits import Exit, language, tell

if TYPE_CHECKING:
    from ..revise import Change, Revision

_CHANGED = {"en": '"{original}" → "{to}"', "zh-CN": "“{original}”改为“{to}”"}
_BY_HAND = {"en": "please change this one by hand", "zh-CN": "这一处请手工改"}
_DONE = {
    "en": ("nothing to change in {definitions}", "{changes} in {definitions}"),
    "zh-CN": ("{files} 份定义都不用改", "改了 {n} 处，共 {files} 份定义"),
}


def fix_products(paths: tuple[Path, ...], diff: bool, house: tuple[Path, ...]) -> int:
    """Apply safe replacements to definitions' own texts; with `diff`, only show them.

    A file is replaced whole or not touched; one that cannot be read is named and left.
    """
    problems: list[Problem] = []
    made = 0
    files = definitions(paths)
    for path in files:
        try:
            revision = _revision(path, house)
        except DisclosureError as error:
            problems += error.problems
            continue
        made += sum(change.made for change in revision.changes)
        _show(path, revision, diff)
        if not diff and revision.after != revision.before:
            _replace(path, revision.after)
    if not diff:
        click.echo(_done(made, len(files)))
    tell(problems)
    return Exit.INVALID_INPUT if problems else Exit.CLEAN


def _done(made: int, files: int) -> str:
    changes, definitions = counted(made, "change"), counted(files, "definition")
    return _DONE[language()][bool(made)].format(n=made, files=files, changes=changes, definitions=definitions)


def _revision(path: Path, house: tuple[Path, ...]) -> "Revision":
    from .. import product, source
    from ..revise import revise
    from ..site import terms_for

    text = source.text_of(path)
    item = product.parse(source.parse(text, str(path)))
    return revise(text, item, {lang: terms_for(item, lang, house) for lang in item.languages}, str(path))


def _show(path: Path, revision: "Revision", diff: bool) -> None:
    if diff:
        _show_diff(path, revision)
    for change in revision.changes:
        if not (diff and change.made):
            click.echo(_line(path, change), err=not change.made)


def _line(path: Path, change: "Change") -> str:
    said = _CHANGED[language()].format(original=change.original, to=change.to)
    rest = "" if change.made else f" ({_BY_HAND[language()]})"
    return f"{path}:{change.line}: {change.path}: {said} [{change.entry}]{rest}"


def _show_diff(path: Path, revision: "Revision") -> None:
    lines = unified_diff(
        revision.before.splitlines(), revision.after.splitlines(), str(path), str(path), lineterm=""
    )
    for line in lines:
        click.secho(line, fg={"+": "green", "-": "red", "@": "cyan"}.get(line[:1]))


def _replace(path: Path, text: str) -> None:
    """Exchange a file for one with this text, in a single step and with the rights it had."""
    target = path.resolve()
    marked = target.read_bytes().startswith(b"\xef\xbb\xbf")
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8-sig" if marked else "utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, target.stat().st_mode & 0o7777)
        os.replace(name, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentProblem("file-not-writable", path=str(path), reason=reason) from None
