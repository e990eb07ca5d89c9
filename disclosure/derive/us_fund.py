"""The fees of a US fund become the rows of its fee table and the Example of what they cost."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.costs import us_n1a_expense_example
from ..figures.rounding import half_up
from ..product import Fee
from ..quantity import Period
from .price import days, due

Named = Iterator[tuple[str, Figure]]
INVESTED = Decimal(10_000)
YEARS, FIRST_YEARS = (1, 3, 5, 10), (1, 3)
GROUPS = ("management", "distribution", "other", "acquired")
_RULE = "Form N-1A Item 3"


def figures(product: Any) -> Named:
    """`n1a.management`, `.distribution`, `.other`, `.acquired` the rows, where a fee is stated for them ·
    `n1a.total`, `n1a.waiver`, `n1a.net` · `n1a.year.N` and `n1a.example.N`, the cost of N years in whole dollars.

    Raises NotComputable where a yearly fee is no share of the fund's assets.
    """
    table = product.fee_table
    if table is None or product.fees is None:
        return
    rows = _rows(product)
    for name, share in rows.items():
        yield f"n1a.{name}", _percent(name, share, "sum of its fees", rows)
    total = sum(rows.values(), Decimal(0))
    yield "n1a.total", _percent("total", total, "sum of the rows", rows)
    net = None if table.waiver is None else total - table.waiver.percent
    if table.waiver is not None and net is not None:
        yield "n1a.waiver", _percent("waiver", -table.waiver.percent, "as stated, taken off", rows)
        yield "n1a.net", _percent("net", net, "total - waiver", rows)
    yield from _example(product, total, net)


def _rows(product: Any) -> dict[str, Decimal]:
    """Each row's share of the assets a year, in percent."""
    rows: dict[str, Decimal] = {}
    for fee in product.fees:
        if fee.when in ("yearly", "monthly", "periodic"):
            name = group(fee, product)
            rows[name] = rows.get(name, Decimal(0)) + _share(fee)
    return {name: rows[name] for name in GROUPS if name in rows}


def group(fee: Fee, product: Any) -> str:
    """The row of the annual operating expenses that a yearly fee belongs to."""
    table = product.fee_table
    return next((name for name in ("management", "distribution", "acquired") if fee.id in getattr(table, name)), "other")


def _share(fee: Fee) -> Decimal:
    if fee.status in ("free", "not_charged_now"):
        return Decimal(0)
    plain = fee.rate and not (fee.amount or fee.tiers or fee.rate_up_to or fee.minimum or fee.maximum or fee.condition)
    if fee.status != "charged" or fee.when != "yearly" or fee.of != "net_assets" or not plain:
        raise NotComputable("missing_input", f"{fee.id} is no yearly share of the assets")
    return fee.rate.percent


def _example(product: Any, total: Decimal, net: Decimal | None) -> Named:
    years = FIRST_YEARS if product.fee_table.new_fund else YEARS
    load = sum((_load(fee) for fee in product.fees if fee.when == "entry"), Decimal(0))
    for fee in product.fees:
        if fee.when == "exit":
            _demand_no_cost(fee, years)
    waived = product.fee_table.waiver_years if net is not None else 0
    for year, figure in zip(years, us_n1a_expense_example(INVESTED, load, total, net, waived, years), strict=True):
        inputs = (("asked", str(year)),)
        yield f"n1a.year.{year}", Figure("year", Decimal(year), "years", inputs, "as the form asks", "none", _RULE)
        yield f"n1a.example.{year}", replace(figure, value=half_up(figure.value, 0))


def _load(fee: Fee) -> Decimal:
    """The sales load in percent of the money invested."""
    return due(fee, INVESTED) / INVESTED * 100 if fee.status == "charged" else Decimal(0)


def _demand_no_cost(fee: Fee, years: tuple[int, ...]) -> None:
    """A charge on redemption needs a second row of the Example, which is not worked out here."""
    held = (days(Period(years=year)) for year in years)
    if fee.status == "not_stated" or (fee.status == "charged" and any(due(fee, INVESTED, one) for one in held)):
        raise NotComputable("missing_input", f"{fee.id} falls due at the end of the Example")


def _percent(name: str, value: Decimal, equation: str, rows: dict[str, Decimal]) -> Figure:
    inputs = tuple((row, f"{share:f}%") for row, share in rows.items())
    return Figure(name, value, "percent", inputs, equation, "half-up to 2 places", f"{_RULE} Instruction 1(a)")
