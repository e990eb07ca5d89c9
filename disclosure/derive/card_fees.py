"""A card's fee for having it, charged in parts of a year, becomes what it comes to in a year."""

from collections.abc import Iterator
from typing import Any

from ..figures import Figure
from ..figures.figure import plain_money


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`fees_a_year.ID` for each fee of the kind `annual` that is charged every month, or every few.

    Source: 12 CFR 1026.60(b)(2) wants a periodic fee with its yearly amount beside it.
    """
    for fee in product.fees or ():
        months = 1 if fee.when == "monthly" else fee.every.in_months if fee.every else None
        in_parts = fee.when in ("monthly", "periodic") and months and not 12 % months
        if fee.kind == "annual" and fee.status == "charged" and fee.amount is not None and in_parts:
            inputs = (("amount", str(fee.amount)), ("months", str(months)))
            yearly = fee.amount * 12 / months
            yield f"fees_a_year.{fee.id}", plain_money("year", yearly, "amount × times a year", inputs)
