"""The fees of a product are parted into those sure to fall due and those nobody can count yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..figures import NotComputable
from ..figures.costs import Recurring
from ..product import Fee
from .price import a_year, days, due

ON_AMOUNT = {"amount_paid_in", "amount_taken_out", "balance", "net_assets", "principal", None}
_YEARLY = {"yearly", "monthly", "periodic"}
_PLANNED = {"entry", "exit", *_YEARLY}


@dataclass(frozen=True, slots=True)
class Planned:
    """What is sure to be charged on the typical amount: at the start, in a year, and on leaving.

    `uncounted` names the fees of those times that no sum can hold: not stated, a range, of a profit
    that is not known, in another currency, or only under a condition. `at_most` says that a fee
    counted here may turn out lower.
    """

    entry: Decimal
    yearly: tuple[Recurring, ...]
    exits: tuple[Fee, ...]
    uncounted: tuple[str, ...]
    at_most: bool

    @property
    def a_year(self) -> Decimal:
        """All recurring fees of a year."""
        return sum((one.amount_per_year for one in self.yearly), Decimal(0))

    @property
    def known(self) -> bool:
        """Whether a sum of these fees says anything: something is counted, or nothing is missing."""
        return bool(self.entry or self.yearly or self.exits or not self.uncounted)

    def leaving(self, amount: Decimal, after: Any) -> Decimal:
        """What leaving after a length of time costs."""
        return sum((due(fee, amount, days(after)) for fee in self.exits), Decimal(0))


def planned(product: Any) -> Planned | None:
    """The planned fees of a product, or None where there is no example amount or nobody stated them."""
    if product.example is None or product.fees is None:
        return None
    amount = product.example.amount
    fees = list(_planned(product))
    sure = [fee for fee in fees if _sure(fee, product)]
    counted = {fee.id for fee in sure}
    return Planned(
        entry=sum((due(fee, amount) for fee in sure if fee.when == "entry"), Decimal(0)),
        yearly=tuple(Recurring(a_year(f, amount), f.id) for f in sure if f.when in _YEARLY),
        exits=tuple(fee for fee in sure if fee.when == "exit"),
        uncounted=tuple(fee.id for fee in fees if fee.id not in counted),
        at_most=any(fee.at_most for fee in sure),
    )


def _planned(product: Any) -> Iterator[Fee]:
    return (
        fee for fee in product.fees
        if fee.when in _PLANNED and fee.status in ("charged", "not_stated")
    )


def _sure(fee: Fee, product: Any) -> bool:
    known = fee.status == "charged" and fee.of in ON_AMOUNT and fee.condition is None
    ours = fee.currency in (None, product.currency)
    often = fee.when != "periodic" or fee.every is not None
    if not (known and ours and often):
        return False
    try:
        amount = product.example.amount
        if fee.when in _YEARLY:
            a_year(fee, amount)
        else:
            due(fee, amount, Decimal(0) if fee.when == "exit" else None)
    except NotComputable:
        return False
    return True
