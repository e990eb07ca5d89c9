"""What the tests of the plain-language rules share: texts as passages, and what one rule finds in them."""

from collections.abc import Callable, Sequence
from types import ModuleType

import pytest

from disclosure.check.plain import load, plain_findings
from disclosure.check.plain.registry import RULES
from disclosure.text.passage import Passage

MODULES = {module.ID: module for module in RULES}
Found = Callable[..., list[str]]


@pytest.fixture(scope="session")
def found() -> Found:
    """The words of the spots of one rule in texts (of one role), as the runner lets them through."""

    def of(rule: str, texts: str | Sequence[str], lang: str = "en", role: str = "prose", audience: str = "retail") -> list[str]:
        listed = [texts] if isinstance(texts, str) else texts
        passages = [Passage(text, role) for text in listed]  # type: ignore[arg-type]
        return [one.values["text"] for one in plain_findings(passages, lang, audience, rules=[MODULES[rule]])]

    return of


@pytest.fixture(params=list(MODULES))
def module(request: pytest.FixtureRequest) -> ModuleType:
    """The module of each rule in turn."""
    return MODULES[request.param]


@pytest.fixture
def rule(module: ModuleType) -> object:
    """The data of each rule in turn."""
    return load(module.ID)
