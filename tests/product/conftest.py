"""The smallest right definition of each kind, and what is said of it after a change."""

from collections.abc import Callable
from typing import Any

import pytest

from disclosure import product, source
from disclosure.errors import DisclosureError

HEAD = """\
schema: disclosure/product/1
kind: {kind}
id: a
version: "1"
languages: [zh-CN, en]
name: {{zh-CN: 甲, en: A}}
summary: {{zh-CN: 一句话。, en: One sentence.}}
currency: EUR
as_of: 2026-11-24
provider: {{name: {{zh-CN: 乙, en: B}}}}
"""
Told = tuple[int, int, str, str]


@pytest.fixture(scope="session")
def minimal() -> Callable[..., str]:
    """The text of a definition: the ten lines that each kind needs, then `more` from line 11 on."""
    return lambda kind="fund", more="": HEAD.format(kind=kind) + more


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Any]:
    """The product that a text defines; raises with every problem."""
    return lambda text: product.parse(source.parse(text, "x.yaml"))


@pytest.fixture(scope="session")
def told(parsed: Callable[[str], Any]) -> Callable[[str], list[Told]]:
    """Line, column, field and code of every problem of a text."""

    def problems(text: str) -> list[Told]:
        try:
            parsed(text)
        except DisclosureError as error:
            return [(one.line, one.column, one.field, one.code) for one in error.problems]
        return []

    return problems
