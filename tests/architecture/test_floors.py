"""The floors of the house hold: `floors.ini` says them, import-linter reads every import."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import disclosure

PACKAGE = Path(disclosure.__file__).parent
FLOORS = Path(__file__).parent / "floors.ini"
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(sys.argv[1], no_cache=True))"


def lint(config: Path, package: Path = PACKAGE) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-c", LINT, str(config)]
    return subprocess.run(command, cwd=package.parent, capture_output=True, text=True, check=False)


def test_every_contract_is_kept() -> None:
    done = lint(FLOORS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("source", "from . import check", "floors"),
        ("locale", "from . import source", "floors"),
        ("derive/cover", "from ..sheet import Sheet", "floors"),
        ("render/html", "from .. import check", "What renders a sheet"),
        ("verify/proof", "import jinja2", "The independent reader"),
        ("check/rules/plainness", "from . import unfinished", "Rules do not know"),
        ("attic", "", "floors"),
    ],
)
def test_a_breach_is_found(tmp_path: Path, module: str, line: str, broken: str) -> None:
    copy = tmp_path / "disclosure"
    for path in PACKAGE.rglob("*.py"):
        target = copy / path.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    file = copy / f"{module}.py"
    before = file.read_text(encoding="utf-8") if file.exists() else '"""Nothing."""\n'
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")
    done = lint(FLOORS, copy)
    assert done.returncode == 1
    assert broken in done.stdout


def test_the_floors_are_drawn_for_what_is_there() -> None:
    drawn = set(FLOORS.read_text(encoding="utf-8").partition("layers =")[2].partition("[")[0].replace("|", " ").split())
    found = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert drawn == found - {"__init__", "__main__"}


def test_each_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_no_module_imports_by_a_name_made_at_run_time() -> None:
    # The linter cannot see such an import. `text` loads its own language modules so, and them alone.
    found = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")
             if called(path) & {"__import__", "exec", "eval", "import_module", "importlib.import_module"}}  # fmt: skip
    assert found == {"text/__init__.py", "text/readability.py"}


def called(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
