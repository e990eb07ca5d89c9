"""What a product costs, or pays back, goes in; when or at what growth the customer is even comes out."""

from collections.abc import Sequence
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, listed, more_than
from disclosure.figures.rounding import precisely


@precisely
def break_even_growth(
    amount: Decimal, entry: Decimal, a_year: Decimal, exit: Decimal, years: Decimal
) -> Figure:
    """The growth a year, in percent before fees, at which `amount` is back after `years`.

    `entry`, `a_year` and `exit` are the fees in money on `amount`, each taken as a share of the money
    it falls on. Equation: (1 - entry) * (1 + growth - a_year)^years * (1 - exit) = 1, solved for
    growth. Rounding: half-up to 2 places at print. Rule: plain arithmetic. Raises NotComputable
    where a fee takes all.
    """
    more_than(0, amount=amount, years=years)
    at_least(0, entry=entry, a_year=a_year, exit=exit)
    kept = (1 - entry / amount) * (1 - exit / amount)
    if entry >= amount or exit >= amount:
        raise NotComputable("out_of_range", "a fee takes all of the money")
    growth = 100 * ((1 / kept) ** (1 / years) - 1 + a_year / amount)
    inputs = listed(amount=amount, entry=entry, a_year=a_year, exit=exit, years=years)
    equation = "growth with (1 - entry) * (1 + growth - a_year)^years * (1 - exit) = 1, fees as shares of amount"
    return Figure("break_even_growth", growth, "percent", inputs, equation, "half-up to 2 places", "plain arithmetic")


def break_even_year(losses: Sequence[tuple[int, Decimal]]) -> Figure:
    """The first year from which giving up a policy loses nothing any more, by its table of losses.

    `losses` holds (year, premiums paid less what is paid back), in the order of years. Rounding:
    none. Rule: plain arithmetic. Raises NotComputable where the last year of the table still loses.
    """
    if not losses or losses[-1][1] > 0:
        raise NotComputable("never_repaid", "in no year of the table is all that was paid in paid back")
    last_loss = max((year for year, loss in losses if loss > 0), default=0)
    first = min(year for year, _ in losses if year > last_loss)
    inputs = listed(years=[Decimal(year) for year, _ in losses], losses=[loss for _, loss in losses])
    equation = "the first year after which no loss follows"
    return Figure("break_even_year", Decimal(first), "count", inputs, equation, "whole number", "plain arithmetic")
