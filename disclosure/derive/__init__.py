"""A product becomes its figures: every sum on a sheet that the definition does not state itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..figures import Figure, NotComputable
from . import age, borrowing, card_fees, charges, cost_items, cover, fund_costs, priips, saving, truth_in_lending, truth_in_savings, us_fund
from .planned import Planned, planned

__all__ = ["Planned", "derive", "planned"]

Named = Iterator[tuple[str, Figure]]


def derive(product: Any) -> Mapping[str, Figure]:
    """The figures of a product by name. What cannot be computed honestly is left out.

    Names: `unit` · `fees.ID` the fee on the example amount, or on `unit` · `cost.PERIOD` what is sure
    to have been charged by then · `even.PERIOD` the growth a year at which an investment is even ·
    `worst.loss`, `worst.share` · `interest.full`, `interest.early`,
    `interest.year`, `apy.ID` of a deposit · `loan.…`, `rate.irr`, `rate.simple`, `annual.…`,
    `total.…`, `yearly.…`, `tila.…` of a loan · `card.…`, `fees_a_year.ID` of a card ·
    `premium.…`, `surrender.YEAR` of insurance · `age.months` since the launch · `fund.rate`, `n1a.…`
    of a fund · `priips.…` of an investment.
    """
    figures = dict(_honest(charges.figures(product)))
    figures |= dict(age.figures(product))
    figures |= dict(_honest(saving.figures(product)))
    if product.kind == "deposit":
        figures |= dict(_honest(truth_in_savings.figures(product)))
    if product.kind in ("fund", "wealth"):
        figures |= dict(_honest(priips.figures(product)))
    if product.kind == "fund":
        figures |= dict(_honest(us_fund.figures(product)))
    if product.kind == "loan":
        plan = borrowing.payment_plan(product)
        figures |= dict(_honest(borrowing.loan(product, plan)))
        figures |= dict(_honest(cost_items.figures(product, plan)))
        figures |= dict(_honest(truth_in_lending.figures(product, plan)))
    elif product.kind == "card":
        figures |= dict(_honest(borrowing.card(product)))
        figures |= dict(_honest(card_fees.figures(product)))
    elif product.kind == "fund":
        figures |= dict(_honest(fund_costs.figures(product)))
    elif product.kind == "insurance":
        figures |= dict(_honest(cover.figures(product)))
    return figures


def _honest(named: Named) -> Named:
    """The figures up to the first one that the stated terms do not allow to compute."""
    try:
        yield from named
    except NotComputable:
        return
