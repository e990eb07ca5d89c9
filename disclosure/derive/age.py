"""A product and the day of its definition become how long it has existed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from ..figures import Figure


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`age.months`: the whole months from the launch to the day of the definition, negative before it."""
    if product.launched is None:
        return
    inputs = (("launched", product.launched.isoformat()), ("as_of", product.as_of.isoformat()))
    yield "age.months", Figure(
        "months", Decimal(_months(product.launched, product.as_of)), "count", inputs,
        "whole months from launched to as_of", "down to a whole number", "plain arithmetic",
    )


def _months(since: date, until: date) -> int:
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - (until.day < since.day)
