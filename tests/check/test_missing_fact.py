"""A field that a section cannot do without is missed by name, where the kind of product needs it."""

import pytest

from disclosure.check import Finding
from disclosure.check.rules import missing_fact

SAMPLE = {
    "deposit": "harbour-tiered-saver",
    "wealth": "hengjiang-stable-180d",
    "fund": "hengjiang-growth-mixed",
    "loan": "hengjiang-personal-loan",
    "card": "hengjiang-credit-card",
    "insurance": "wayfare-travel-cover",
}
EVERY = set(SAMPLE)
NEEDED = {
    "summary": ("what", "error", EVERY),
    "rates": ("what", "warning", {"deposit", "loan", "card"}),
    "insurance.insured": ("what", "warning", {"insurance"}),
    "insurance.not_insured": ("what", "warning", {"insurance"}),
    "target.suits": ("for-me", "warning", EVERY),
    "target.not_for": ("for-me", "warning", EVERY),
    "risk.can_lose": ("lose-money", "warning", EVERY),
    "risk.ratings": ("lose-money", "warning", {"wealth", "fund"}),
    "fees": ("cost", "warning", EVERY),
    "example": ("cost", "warning", EVERY - {"insurance"}),
    "term": ("money-out", "warning", EVERY),
    "exit": ("money-out", "warning", EVERY),
    "risk.guarantee": ("provider-fails", "warning", {"deposit", "wealth", "fund", "insurance"}),
    "provider.complaints": ("complain", "warning", EVERY),
}


def without(part, path: str):
    """The same product without one field."""
    name, _, rest = path.partition(".")
    inner = getattr(part, name)
    if rest and inner is None:
        return part
    empty = () if isinstance(inner, tuple) and name not in ("fees", "rates") else None
    return part.model_copy(update={name: without(inner, rest) if rest else empty})


@pytest.mark.parametrize("field", NEEDED)
@pytest.mark.parametrize("kind", SAMPLE)
def test_a_missing_field_is_seen_where_it_is_needed(everything, rulebook, kind: str, field: str) -> None:
    product = everything[SAMPLE[kind]].product
    assert list(missing_fact.find(product, rulebook, "en")) == []
    section, severity, kinds = NEEDED[field]
    if field.startswith("insurance.") and kind != "insurance":
        return
    expected = [Finding("missing-fact", severity, "en", section, field, "", {"text": field})]
    found = list(missing_fact.find(without(product, field), rulebook, "en"))
    assert found == (expected if kind in kinds else [])


def test_the_table_above_is_the_rulebook(rulebook) -> None:
    told = {
        field: (section.id, severity, set(kinds) or EVERY)
        for section in rulebook.sections
        for field, severity, kinds in section.required
    }
    assert told == NEEDED


def test_no_fees_is_a_statement(made, definition, seen) -> None:
    stated = definition[: definition.index("fees:")] + "fees: []\n"
    assert ("warning", "en", "fees") not in seen(made(stated).findings, "missing-fact")
    silent = definition[: definition.index("fees:")]
    assert ("warning", "en", "fees") in seen(made(silent).findings, "missing-fact")
