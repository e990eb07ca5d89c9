"""A report is the same, byte for byte, in any process: whatever the hash seed, the time zone or the home."""

from collections.abc import Callable
from pathlib import Path

import pytest

ODD = ({"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}, {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "LC_ALL": "C"})


@pytest.fixture
def products(tmp_path: Path, definition: str, hard_text: str) -> Path:
    """A hard definition and one that cannot be read."""
    hard = definition.replace("An account to save in.", f'"{hard_text}"')
    (tmp_path / "a.yaml").write_text(hard, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(definition.replace("currency: CNY", "currency: yuan"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("format_", ["html", "sarif", "junit", "json"])
def test_in_any_process(run: Callable, products: Path, format_: str) -> None:
    said = []
    for number, odd in enumerate(ODD):
        home = products / f"home{number}"
        home.mkdir()
        done = run("check", products, "--format", format_, HOME=str(home), MPLCONFIGDIR=str(home), **odd)
        assert done.returncode == 3, done.stderr
        said.append(done.stdout)
    assert said[0] == said[1] and said[0]
