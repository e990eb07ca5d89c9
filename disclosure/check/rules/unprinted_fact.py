"""A product and its sheet become findings for every stated value that the sheet does not print."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from ...product import Part, Text
from ...quantity import Period, Rate
from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("unprinted-fact", "what a definition states, a customer must be able to read")
_SILENT = {"id", "schema", "version", "kind", "languages", "currency", "regimes", "code", "scale"}
_NOT_FOR_PRINT = (
    "evidence", "example", "exit.fees", "loan.repayment.payment", "loan.repayment.rate",
    "loan.stated_annual_rate", "risk.sri",
)
_SPOKEN = (Text, Decimal, Rate, Period, date, int, str)


def find(product: Any, sheet: Sheet) -> Iterator[Finding]:
    """Each value whose path no fact of the sheet has, and whose words stand nowhere on it."""
    printed = {fact.path for fact in sheet.facts}
    words = {fact.shown for fact in sheet.facts}
    for path, value in _values(product, ""):
        if path in printed or value == Period() or isinstance(value, Text) and value.get(sheet.lang) in words:
            continue
        yield Finding(RULE.id, "warning", sheet.lang, "", path, "", {"text": path})


def _values(part: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(part, Part):
        for name, info in type(part).model_fields.items():
            inner = info.alias or name
            if inner in _SILENT or "Literal" in str(info.annotation):
                continue
            yield from _values(getattr(part, name), f"{path}.{inner}" if path else inner)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _values(item, f"{path}[{index}]")
    elif isinstance(part, _SPOKEN) and not isinstance(part, bool):
        if not path.startswith(_NOT_FOR_PRINT):
            yield path, part
