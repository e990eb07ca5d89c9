"""Files that a document was made from come in; their sha256 by name, and which documents need them, go out.

Contents are hashed, never dates: a checkout, a copy or a restored backup changes dates and nothing else.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__, shipped

if TYPE_CHECKING:
    from ..sheet import Sheet

ENGINE = "the program"
OPTIONS = "the options of this build"
LIBRARIES = ("weasyprint", "pydyf", "fonttools", "jinja2", "markdown", "jieba", "textstat")
_UNUSED = ("templates/messages/", "templates/new/", "templates/interchange/", "templates/layout/report", "templates/report")
FRONT = ("templates/layout/catalogue", "templates/catalogue", OPTIONS)
_CHECKED = ("templates/plain/", "templates/claims/", "templates/readability/", "templates/findings.yaml",
            "templates/scales.yaml", "templates/suitability.yaml", "templates/catalogue.yaml")  # fmt: skip


def digests(definitions: Iterable[Path], house: Sequence[Path], options: Mapping[str, Any]) -> dict[str, str]:
    """The sha256 of everything that the documents of these definitions can depend on, by its name.

    Raises OSError where a file that is there cannot be read.
    """
    found = {ENGINE: engine(), OPTIONS: json.dumps(options, sort_keys=True)}
    found |= dict(_shipped())
    for folder in house:
        found |= {f"{path}": sha256(path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()}
    return found | {str(path): digest for path in definitions if (digest := _digest(path))}


def sha256(data: bytes) -> str:
    """The sha256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


@lru_cache
def engine() -> str:
    """What stands for this program and the libraries that have a say in a document's bytes."""
    package = Path(__file__).resolve().parent.parent
    whole = hashlib.sha256(json.dumps(versions(), sort_keys=True).encode("ascii"))
    for path in sorted(package.rglob("*.py")):
        whole.update(str(path.relative_to(package)).encode("utf-8") + path.read_bytes())
    return whole.hexdigest()


@lru_cache
def versions() -> dict[str, str]:
    """The versions of what a document is made with."""
    from importlib.metadata import version
    from platform import python_version

    tools = {name: version(name) for name in LIBRARIES}
    return {"disclosure": __version__, "python": python_version().rpartition(".")[0]} | tools


def needs(definition: str, sheet: "Sheet", house: Sequence[Path]) -> tuple[str, ...]:
    """The names of what the documents of a sheet depend on; a name that ends in / or is a beginning
    of names stands for all of them."""
    lang, rulebook = sheet.lang, sheet.regime
    return (
        ENGINE, OPTIONS, definition, f"templates/regimes/{rulebook}.yaml", f"templates/audiences/{sheet.audience}.yaml",
        *(f"templates/{lang}/{name}" for name in _wording(lang, rulebook)),
        *(f"templates/layout/{name}" for name in _layout(sheet.layout, rulebook)),
        *_CHECKED, f"glossary/{lang}/", *(f"{folder}/" for folder in house),
    )  # fmt: skip


def touched(needed: Sequence[str], changed: Iterable[str]) -> list[str]:
    """Which of the names that changed a document depends on."""
    whole, folders = set(needed), tuple(name for name in needed if name.endswith("/"))
    return [name for name in changed if name in whole or name.startswith(folders)]


def _digest(path: Path) -> str:
    """Nothing for a file that cannot be read: reading it will say why."""
    try:
        return sha256(path.read_bytes())
    except OSError:
        return ""


def _shipped() -> Iterator[tuple[str, str]]:
    for part in ("templates", "glossary"):
        for path in sorted(shipped.folder(part).rglob("*")):
            name = path.relative_to(shipped.root()).as_posix()
            if path.is_file() and not name.startswith(_UNUSED):
                yield name, sha256(path.read_bytes())


@lru_cache
def _wording(lang: str, rulebook: str) -> tuple[str, ...]:
    """The files of a language that the sheets of a rulebook are worded with."""
    from .. import regime

    rules = regime.load(rulebook)
    sections = (*((rules.glance,) if rules.glance else ()), *rules.sections)
    used = _closure(shipped.folder("templates", lang), tuple(dict.fromkeys(one.wording for one in sections)))
    return ("labels.yaml", "locale.yaml", *used)


@lru_cache
def _layout(layout: str, rulebook: str) -> tuple[str, ...]:
    """The files of the layout that the pages of a rulebook are set with."""
    folder = shipped.folder("templates", "layout")
    styles = sorted(path.name for path in folder.glob("*.css") if not path.name.startswith(("catalogue", "report")))
    return (*_closure(folder, (f"{layout}.html",)), *styles, f"forms/{rulebook}.css", "fonts/")


def _closure(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Template files, and those that they include or import."""
    found: dict[str, None] = {}
    todo = list(names)
    while todo:
        if (name := todo.pop()) not in found:
            found[name] = None
            todo += _referenced(folder / name)
    return tuple(found)


def _referenced(path: Path) -> list[str]:
    """What a template includes or imports; the whole folder where the name is made as it runs."""
    from jinja2 import Environment, meta

    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    named = list(meta.find_referenced_templates(tree))
    if None in named:
        return [one.relative_to(path.parent).as_posix() for one in path.parent.rglob("*.html")]
    return [name for name in named if name]
