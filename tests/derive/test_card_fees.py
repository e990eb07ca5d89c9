"""A card's fee that falls due in parts of a year is worked out for the whole year."""

from decimal import Decimal

import pytest

from disclosure import derive, product, source

CARD = """\
schema: disclosure/product/1
kind: card
id: a
version: "1"
languages: [en]
name: {en: A}
summary: {en: A.}
currency: USD
as_of: 2026-11-24
provider: {name: {en: B}}
fees:
  - {id: having-it, %s}
"""


@pytest.mark.parametrize(
    ("fee", "yearly"),
    [
        ("kind: annual, name: {en: F}, when: monthly, amount: 3", "36"),
        ("kind: annual, name: {en: F}, when: monthly, amount: 2.95", "35.40"),
        ("kind: annual, name: {en: F}, when: periodic, every: P3M, amount: 10", "40"),
        ("kind: annual, name: {en: F}, when: periodic, every: P5M, amount: 10", None),
        ("kind: annual, name: {en: F}, when: periodic, every: P10D, amount: 10", None),
        ("kind: annual, name: {en: F}, when: yearly, amount: 95", None),
        ("kind: annual, name: {en: F}, when: monthly, status: free", None),
        ("kind: annual, name: {en: F}, when: monthly, rate: 1%, of: limit", None),
        ("name: {en: F}, when: monthly, amount: 3", None),
    ],
)
def test_what_a_fee_comes_to_in_a_year(fee: str, yearly: str | None) -> None:
    figures = derive.derive(product.parse(source.parse(CARD % fee, "x.yaml")))
    found = figures.get("fees_a_year.having-it")
    assert (found and found.value) == (Decimal(yearly) if yearly else None)
    assert found is None or found.equation == "amount × times a year"
