"""A Chinese fund's costs and daily income go in; the yearly rates its documents state come out."""

from collections.abc import Sequence
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, listed, more_than
from disclosure.figures.rounding import precisely

OPERATING_RULE = "CSRC product summary of public funds (2020), fund operating cost estimate"
MONEY_RULE = "CSRC disclosure rules for money market funds"


@precisely
def operating_rate(
    management_pct: Decimal, custody_pct: Decimal, sales_service_pct: Decimal, other_pct: Decimal
) -> Figure:
    """The composite yearly operating rate (基金运作综合费率) of a fund share class, in percent.

    Equation: management + custody + sales service + other, the first three as in force now, the
    last as in the latest annual report over average net assets. Rounding: half-up to 2 places at
    print. Raises NotComputable where a part is negative. Rule: CSRC fund product summary, 2020.
    """
    parts = {
        "management_pct": management_pct, "custody_pct": custody_pct,
        "sales_service_pct": sales_service_pct, "other_pct": other_pct,
    }  # fmt: skip
    at_least(0, **parts)
    total = sum(parts.values(), Decimal(0))
    equation = "management + custody + sales service + other operating costs / average net assets"
    inputs, rounding = listed(**parts), "half-up to 2 places"
    return Figure("rate_pct", total, "percent", inputs, equation, rounding, OPERATING_RULE)


@precisely
def income_per_10000(net_income: Decimal, units: Decimal) -> Figure:
    """A day's income on 10,000 units of a money market fund (万份收益), in the fund's currency.

    Equation: net_income / units * 10000. Rounding: half-up to 4 places at print.
    """
    more_than(0, units=units)
    inputs = listed(net_income=net_income, units=units)
    value, equation = net_income / units * 10000, "net_income / units * 10000"
    return Figure("income_per_10000", value, "money", inputs, equation, "half-up to 4 places", MONEY_RULE)


@precisely
def seven_day_yield(incomes: Sequence[Decimal]) -> tuple[Figure, Figure]:
    """The seven-day annualised yield (七日年化收益率) in percent: simple form, then compound form.

    `incomes` are the incomes on 10,000 units of the last seven calendar days, or of all days of a
    younger fund. Equations: mean * 365 / 10000 * 100 where income is paid out monthly;
    (product of (1 + R / 10000))^(365 / days) - 1 where it is added daily. Rounding: half-up to 3
    places at print. Raises NotComputable for no day or more than seven.
    """
    if not 1 <= len(incomes) <= 7:
        raise NotComputable("out_of_range", f"one to seven days are needed, not {len(incomes)}")
    for income in incomes:
        more_than(-10000, income=income)
    inputs, days = listed(incomes=incomes), len(incomes)
    simple = sum(incomes, Decimal(0)) / days * 365 / 100
    growth = Decimal(1)
    for income in incomes:
        growth *= 1 + income / 10000
    compound = 100 * (growth ** (Decimal(365) / days) - 1)
    return (
        _annual("simple_pct", simple, inputs, "sum(R) / days * 365 / 10000 * 100"),
        _annual("compound_pct", compound, inputs, "100 * (product(1 + R / 10000)^(365 / days) - 1)"),
    )


def _annual(name: str, value: Decimal, inputs: tuple[tuple[str, str], ...], equation: str) -> Figure:
    return Figure(name, value, "percent", inputs, equation, "half-up to 3 places", MONEY_RULE)
