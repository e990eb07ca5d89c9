"""A product, its sheet and its rulebook become findings for what the law names and the sheet leaves out."""

from collections.abc import Iterator
from typing import Any

from ...product import leaves, select
from ...regime import Regime
from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("required-unprinted", "the rulebook's lists of required and of prominent fields")
_WORKED_OUT = ("risk.sri", "figures.", "statements.")  # what we compute or prescribe is printed instead


def find(product: Any, sheet: Sheet, regime: Regime) -> Iterator[Finding]:
    """One error for each field that a law's rulebook wants, the definition states and nothing prints.

    A choice is left out: the wording may say it in words of its own.
    """
    if sheet.layout != "statutory":
        return
    printed = [fact.path for fact in sheet.facts]
    told = [path for path, _, choice in leaves(product) if not choice]
    for section, field in dict.fromkeys(_wanted(regime, sheet.kind)):
        for path in () if field.startswith(_WORKED_OUT) else select(product, field):
            if _any_part(told, path) and not _any_part(printed, path):
                values = {"text": path, "regime": regime.id}
                yield Finding(RULE.id, "error", sheet.lang, section, path, "", values)


def _wanted(regime: Regime, kind: str) -> Iterator[tuple[str, str]]:
    for section in regime.sections:
        if not section.kinds or kind in section.kinds:
            yield from ((section.id, field) for field, _, kinds in section.required if not kinds or kind in kinds)
    yield from (("", one.field) for one in regime.prominent)


def _any_part(paths: list[str], of: str) -> bool:
    """Is one of the fields the one wanted, or a part of it?"""
    return any(path == of or path.startswith((f"{of}.", f"{of}[")) for path in paths)
