"""Texts with a claim marked by « and »."""

from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def unmarked() -> Callable[[str], tuple[str, int, int]]:
    """The text without its marks, and the place that they enclose."""

    def read(marked: str) -> tuple[str, int, int]:
        start, end = marked.index("«"), marked.index("»") - 1
        return marked.replace("«", "").replace("»", ""), start, end

    return read
