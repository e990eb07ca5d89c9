"""A US fund becomes findings where its stated expenses are not what its fees come to."""

from collections.abc import Iterator
from typing import Any

from ...derive import us_fund
from ...figures import Figure, NotComputable
from ...figures.rounding import half_up
from ..finding import Finding, Rule

RULE = Rule("fee-table-disagrees", "Form N-1A Item 3")


def find(product: Any, lang: str) -> Iterator[Finding]:
    """An error for a stated total, net total or Example beside another one that was worked out."""
    table = product.fee_table if product.kind == "fund" else None
    if table is None:
        return
    figures = _figures(product)
    for field, name in (("stated_total", "n1a.total"), ("stated_net", "n1a.net")):
        stated, computed = getattr(table, field), figures.get(name)
        if stated is not None and computed and stated.percent != half_up(computed.value, 2):
            yield _differs(lang, field, str(stated), f"{half_up(computed.value, 2)}%")
    for index, one in enumerate(table.stated_example):
        computed = figures.get(f"n1a.example.{one.after.in_years}")
        if computed and one.cost != half_up(computed.value, 0):
            yield _differs(lang, f"stated_example[{index}].cost", f"{one.cost:f}", f"{half_up(computed.value, 0):f}")


def _figures(product: Any) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    try:
        found.update(us_fund.figures(product))
    except NotComputable:
        return {}
    return found


def _differs(lang: str, field: str, text: str, computed: str) -> Finding:
    values: dict[str, str] = {"text": text, "computed": computed}
    return Finding(RULE.id, "error", lang, "", f"fee_table.{field}", "", values)
