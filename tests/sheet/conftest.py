"""A definition as plain data, and wording that can be changed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from disclosure import shipped, source, wording


@pytest.fixture
def data(definition: str) -> Callable[..., dict[str, Any]]:
    """The plain data of the small definition; keyword arguments replace its fields."""
    return lambda **fields: dict(source.parse(definition, "x.yaml").data) | fields


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, str], wording.Wording]:
    """English wording after a text is put at the end of one of its files."""

    def add(file: str, text: str) -> wording.Wording:
        shipped_words = wording.load("en")
        folder = tmp_path / "en"
        shutil.copytree(shipped.folder("templates", "en"), folder)
        with (folder / file).open("a", encoding="utf-8") as handle:
            handle.write(text)
        return wording.Wording("en", folder, shipped_words.labels, shipped_words.locale)

    return add
