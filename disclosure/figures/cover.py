"""A policy's premiums and cash values go in; what leaving it early costs comes out."""

from collections.abc import Sequence
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, listed, plain_money
from disclosure.figures.rounding import precisely


@precisely
def premiums_paid(premiums: Sequence[Decimal], year: int) -> Figure:
    """All premiums in money paid up to the end of policy year `year`.

    Equation: sum of the first `year` of `premiums`, one amount a policy year; after the last one
    nothing more is due. Rounding: half-up to 2 places at print. Rule: plain arithmetic.
    """
    at_least(1, year=year)
    if not premiums:
        raise NotComputable("missing_input", "the policy states no premium")
    at_least(0, premium=min(premiums))
    inputs = listed(premiums=premiums, year=year)
    paid = sum(premiums[:year], Decimal(0))
    return plain_money(f"premiums_paid_year_{year}", paid, "sum of premium(1..year)", inputs)


@precisely
def surrender_losses(
    premiums: Sequence[Decimal], cash_values: Sequence[tuple[int, Decimal]]
) -> tuple[Figure, ...]:
    """What is lost in money by surrendering at the end of each policy year of a table.

    Equation: premiums paid by then - cash value then; a negative figure is a gain. `cash_values`
    pairs a policy year with its cash value. The time value of money is left out. Rounding: half-up
    to 2 places at print. Rule: plain arithmetic.
    """
    if not cash_values:
        raise NotComputable("missing_input", "the policy has no table of cash values")
    return tuple(_surrender_loss(premiums, year, value) for year, value in cash_values)


def _surrender_loss(premiums: Sequence[Decimal], year: int, cash_value: Decimal) -> Figure:
    at_least(0, cash_value=cash_value)
    inputs = listed(premiums=premiums, year=year, cash_value=cash_value)
    loss = premiums_paid(premiums, year).value - cash_value
    equation = "sum of premium(1..year) - cash_value at the end of the year"
    return plain_money(f"surrender_loss_year_{year}", loss, equation, inputs)
