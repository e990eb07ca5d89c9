"""One-off and yearly costs go in; what they come to over the years comes out, in money."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosure.figures.figure import (
    Figure,
    NotComputable,
    at_least,
    finite,
    listed,
    more_than,
    plain_money,
)
from disclosure.figures.rounding import precisely

N1A_RETURN_PCT = Decimal(5)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A cost that comes back every year: its money a year, and the name it is traced by."""

    amount_per_year: Decimal
    name: str = "yearly"

    def __post_init__(self) -> None:
        finite(**{self.name: self.amount_per_year})


@precisely
def cost_over_time(
    entry: Decimal, yearly: Sequence[Recurring], exit: Decimal, years: Decimal
) -> Figure:
    """All costs in money of holding for `years` and then leaving.

    Equation: entry + sum(yearly) * years + exit; a part of a year counts in proportion.
    Assumption: the amount invested, and with it each yearly cost, does not change.
    Rounding: half-up to 2 places at print. Rule: plain arithmetic.
    """
    at_least(0, years=years)
    finite(entry=entry, exit=exit)
    a_year = sum((cost.amount_per_year for cost in yearly), Decimal(0))
    named = (pair for cost in yearly for pair in listed(**{cost.name: cost.amount_per_year}))
    inputs = (*listed(entry=entry), *named, *listed(exit=exit, years=years))
    equation = "entry + (sum of yearly costs) * years + exit; the value is taken as unchanged"
    return plain_money("cost_over_time", entry + a_year * years + exit, equation, inputs)


@precisely
def cost_over_time_with_growth(
    amount: Decimal,
    entry_pct: Decimal,
    yearly_pct: Decimal,
    exit_pct: Decimal,
    growth_pct: Decimal,
    years: int,
) -> Figure:
    """All costs in money of holding `amount` for whole `years` while it grows before costs.

    Equation: bal(0) = amount * (1 - entry); bal(y) = bal(y-1) * (1 + growth - yearly);
    cost = amount * entry + sum(yearly * (bal(y-1) + bal(y)) / 2) + bal(years) * exit.
    Percentages are in percent a year (entry and exit: percent of the amount moved). Rounding:
    half-up to 2 places at print. Rule: plain arithmetic, in the manner of Form N-1A Item 3.
    """
    _demand_shares(entry_pct=entry_pct, yearly_pct=yearly_pct, exit_pct=exit_pct)
    at_least(0, amount=amount, years=years)
    more_than(-100, growth_pct=growth_pct)
    opening = amount * (1 - entry_pct / 100)
    expenses, closing = _expenses(opening, growth_pct, [yearly_pct] * years)
    return plain_money(
        "cost_over_time_with_growth",
        amount * entry_pct / 100 + sum(expenses) + closing * exit_pct / 100,
        "amount * entry + sum of yearly * (bal(y-1) + bal(y)) / 2 + bal(years) * exit; "
        "bal(0) = amount * (1 - entry), bal(y) = bal(y-1) * (1 + growth - yearly)",
        listed(
            amount=amount,
            entry_pct=entry_pct,
            yearly_pct=yearly_pct,
            exit_pct=exit_pct,
            growth_pct=growth_pct,
            years=years,
        ),
    )


@precisely
def us_n1a_expense_example(
    investment: Decimal,
    sales_load_pct: Decimal,
    gross_expense_pct: Decimal,
    net_expense_pct: Decimal | None,
    net_years: int,
    years: Sequence[int],
    annual_return_pct: Decimal = N1A_RETURN_PCT,
) -> tuple[Figure, ...]:
    """The "Example" of a US fund's fee table: cost in dollars to the end of each of `years`.

    Equation: bal(0) = investment * (1 - load); bal(y) = bal(y-1) * (1 + return - e(y));
    cost(Y) = investment * load + sum over y <= Y of e(y) * (bal(y-1) + bal(y)) / 2, where e(y) is
    the expense ratio after the waiver in the first `net_years`, else the gross one. All rates in
    percent a year. Rounding: half-up to the whole dollar at print. Rule: Form N-1A Item 3.
    """
    _demand_shares(sales_load_pct=sales_load_pct, gross_expense_pct=gross_expense_pct)
    at_least(0, investment=investment, net_years=net_years)
    if not years:
        raise NotComputable("missing_input", "no year is asked for")
    at_least(1, years=min(years))
    ratios = _ratios(gross_expense_pct, net_expense_pct, net_years, max(years))
    load = investment * sales_load_pct / 100
    expenses, _ = _expenses(investment - load, annual_return_pct, ratios)
    inputs = listed(
        investment=investment,
        annual_return_pct=annual_return_pct,
        sales_load_pct=sales_load_pct,
        gross_expense_pct=gross_expense_pct,
        net_expense_pct=net_expense_pct,
        net_years=net_years,
    )
    return tuple(_n1a_figure(load + sum(expenses[:year]), inputs, year) for year in years)


def _n1a_figure(cost: Decimal, inputs: tuple[tuple[str, str], ...], year: int) -> Figure:
    return Figure(
        name=f"n1a_expense_example_year_{year}",
        value=cost,
        unit="money",
        inputs=(*inputs, ("years", str(year))),
        equation="investment * load + sum of e(y) * (bal(y-1) + bal(y)) / 2; "
        "bal(0) = investment * (1 - load), bal(y) = bal(y-1) * (1 + return - e(y))",
        rounding="half-up to 0 places",
        rule="Form N-1A Item 3 (Example)",
    )


def _ratios(gross: Decimal, net: Decimal | None, net_years: int, count: int) -> list[Decimal]:
    if net is None and net_years:
        raise NotComputable("missing_input", "net_expense_pct is missing for its net_years")
    if net is None:
        return [gross] * count
    _demand_shares(net_expense_pct=net)
    return [net if year <= net_years else gross for year in range(1, count + 1)]


def _expenses(
    opening: Decimal, growth_pct: Decimal, ratios: Iterable[Decimal]
) -> tuple[list[Decimal], Decimal]:
    """Each year's expense, on the mean of opening and closing balance, and the last balance."""
    expenses, balance = [], opening
    for ratio in ratios:
        closing = balance * (1 + (growth_pct - ratio) / 100)
        at_least(0, balance=closing)
        expenses.append(ratio / 100 * (balance + closing) / 2)
        balance = closing
    return expenses, balance


def _demand_shares(**shares: Decimal) -> None:
    at_least(0, **shares)
    for name, share in shares.items():
        if share > 100:
            raise NotComputable("out_of_range", f"{name} must be 100 or less, not {share}")
