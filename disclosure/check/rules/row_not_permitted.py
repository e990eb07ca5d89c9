"""A sheet and its rulebook become findings for each row that a table may not have."""

from collections.abc import Iterator

from ...regime import Regime
from ...sheet import Sheet
from ...sheet.model import Table
from ..finding import Finding, Rule

RULE = Rule("row-not-permitted", "the rulebook's list of the rows of a table (12 CFR 1026.60(a)(2)(ii))")


def find(sheet: Sheet, regime: Regime) -> Iterator[Finding]:
    """One error for each row whose name the rulebook does not list for its section."""
    permitted = {rule.id: rule.rows for rule in regime.sections if rule.rows}
    for section in sheet.sections:
        rows = (row for block in section.blocks if isinstance(block, Table) for row in block.rows)
        for row in rows if section.id in permitted else ():
            name = " ".join(sentence.text for sentence in row[0])
            if name not in permitted[section.id]:
                values = {"text": name, "regime": regime.id, "citation": regime.citation}
                yield Finding(RULE.id, "error", sheet.lang, section.id, "", name, values)
