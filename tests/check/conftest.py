"""The default rulebook, and what is seen of a rule."""

from collections.abc import Callable, Iterable

import pytest

from disclosure import regime
from disclosure.check import Finding


@pytest.fixture(scope="session")
def rulebook() -> regime.Regime:
    """The default rulebook."""
    return regime.load("plain.sheet")


@pytest.fixture(scope="session")
def seen() -> Callable[..., list[tuple[str, str, str]]]:
    """(severity, language, field) of each finding of a rule, in their order."""

    def of(findings: Iterable[Finding], rule: str) -> list[tuple[str, str, str]]:
        return [(one.severity, one.lang, one.path) for one in findings if one.rule == rule]

    return of
