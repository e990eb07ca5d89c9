"""A product and its sheet become findings for every stated value that the sheet does not print."""

from collections.abc import Iterator
from typing import Any

from ...product import Text, leaves
from ...quantity import Period
from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("unprinted-fact", "what a definition states, a customer must be able to read")
_SILENT = {"id", "schema", "version", "kind", "languages", "currency", "regimes", "code", "scale", "on_death"}
_NOT_FOR_PRINT = (
    "evidence", "example", "exceptions", "exit.fees", "fund.", "insurance.illustrated", "glossary", "loan.repayment.payment", "loan.repayment.rate",
    "fee_table", "loan.stated_annual_rate", "loan.tila", "savings", "priips", "risk.sri",
)


def find(product: Any, sheet: Sheet) -> Iterator[Finding]:
    """Each value whose path no fact of the sheet has, and whose words stand nowhere on it.

    A law says itself what its form shows and what it leaves out; its sheets are not looked at.
    """
    if sheet.layout == "statutory":
        return
    printed = {fact.path for fact in sheet.facts}
    words = {fact.shown for fact in sheet.facts}
    for path, value, choice in leaves(product):
        if choice or isinstance(value, bool) or value == Period() or _silent(path):
            continue
        if path not in printed and not (isinstance(value, Text) and value.get(sheet.lang) in words):
            severity = "warning" if isinstance(value, Text | str) else "error"
            yield Finding(RULE.id, severity, sheet.lang, "", path, "", {"text": path})


def _silent(path: str) -> bool:
    name = path.rpartition(".")[2].partition("[")[0]
    return name in _SILENT or path.startswith(_NOT_FOR_PRINT)
