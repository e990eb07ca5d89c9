"""A rulebook and the day of a definition become findings where the rulebook may not be the law of that day."""

from collections.abc import Iterator

from ...regime import Regime
from ...sheet import Sheet
from ..finding import Finding, Rule

OUT_OF_DATE = Rule("rulebook-out-of-date", "the rulebook's dates of effect")
UNVERIFIED = Rule("rulebook-unverified", "whether a reviewer compared the rulebook with the law")


def find(sheet: Sheet, regime: Regime) -> Iterator[Finding]:
    """A warning outside the dates of effect, a warning for a draft, a note for words nobody has compared."""
    since, until = regime.effective_from, regime.effective_to
    if (since and sheet.as_of < since) or (until and sheet.as_of > until):
        values = {
            "regime": regime.id, "since": str(since or "…"), "until": str(until or "…"),
            "day": sheet.as_of.isoformat(),
        }  # fmt: skip
        yield Finding(OUT_OF_DATE.id, "warning", sheet.lang, "", "as_of", "", values)
    said = {fact.value for fact in sheet.facts if fact.kind == "statutory"}
    must = {one.id for one in regime.prescribed(sheet.kind) if not one.beside}
    unread = [one.id for one in regime.statements if not one.verified and one.id in said | must]
    if unread or not regime.verified or regime.draft:
        values = {"regime": regime.id, "text": ", ".join(unread) or regime.id}
        yield Finding(UNVERIFIED.id, "warning" if regime.draft else "note", sheet.lang, values=values)
