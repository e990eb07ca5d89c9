"""Texts and models that the tests of `disclosure.text` share."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure.shipped import folder
from disclosure.text.readability import Model, Passage, Reading, read

OPEN = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared") / "readability" / "open"


@pytest.fixture(scope="session")
def corpus() -> Callable[[str], list[dict[str, Any]]]:
    """The rows of one shared evaluation file; the test is skipped where the file is absent."""

    def rows(name: str) -> list[dict[str, Any]]:
        path = OPEN / f"{name}.jsonl"
        if not path.is_file():
            pytest.skip(f"{name}.jsonl is not on this machine (set DISCLOSURE_SHARED)")
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    return rows


@pytest.fixture(scope="session")
def data() -> Callable[[str], dict[str, Any]]:
    """The shipped model of one language as plain data, every scalar text."""

    def load(lang: str) -> dict[str, Any]:
        path = folder("templates", "readability", f"{lang}.yaml")
        loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        return loaded

    return load


@pytest.fixture(scope="session")
def models(data: Callable[[str], dict[str, Any]]) -> dict[str, Model]:
    """The shipped models by language."""
    return {lang: Model.of(data(lang)) for lang in ("en", "zh-CN")}


@pytest.fixture(scope="session")
def prose(models: dict[str, Model]) -> Callable[..., Reading]:
    """Read texts, each a passage of prose."""
    return lambda lang, *texts: read([Passage(text, "prose") for text in texts], lang, models[lang])
