"""Small products, and how they are published."""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from disclosure.document import Made
from disclosure.site import Order, Outcome, build

Tree = dict[str, str]
NO_SIGN = "A sign of no font: \U0001f680"


@pytest.fixture
def products(tmp_path: Path, definition: str) -> Callable[..., tuple[Path, ...]]:
    """Definition files, one for each id; a text replaces the summary of all, and what is `broken` has an
    English sheet that no font can print."""

    def make(*ids: str, summary: str = "An account to save in.", broken: tuple[str, ...] = ()) -> tuple[Path, ...]:
        folder = tmp_path / "products"
        folder.mkdir(exist_ok=True)
        for name in ids:
            said = NO_SIGN if name in broken else summary
            text = definition.replace("id: saver", f"id: {name}").replace("An account to save in.", f'"{said}"')
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tuple(folder / f"{name}.yaml" for name in ids)

    return make


@pytest.fixture
def published() -> Callable[..., Outcome]:
    """Publish definitions as HTML, in this process."""

    def go(
        files: tuple[Path, ...], out: Path, *, progress: Callable[[Made], None] = lambda _: None,
        formats: tuple[str, ...] = ("html",), executor: type[Executor] = ThreadPoolExecutor, **asked: object,
    ) -> Outcome:
        @contextmanager
        def begin(count: int) -> Iterator[tuple[Executor, Callable[[Made], None]]]:
            with executor(1) as pool:
                yield pool, progress

        return build(Order(files, formats=formats, **asked), out, begin)

    return go


@pytest.fixture
def tree() -> Callable[[Path], Tree]:
    """The sha256 of every file below a folder, by its relative name."""

    def hashes(folder: Path) -> Tree:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    return hashes
