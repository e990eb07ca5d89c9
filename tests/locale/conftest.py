"""The two languages that sheets are written in, as shipped."""

import pytest

from disclosure import wording
from disclosure.locale import Locale


@pytest.fixture(scope="session")
def en() -> Locale:
    """How English writes quantities."""
    return wording.load("en").locale


@pytest.fixture(scope="session")
def zh() -> Locale:
    """How Chinese writes quantities."""
    return wording.load("zh-CN").locale
