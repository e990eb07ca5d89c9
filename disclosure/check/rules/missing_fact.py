"""A product and its rulebook become findings for each field that a section needs and lacks."""

from collections.abc import Iterator
from typing import Any

from ...regime import Regime
from ..finding import Finding, Rule

RULE = Rule("missing-fact", "the rulebook's list of required fields")


def find(product: Any, regime: Regime, lang: str) -> Iterator[Finding]:
    """Each required field that the definition leaves out; the sheet says "not stated" there."""
    for section in regime.sections:
        if section.kinds and product.kind not in section.kinds:
            continue
        for field, severity, kinds in section.required:
            if (not kinds or product.kind in kinds) and not _stated(product, field):
                yield Finding(RULE.id, severity, lang, section.id, field, "", {"text": field})


def _stated(product: Any, path: str) -> bool:
    value = product
    for name in path.split("."):
        value = getattr(value, name, None)
        if value is None:
            return False
    return value != () or path == "fees"
