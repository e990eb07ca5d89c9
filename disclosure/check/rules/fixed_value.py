"""A product and its rulebook become findings where a value that a law fixes is stated otherwise."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ...regime import Regime
from ..finding import Finding, Rule

RULE = Rule("fixed-value", "the rulebook's list of values that its law fixes")


def find(product: Any, regime: Regime, lang: str) -> Iterator[Finding]:
    """One error for each stated field that differs from the value of the law."""
    for section in regime.sections:
        for field, fixed, citation in section.fixed:
            stated = _at(product, field)
            if stated is not None and _written(stated) != fixed:
                values = {"text": _written(stated), "fixed": fixed, "citation": citation, "regime": regime.id}
                yield Finding(RULE.id, "error", lang, section.id, field, "", values)


def _at(product: Any, path: str) -> Any:
    value = product
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def _written(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
