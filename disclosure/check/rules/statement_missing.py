"""A rulebook and a sheet become findings where words that the law prescribes are not on the sheet."""

from collections.abc import Iterator

from ...regime import Regime
from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("statement-missing", "the rulebook's own citation")


def find(sheet: Sheet, regime: Regime) -> Iterator[Finding]:
    """One error for each prescribed statement of which a part is not on the sheet."""
    printed: dict[str, list[str]] = {}
    for fact in sheet.facts:
        if fact.kind == "statutory":
            printed.setdefault(fact.value, []).append(fact.shown)
    for statement in regime.prescribed(sheet.kind):
        if statement.beside and not any(_is_said(sheet, path) for path in statement.beside):
            continue
        words = [part for part in statement.parts(sheet.lang) if not part.startswith("{")]
        if not set(words) <= set(printed.get(statement.id, ())):
            values = {"text": statement.text[sheet.lang], "regime": regime.id, "citation": statement.citation}
            yield Finding(RULE.id, "error", sheet.lang, "", "", "", values)


def _is_said(sheet: Sheet, condition: str) -> bool:
    """Whether a sheet states something at or under a path, or the value after an equals sign there."""
    path, sign, wanted = condition.partition("=")
    return any(
        fact.value == wanted if sign else True
        for fact in sheet.facts
        if fact.path == path or (not sign and fact.path.startswith(f"{path}."))
    )
