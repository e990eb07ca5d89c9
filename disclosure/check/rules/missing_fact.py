"""A product and its rulebook become findings for each field that a section needs and lacks."""

from collections.abc import Iterator
from typing import Any

from ...product import select
from ...regime import Condition, Regime
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
        for one in section.conditional:
            if not _applies(product, one):
                continue
            for path in _without(product, one.field) if one.each else _once(product, one):
                yield Finding(RULE.id, one.severity, lang, section.id, path.partition("[year")[0], "", {"text": path})


def _applies(product: Any, one: Condition) -> bool:
    """Whether a product is one of those that cannot do without the field."""
    if one.kinds and product.kind not in one.kinds:
        return False
    if one.beside and not any(_meets(product, *path.partition("=")) for path in one.beside):
        return False
    return one.age is None or _is_aged(product, one.age)


def _meets(product: Any, path: str, sign: str, wanted: str) -> bool:
    return str(_at(product, path)) == wanted if sign else _stated(product, path)


def _is_aged(product: Any, age: Any) -> bool:
    """Whether a product was launched that long ago; without a day of launch nobody can say no."""
    since = product.launched
    return since is None or (product.as_of - since).days >= age.in_years * 365


def _without(product: Any, field: str) -> Iterator[str]:
    """The places of a field in those entries of a list that do not state it."""
    entry, _, name = field.rpartition(".")
    stated = set(select(product, field))
    return (path for one in select(product, entry) if (path := f"{one}.{name}") not in stated)


def _once(product: Any, one: Condition) -> Iterator[str]:
    return iter(filter(None, [_lacking(product, one)]))


def _lacking(product: Any, one: Condition) -> str:
    if not _stated(product, one.field):
        return one.field
    known = {entry.year for entry in _at(product, one.field)} if one.years else set()
    missing = [year for year in range(1, _years(product, one.years) + 1) if year not in known]
    return f"{one.field}[year {missing[0]}]" if missing else ""


def _years(product: Any, most: int) -> int:
    """How many years a list must have: no more than the contract runs."""
    length = product.term.length if product.term else None
    return min(most, int(length.in_years)) if length else most


def _stated(product: Any, path: str) -> bool:
    if path.startswith("figures."):
        return True  # of a figure, `missing_figure` tells
    if "[" in path:
        return bool(select(product, path))
    value = _at(product, path)
    return value is not None and (value != () or path == "fees")


def _at(product: Any, path: str) -> Any:
    value = product
    for name in path.split("."):
        value = getattr(value, name, None)
    return value
