"""Risk ratings and risk measures go in; the one level that is shown to the customer comes out."""

from collections.abc import Iterable
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, listed
from disclosure.figures.rounding import precisely

MRM_LOWER_BOUNDS_PCT = tuple(map(Decimal, ("0.5", "5", "12", "20", "30", "80")))

_SRI = {
    1: (1, 2, 3, 4, 5, 6, 7),
    2: (1, 2, 3, 4, 5, 6, 7),
    3: (3, 3, 3, 4, 5, 6, 7),
    4: (5, 5, 5, 5, 5, 6, 7),
    5: (5, 5, 5, 5, 5, 6, 7),
    6: (6, 6, 6, 6, 6, 6, 7),
}


def higher(levels: Iterable[int]) -> int:
    """The highest of several risk levels, where a greater number is a greater risk.

    Used where the issuer's and the seller's rating of one product differ: the higher one counts and
    is shown. Rule: NFRA Order [2025] No. 7 (suitability). Raises NotComputable where there is none.
    """
    given = tuple(levels)
    if not given:
        raise NotComputable("missing_input", "no risk level is stated")
    at_least(1, level=min(given))
    return max(given)


@precisely
def priips_mrm(vev_pct: Decimal) -> Figure:
    """The market risk measure, 1 to 7, from the VaR-equivalent volatility in percent.

    Classes: below 0.5 % is 1, from 0.5 % 2, 5 % 3, 12 % 4, 20 % 5, 30 % 6, 80 % 7; a lower bound
    belongs to its class. Rounding: none. Rule: Delegated Regulation (EU) 2017/653 Annex II point 2.
    """
    at_least(0, vev_pct=vev_pct)
    reached = sum(vev_pct >= bound for bound in MRM_LOWER_BOUNDS_PCT)
    equation = "1 + number of the bounds 0.5, 5, 12, 20, 30, 80 that vev_pct reaches"
    return _level("mrm", 1 + reached, listed(vev_pct=vev_pct), equation, "Annex II point 2")


def priips_sri(mrm: int, crm: int) -> Figure:
    """The summary risk indicator, 1 to 7, from the market (1-7) and the credit (1-6) risk measure.

    Equation: the published table, row `crm`, column `mrm`. Rounding: none.
    Rule: Delegated Regulation (EU) 2017/653 Annex II Part 3.
    """
    if mrm not in range(1, 8) or crm not in _SRI:
        raise NotComputable("out_of_range", f"mrm is 1-7 and crm 1-6, not {mrm} and {crm}")
    equation = "table of Annex II Part 3, row crm, column mrm"
    level = _SRI[crm][mrm - 1]
    return _level("sri", level, listed(mrm=mrm, crm=crm), equation, "Annex II Part 3")


def _level(
    name: str, level: int, inputs: tuple[tuple[str, str], ...], equation: str, place: str
) -> Figure:
    rule = f"Delegated Regulation (EU) 2017/653 {place}"
    return Figure(name, Decimal(level), "level", inputs, equation, "whole number", rule)
