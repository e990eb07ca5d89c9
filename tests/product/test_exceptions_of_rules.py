"""An exception from a rule needs the rule, a reason and a last day; the field and language are free."""

from datetime import date

import pytest

GOOD = "rule: legalese, reason: The law says so, until: 2027-06-30"


def test_it_is_read(parsed, minimal) -> None:
    product = parsed(minimal(more=f"exceptions:\n  - {{{GOOD}, field: summary, lang: en}}\n"))
    (one,) = product.exceptions
    assert (one.rule, one.reason, one.until) == ("legalese", "The law says so", date(2027, 6, 30))
    assert (one.field, one.lang) == ("summary", "en")


def test_a_definition_has_none_by_itself(parsed, minimal) -> None:
    assert parsed(minimal()).exceptions == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("rule: legalese", [("exceptions[0].reason", "field-missing"), ("exceptions[0].until", "field-missing")]),
        ("reason: So, until: 2027-06-30", [("exceptions[0].rule", "field-missing")]),
        (GOOD.replace("2027-06-30", "June"), [("exceptions[0].until", "date-malformed")]),
        (GOOD.replace("2027-06-30", "2027-02-30"), [("exceptions[0].until", "date-impossible")]),
        (GOOD.replace("The law says so", "' '"), [("exceptions[0].reason", "empty-value")]),
        (GOOD.replace("legalese", "Legal ese"), [("exceptions[0].rule", "pattern-mismatch")]),
        (GOOD + ", because: x", [("exceptions[0].because", "field-unknown")]),
    ],
)
def test_what_is_wrong_is_told(told, minimal, written: str, expected: list[tuple[str, str]]) -> None:
    found = told(minimal(more=f"exceptions:\n  - {{{written}}}\n"))
    assert [(field, code) for _, _, field, code in found] == expected
