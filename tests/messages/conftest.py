"""A small right definition, and what is said of it after one change."""

from collections.abc import Callable

import pytest

from disclosure import product, source
from disclosure.errors import DisclosureError, Problem

DEFINITION = """\
schema: disclosure/product/1
kind: deposit
id: saver
version: "1"
languages: [zh-CN, en]
name: {zh-CN: 储蓄, en: Saver}
summary: {zh-CN: 储蓄账户。, en: A savings account.}
currency: CNY
as_of: 2026-11-24
provider:
  name: {zh-CN: 银行, en: Bank}
fees:
  - id: yearly-fee
    name: {zh-CN: 年费, en: Yearly fee}
    when: yearly
    rate: "0.50%"
    of: balance
"""


def problems_of(text: str) -> tuple[Problem, ...]:
    try:
        product.parse(source.parse(text, "x.yaml"))
    except DisclosureError as error:
        return error.problems
    return ()


@pytest.fixture
def changed() -> Callable[[str, str], tuple[Problem, ...]]:
    """The problems after one text of the definition is replaced by another; "" adds at the end."""

    def problems(old: str, new: str) -> tuple[Problem, ...]:
        assert DEFINITION.count(old or DEFINITION) == 1
        return problems_of(DEFINITION.replace(old, new) if old else DEFINITION + new)

    return problems


@pytest.fixture
def read() -> Callable[[str], tuple[Problem, ...]]:
    """The problems of a text as a whole."""
    return problems_of
