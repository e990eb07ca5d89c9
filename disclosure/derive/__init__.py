"""A product becomes its figures: every sum on a sheet that the definition does not state itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..figures import Figure, NotComputable
from . import borrowing, charges, cover, saving
from .planned import Planned, planned

__all__ = ["Planned", "derive", "planned"]

Named = Iterator[tuple[str, Figure]]


def derive(product: Any) -> Mapping[str, Figure]:
    """The figures of a product by name. What cannot be computed honestly is left out.

    Names: `unit` · `fees.ID` the fee on the example amount, or on `unit` · `cost.PERIOD` what is sure
    to have been charged by then · `worst.loss`, `worst.share` · `interest.full`, `interest.early`,
    `interest.year` of a deposit · `loan.…`, `rate.irr`, `rate.simple` of a loan · `card.…` of a card ·
    `premium.…`, `surrender.YEAR` of insurance.
    """
    figures = dict(_honest(charges.figures(product)))
    figures |= dict(_honest(saving.figures(product)))
    if product.kind == "loan":
        figures |= dict(_honest(borrowing.loan(product)))
    elif product.kind == "card":
        figures |= dict(_honest(borrowing.card(product)))
    elif product.kind == "insurance":
        figures |= dict(_honest(cover.figures(product)))
    return figures


def _honest(named: Named) -> Named:
    """The figures up to the first one that the stated terms do not allow to compute."""
    try:
        yield from named
    except NotComputable:
        return
