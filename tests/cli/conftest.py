"""The command line in this process, and folders of definitions to give it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.cli.exits import guarded
from disclosure.cli.main import commands

Said = tuple[int, str, str]


@pytest.fixture
def disclosure(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """Run a command here; (exit code, standard output, standard error)."""

    def command(*arguments: object, lang: str = "en") -> Said:
        monkeypatch.setenv("DISCLOSURE_LANG", lang)
        code = guarded(commands, [str(one) for one in arguments])
        said = capfd.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def folder(tmp_path: Path, definition: str) -> Callable[..., Path]:
    """A folder of definitions: keyword arguments are (old, new) changes of the small one, by id."""

    def make(**changes: tuple[str, str]) -> Path:
        place = tmp_path / "products"
        place.mkdir(exist_ok=True)
        for name, (old, new) in changes.items():
            text = definition.replace("id: saver", f"id: {name}")
            assert old in text
            (place / f"{name}.yaml").write_text(text.replace(old, new), encoding="utf-8")
        return place

    return make


@pytest.fixture
def good() -> tuple[str, str]:
    """A change that changes nothing."""
    return ("version", "version")
