"""A sheet and its rulebook become findings for each figure that a section needs and the sheet lacks."""

from collections.abc import Iterator

from ...regime import Regime
from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("missing-figure", "the rulebook's list of required fields")


def find(sheet: Sheet, regime: Regime) -> Iterator[Finding]:
    """Each required figure (`figures.rate.irr`), or group of figures (`figures.rate`) of which not one could
    be worked out and printed."""
    printed = {fact.path for fact in sheet.facts}
    for section in regime.sections:
        if section.kinds and sheet.kind not in section.kinds:
            continue
        for field, severity, kinds in section.required:
            if not field.startswith("figures.") or (kinds and sheet.kind not in kinds):
                continue
            if not any(path == field or path.startswith(f"{field}.") for path in printed):
                values = {"text": field.removeprefix("figures."), "regime": regime.id}
                yield Finding(RULE.id, severity, sheet.lang, section.id, field, "", values)
