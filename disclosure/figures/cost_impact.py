"""A product's costs and its growth before them go in; what they take a year, as the EU shows it, comes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, listed, more_than
from disclosure.figures.rounding import precisely

RULE = "Delegated Regulation (EU) 2017/653 Annexes VI and VII"


@dataclass(frozen=True, slots=True)
class Costs:
    """In percent: of the money paid in, of the value at each year's end, of the money paid out."""

    entry_pct: Decimal = Decimal(0)
    ongoing_pct: Decimal = Decimal(0)
    exit_pct: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        for name in ("entry_pct", "ongoing_pct", "exit_pct"):
            at_least(0, **{name: getattr(self, name)})
            if getattr(self, name) > 100:
                raise NotComputable("out_of_range", f"{name} must be 100 or less")


def holding_columns(years: int) -> tuple[int, ...]:
    """The exit years a costs-over-time table shows for a recommended holding period of whole years.

    Up to one year that year alone; below ten years 1 and it; from ten years also its half, rounded
    up. Rule: Annex VII.
    """
    at_least(1, years=years)
    return tuple(dict.fromkeys((1, years))) if years < 10 else (1, -(-years // 2), years)


@precisely
def costs_over_time(
    invested: Decimal, costs: Costs, growth_pct: Decimal, years: int
) -> tuple[Figure, Figure, Figure, Figure]:
    """Value after costs, net return a year, annual cost impact (RIY) and total costs of `years`.

    Equations: value(0) = invested * (1 - entry); value(y) = value(y-1) * (1 + growth) * (1 - ongoing);
    net return r = (value * (1 - exit) / invested)^(1/years) - 1; impact = growth - r, since without
    any cost the same money grows by `growth`; total = all money taken. Money in the product's
    currency, rates in percent a year. Rounding: at print, impact half-up to 1 place.
    """
    more_than(0, invested=invested)
    more_than(-100, growth_pct=growth_pct)
    at_least(1, years=years)
    value, taken = _held(invested, costs, growth_pct, years)
    leaving = value * costs.exit_pct / 100
    value -= leaving
    net = 100 * ((value / invested) ** (Decimal(1) / years) - 1) if value else Decimal(-100)
    inputs = listed(
        invested=invested, entry_pct=costs.entry_pct, ongoing_pct=costs.ongoing_pct,
        exit_pct=costs.exit_pct, gross_growth_pct=growth_pct, years=years,
    )  # fmt: skip
    return tuple(  # type: ignore[return-value]
        _figures(inputs, value, net, growth_pct - net, taken + leaving)
    )


def _held(invested: Decimal, costs: Costs, growth_pct: Decimal, years: int) -> tuple[Decimal, Decimal]:
    """The value before leaving, and the costs taken up to then."""
    taken = invested * costs.entry_pct / 100
    value = invested - taken
    for _ in range(years):
        grown = value * (1 + growth_pct / 100)
        taken += grown * costs.ongoing_pct / 100
        value = grown * (1 - costs.ongoing_pct / 100)
    return value, taken


def _figures(
    inputs: tuple[tuple[str, str], ...], value: Decimal, net: Decimal, impact: Decimal, total: Decimal
) -> Iterator[Figure]:
    held = "value(0) = invested * (1 - entry), value(y) = value(y-1) * (1 + growth) * (1 - ongoing)"
    yield Figure("value_after_costs", value, "money", inputs, f"value(years) * (1 - exit); {held}",
                 "half-up to 2 places", RULE)  # fmt: skip
    yield Figure("net_return_pct", net, "percent", inputs, f"(value after costs / invested)^(1/years) - 1; {held}",
                 "half-up to 2 places", RULE)  # fmt: skip
    yield Figure("annual_cost_impact_pct", impact, "percent", inputs, f"growth - net return; {held}",
                 "half-up to 1 place", RULE)  # fmt: skip
    yield Figure("total_costs", total, "money", inputs, f"entry + sum of ongoing + exit; {held}",
                 "half-up to 2 places", RULE)  # fmt: skip
