"""docs/the-house.md names every module there is, and the code keeps to its floors."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import disclosure

PACKAGE = Path(disclosure.__file__).parent
HOUSE = PACKAGE.parent / "docs" / "the-house.md"


def _floors() -> dict[str, int]:
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", HOUSE.read_text(encoding="utf-8"), re.M)
    return {name: int(floor) for floor, cell in rows for name in re.findall(r"`(\w+)`", cell)}


def _modules() -> set[str]:
    files = {path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    return files | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def _imports() -> Iterator[tuple[str, str, Path]]:
    for path in PACKAGE.rglob("*.py"):
        place = path.relative_to(PACKAGE).with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                stem = (*place[: len(place) - node.level], *(node.module or "").split("."))
                names = [(*stem, alias.name) for alias in node.names]
                yield from ((place[0], [part for part in name if part][0], path) for name in names)


def test_every_module_has_a_floor() -> None:
    assert set(_floors()) == _modules()


def test_imports_go_down() -> None:
    floors = _floors()
    for importer, imported, path in _imports():
        if importer in floors and imported in floors and imported != importer:
            assert floors[imported] < floors[importer], (path, imported)


def test_it_fits_on_a_page() -> None:
    assert len(HOUSE.read_text(encoding="utf-8").splitlines()) <= 60
