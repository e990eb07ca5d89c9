"""The code stays small and said: short functions, short files, a docstring on all that is public."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import disclosure

PACKAGE = Path(disclosure.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
TEXTS = sorted(
    path
    for folder in ("disclosure", "templates", "glossary", "products", "docs", "scripts", "tests")
    for path in (PACKAGE.parent / folder).rglob("*")
    if path.suffix in (".py", ".md", ".yaml", ".yml", ".html", ".css", ".ini", ".toml", "") and path.is_file()
)
LONGEST_FUNCTION, TYPICAL_FUNCTION, LONGEST_FILE = 40, 8, 300
Function = ast.FunctionDef | ast.AsyncFunctionDef
EXACT = ("figures", "product", "derive")
FLOAT = re.compile(r"\bfloat\(|: float\b|-> float\b|\[float\b|\bfloat \||\| float\b")
# Places and tools of those who write the project, which are nobody else's business; split so that
# this file does not hold them itself.
FORBIDDEN = [
    "/wo" + "rk/", "/tm" + "p/", ".libr" + "ary", "artifac" + "tory", "pypi" + ".org", "files.python" + "hosted",
    "npm" + "js", "proxy" + ".golang", "Clau" + "de", "Anthro" + "pic", "Chat" + "GPT", "Open" + "AI",
    "Copi" + "lot", "language mo" + "del",
]  # fmt: skip


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions() -> Iterator[tuple[str, int]]:
    """Each function with its length in lines, without its docstring."""
    for path in FILES:
        for node in ast.walk(tree(path)):
            if isinstance(node, Function):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}", length(node)


def length(node: Function) -> int:
    """Lines from `def` to the end; blank lines and the docstring do not count."""
    first = node.body[0]
    said = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    doc = (first.end_lineno or 0) - first.lineno + 1 if said else 0
    return (node.end_lineno or 0) - node.lineno + 1 - doc


def public(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """The public functions and classes of a module, and the public methods of its public classes."""
    for node in tree(path).body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                inner = (one for one in node.body if isinstance(one, Function))
                yield from ((f"{node.name}.{one.name}", one) for one in inner if not one.name.startswith("_"))


def test_no_function_is_long() -> None:
    assert [(name, lines) for name, lines in functions() if lines > LONGEST_FUNCTION] == []


def test_the_typical_function_fits_a_glance() -> None:
    assert median(lines for _, lines in functions()) <= TYPICAL_FUNCTION


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    said = ast.get_docstring(tree(path)) or ""
    assert re.match(r"\S.*[.:?]", said.split("\n\n")[0].replace("\n", " ")), "no sentence at the top"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_everything_public_says_what_it_is(path: Path) -> None:
    assert [name for name, node in public(path) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_everything_is_typed(path: Path) -> None:
    untyped = [
        node.name
        for node in ast.walk(tree(path))
        if isinstance(node, Function)
        and (node.returns is None or any(one.annotation is None and one.arg not in ("self", "cls")
                                         for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)))
    ]  # fmt: skip
    assert untyped == []


@pytest.mark.parametrize("folder", EXACT)
def test_money_is_never_a_float(folder: str) -> None:
    found = [path.name for path in (PACKAGE / folder).rglob("*.py") if FLOAT.search(path.read_text(encoding="utf-8"))]
    literals = [
        (path.name, node.lineno)
        for path in (PACKAGE / folder).rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert (found, literals) == ([], [])


def test_no_module_is_called_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc"}
    assert [path for path in FILES if path.stem in empty] == []


def test_values_are_frozen() -> None:
    """A dataclass that changes is private to its module, or one of three that collect as they go."""
    loose = [
        f"{path.relative_to(PACKAGE)} {node.name}"
        for path in FILES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        and any("dataclass" in ast.unparse(one) and "frozen=True" not in ast.unparse(one) for one in node.decorator_list)
    ]  # fmt: skip
    assert loose == [
        "product/importers/plain.py Record", "sheet/terms.py Explainer", "sheet/trace.py Trace",
    ]  # fmt: skip


def test_no_comment_puts_work_off() -> None:
    later = re.compile(r"#\s*(todo|fixme|xxx|hack)\b", re.I)
    assert [path for path in FILES if later.search(path.read_text(encoding="utf-8"))] == []


def test_nothing_tells_of_the_places_where_it_was_written() -> None:
    found = [
        (path.relative_to(PACKAGE.parent).as_posix(), word)
        for path in TEXTS
        if "__pycache__" not in path.parts
        for text in [path.read_text(encoding="utf-8", errors="replace").casefold()]
        for word in FORBIDDEN
        if word.casefold() in text
    ]
    assert found == []
