"""Small products, and how they are published."""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from disclosure.site import Checked, Options, Receipt, check_one, publish

Tree = dict[str, str]


@pytest.fixture
def products(tmp_path: Path, definition: str) -> Callable[..., list[Checked]]:
    """Checked products, one for each id; a text replaces the summary of all."""

    def make(*ids: str, summary: str = "An account to save in.") -> list[Checked]:
        folder = tmp_path / "products"
        folder.mkdir(exist_ok=True)
        for name in ids:
            text = definition.replace("id: saver", f"id: {name}").replace("An account to save in.", f'"{summary}"')
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return [check_one(folder / f"{name}.yaml", Options()) for name in ids]

    return make


@pytest.fixture
def published() -> Callable[..., list[Receipt]]:
    """Publish checked products as HTML, in this process."""

    def go(
        done: list[Checked], out: Path, *, keep_going: bool = False,
        progress: Callable[[Receipt], None] = lambda _: None, formats: tuple[str, ...] = ("html",),
    ) -> list[Receipt]:
        with ThreadPoolExecutor(1) as executor:
            return publish(done, out, formats, executor, progress, keep_going)

    return go


@pytest.fixture
def tree() -> Callable[[Path], Tree]:
    """The sha256 of every file below a folder, by its relative name."""

    def hashes(folder: Path) -> Tree:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    return hashes
