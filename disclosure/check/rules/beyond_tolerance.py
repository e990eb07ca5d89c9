"""A product and its sheet become findings where a figure stated under American law is further off than it allows."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ...figures.apr import APR_TOLERANCE_PCT
from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("beyond-tolerance", "12 CFR 1026.18(d)(2), 1026.22(a) and 1030.3(f)(2)")
_APY_TOLERANCE = Decimal("0.05")
_SMALL_CREDIT = Decimal(1000)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A stated figure, the path of the computed one, how far apart they may be, and the article."""

    path: str
    value: Decimal
    figure: str
    tolerance: Decimal
    unit: str
    citation: str


def find(product: Any, sheet: Sheet) -> Iterator[Finding]:
    """One error for each stated rate, charge or yield too far from the one that the sheet works out."""
    computed = {fact.path: Decimal(fact.value.split()[0].rstrip("%")) for fact in sheet.facts
                if fact.path.startswith(("figures.tila.", "figures.apy."))}  # fmt: skip
    for one in (*_lending(product, computed), *_savings(product, computed)):
        ours = computed.get(one.figure)
        if ours is not None and abs(one.value - ours) > one.tolerance:
            values = {
                "text": f"{one.value}{one.unit}", "computed": f"{ours}{one.unit}",
                "limit": f"{one.tolerance}{one.unit}", "citation": one.citation,
            }  # fmt: skip
            yield Finding(RULE.id, "error", sheet.lang, "", one.path, "", values)


def _lending(product: Any, computed: dict[str, Decimal]) -> Iterator[_Stated]:
    tila = product.loan.tila if product.kind == "loan" and product.loan else None
    if tila and tila.stated_apr:
        yield _Stated("loan.tila.stated_apr", tila.stated_apr.percent, "figures.tila.apr",
                      APR_TOLERANCE_PCT, "%", "12 CFR 1026.22(a)(2)")  # fmt: skip
    if tila and tila.stated_finance_charge is not None:
        small = computed.get("figures.tila.financed", Decimal(0)) <= _SMALL_CREDIT
        yield _Stated("loan.tila.stated_finance_charge", tila.stated_finance_charge, "figures.tila.charge",
                      Decimal(5 if small else 10), "", "12 CFR 1026.18(d)(2)")  # fmt: skip


def _savings(product: Any, computed: dict[str, Decimal]) -> Iterator[_Stated]:
    savings = product.savings if product.kind == "deposit" else None
    yields = [path for path in computed if path.startswith("figures.apy.")]
    if savings and savings.stated_apy and len(yields) == 1:
        yield _Stated("savings.stated_apy", savings.stated_apy.percent, yields[0],
                      _APY_TOLERANCE, "%", "12 CFR 1030.3(f)(2)")  # fmt: skip
