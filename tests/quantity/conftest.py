"""What a text is refused with."""

from collections.abc import Callable
from typing import Any

import pytest

from disclosure.quantity import QuantityError

Refusal = Callable[[Callable[[str], Any], str], tuple[str, dict[str, str]]]


@pytest.fixture
def refusal() -> Refusal:
    """The code and values with which a reader of quantities refuses a text."""

    def refused(read: Callable[[str], Any], text: str) -> tuple[str, dict[str, str]]:
        with pytest.raises(QuantityError) as caught:
            read(text)
        return caught.value.code, caught.value.values

    return refused
