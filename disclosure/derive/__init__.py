"""A product becomes its figures: every sum on a sheet that the definition does not state itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..figures import Figure
from . import borrowing, charges, cover, saving

Named = Iterator[tuple[str, Figure]]


def derive(product: Any) -> Mapping[str, Figure]:
    """The figures of a product by name. What cannot be computed honestly is left out.

    Names: `unit` · `fees.ID` the fee on the example amount, or on `unit` · `entry`, `yearly` ·
    `cost.PERIOD` all planned costs up to then · `worst.loss`, `worst.share` · `interest.full`,
    `interest.early` of a deposit · `loan.…`, `rate.irr`, `rate.simple` of a loan · `card.…` of a
    card · `premium.…`, `surrender.YEAR` of insurance.
    """
    figures = dict(charges.figures(product))
    figures |= dict(saving.figures(product))
    if product.kind == "loan":
        figures |= dict(borrowing.loan(product))
    elif product.kind == "card":
        figures |= dict(borrowing.card(product))
    elif product.kind == "insurance":
        figures |= dict(cover.figures(product))
    return figures
