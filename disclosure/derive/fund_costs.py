"""A fund's yearly fees become the composite operating rate that its summary states."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure, NotComputable
from ..figures.fund import operating_rate
from ..product import Fee

_PARTS = {"manager": "management_pct", "custodian": "custody_pct", "distributor": "sales_service_pct"}
_YEARLY = {"yearly", "monthly", "periodic"}


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`fund.rate`: 基金运作综合费率, from the yearly fees by who gets them.

    Raises NotComputable where a yearly fee is unknown, a range, reduced, not a share of net assets, or
    where no management or custody fee is stated.
    """
    yearly = [fee for fee in product.fees or () if fee.when in _YEARLY]
    stated = {fee.payee for fee in yearly}
    if not {"manager", "custodian"} <= stated:
        raise NotComputable("missing_input", "no yearly fee of the manager, or none of the custodian, is stated")
    parts = dict.fromkeys([*_PARTS.values(), "other_pct"], Decimal(0))
    for fee in yearly:
        parts[_PARTS.get(fee.payee, "other_pct")] += _share(fee)
    yield "fund.rate", operating_rate(**parts)


def _share(fee: Fee) -> Decimal:
    """A yearly fee in percent of net assets."""
    if fee.status in ("free", "not_charged_now"):
        return Decimal(0)
    plain = fee.status == "charged" and fee.rate and fee.of == "net_assets" and fee.when == "yearly"
    if not plain or fee.rate_up_to or fee.tiers or fee.amount or fee.waivers or fee.condition or fee.every:
        raise NotComputable("missing_input", f"{fee.id} is no single yearly share of net assets")
    return Decimal(fee.rate.percent)
