"""A fund's monthly prices go in; what a customer might get back, by the EU rule, comes out.

Source: Delegated Regulation (EU) 2017/653 Annex IV as amended by (EU) 2021/2268 (Category 2).
"""

from collections.abc import Sequence
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, listed, more_than
from disclosure.figures.rounding import precisely

RULE = "Delegated Regulation (EU) 2017/653 Annex IV as amended by (EU) 2021/2268"
ORDER = ("stress", "unfavourable", "moderate", "favourable")


def window_months(holding_months: int) -> int:
    """How many months of history count: ten years, or the holding period and five years if that is over five."""
    return 120 if holding_months <= 60 else holding_months + 60


@precisely
def scenarios(
    prices: Sequence[Decimal], holding_months: int, amount: Decimal,
    entry_pct: Decimal = Decimal(0), exit_pct: Decimal = Decimal(0),
) -> tuple[Figure, Figure, Figure]:  # fmt: skip
    """What `amount` becomes in the unfavourable, moderate and favourable scenario, in money.

    `prices` are monthly, oldest first, net of running costs; a benchmark may fill the years before
    the fund began. Equation: amount * (1 - entry) * growth * (1 - exit), where growth runs over all
    overlapping sub-intervals of the holding period: the median, the best, and the worst, the last
    also over every shorter one of a year or more that ends at the latest price. Rounding: half-up
    to whole units at print. Raises NotComputable where the history is shorter than the rule wants.
    """
    at_least(1, holding_months=holding_months)
    at_least(0, amount=amount, entry_pct=entry_pct, exit_pct=exit_pct)
    growths, recent = _growths(prices, holding_months)
    kept = amount * (1 - entry_pct / 100) * (1 - exit_pct / 100)
    inputs = listed(
        prices=len(prices), holding_months=holding_months, amount=amount,
        entry_pct=entry_pct, exit_pct=exit_pct,
    )  # fmt: skip
    equation = "amount * (1 - entry) * growth * (1 - exit); growth: {} of the sub-intervals"
    return (
        _scenario("unfavourable", kept * min(*growths, *recent), inputs, equation.format("lowest")),
        _scenario("moderate", kept * _median(growths), inputs, equation.format("median")),
        _scenario("favourable", kept * max(growths), inputs, equation.format("highest")),
    )


def demand_order(stress: Decimal, unfavourable: Decimal, moderate: Decimal, favourable: Decimal) -> None:
    """Raises NotComputable unless stress <= unfavourable <= moderate <= favourable (Annex IV)."""
    given = (stress, unfavourable, moderate, favourable)
    for worse, better, first, second in zip(given, given[1:], ORDER, ORDER[1:]):
        if worse > better:
            text = f"the {first} scenario ({worse}) is better than the {second} one ({better})"
            raise NotComputable("out_of_range", text)


def _growths(prices: Sequence[Decimal], months: int) -> tuple[list[Decimal], list[Decimal]]:
    """The growth over each sub-interval of the window, and over the shorter ones that end last."""
    for price in prices:
        more_than(0, price=price)
    needed = window_months(months)
    if len(prices) < needed + 1:
        text = f"{needed} months of prices are needed, there are {max(len(prices) - 1, 0)}"
        raise NotComputable("missing_input", text)
    used = prices[-needed - 1 :]
    full = [used[end] / used[end - months] for end in range(months, len(used))]
    recent = [used[-1] / used[-1 - length] for length in range(min(12, months), months)]
    return full, recent


def _median(values: Sequence[Decimal]) -> Decimal:
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _scenario(name: str, value: Decimal, inputs: tuple[tuple[str, str], ...], equation: str) -> Figure:
    return Figure(name, value, "money", inputs, equation, "half-up to 0 places", RULE)
