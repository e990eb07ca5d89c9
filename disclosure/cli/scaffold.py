"""The new and init commands: files to begin with, never one overwritten."""

import re
from pathlib import Path

import click

from .. import shipped
from ..errors import EnvironmentProblem
from .exits import Exit, language

_WROTE = {
    "en": "wrote {path}; fill in what says TODO, then run: disclosure check {path}",
    "zh-CN": "已写好 {path}；把“待填写”换成您的内容，然后运行：disclosure check {path}",
}
_MODELINE = "# yaml-language-server: $schema={schema}\n"
SCHEMA_FILE = "product.schema.json"


def new_definition(kind: str, lang: str, name: str, into: Path) -> int:
    """Write the definition of a new product of a kind, with comments in a language."""
    tongue = lang or language()
    template = shipped.folder("templates", "new", tongue, f"{kind}.yaml")
    known = sorted(path.name for path in shipped.folder("templates", "new").iterdir())
    if tongue not in known:
        raise EnvironmentProblem("language-unknown", lang=tongue, known=", ".join(known))
    chosen = name or f"my-{kind}"
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,120}", chosen):
        raise EnvironmentProblem("id-malformed", text=chosen)
    path = into / f"{chosen}.yaml"
    text = template.read_text(encoding="utf-8").replace("{id}", chosen)
    schema = into.absolute().parent / SCHEMA_FILE
    if schema.is_file():
        text = _MODELINE.format(schema=f"../{SCHEMA_FILE}") + text
    _write(path, text)
    click.echo(_WROTE[language()].format(path=path))
    return Exit.CLEAN


def new_project(folder: Path, lang: str) -> int:
    """Begin a project in a folder."""
    from ..product.schema import schema_json

    _write(folder / SCHEMA_FILE, schema_json() + "\n")
    return new_definition("deposit", lang, "", folder / "products")


def _write(path: Path, text: str) -> None:
    for parent in path.parents:
        if parent.exists() and not parent.is_dir():
            raise EnvironmentProblem("folder-is-file", path=str(parent))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as handle:
            handle.write(text)
    except FileExistsError:
        raise EnvironmentProblem("file-exists", path=str(path)) from None
    except OSError as error:
        raise EnvironmentProblem(
            "not-writable", path=str(path), reason=error.strerror or str(error)
        ) from None
