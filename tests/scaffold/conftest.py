"""Definitions as `disclosure new` writes them, and what an author does to them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.cli.scaffold import new_definition

KINDS = ("deposit", "wealth", "fund", "loan", "card", "insurance")
LANGUAGES = ("en", "zh-CN")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "new" in metafunc.fixturenames:
        pairs = [(kind, lang) for lang in LANGUAGES for kind in KINDS]
        metafunc.parametrize("new", pairs, indirect=True, ids=lambda pair: "-".join(pair))


@pytest.fixture
def new(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A new definition, just written."""
    kind, lang = request.param
    new_definition(kind, lang, f"first-{kind}", tmp_path)
    return tmp_path / f"first-{kind}.yaml"


@pytest.fixture
def finish() -> Callable[[Path], None]:
    """Put ordinary words in place of every placeholder of a file."""

    def rewrite(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'"TODO: [^"]*"', '"Some words."', text)
        text = re.sub(r'"待填写：[^"]*"', '"一些话。"', text)
        text = re.sub(r"\bexample\.com\b", "our-bank.example", text)
        path.write_text(text, encoding="utf-8")

    return rewrite


@pytest.fixture
def use_optional() -> Callable[[Path], None]:
    """Delete the `#` before every optional line of a file."""

    def rewrite(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^( *)#(?=[^ #\n])", r"\1", text, flags=re.M)
        path.write_text(text, encoding="utf-8")

    return rewrite
