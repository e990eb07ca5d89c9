"""A path with names in it means the plain paths of the entries that have those names."""

import pytest

from disclosure.product import leaves, select

CARD = """
rates:
  - {id: first, kind: purchase, side: charged_to_you, rate: 1.99%}
  - {id: later, kind: purchase, side: charged_to_you, rate: 22.99%, rate_up_to: 28.99%}
  - {id: cash, kind: cash_advance, side: charged_to_you, spread: 5.00%}
fees:
  - {id: yearly, kind: annual, name: {zh-CN: 甲, en: A}, when: yearly, amount: 95}
  - {id: late, kind: late_payment, name: {zh-CN: 乙, en: B}, when: event, status: free}
"""


@pytest.fixture(scope="module")
def card(minimal, parsed):
    return parsed(minimal("card", CARD))


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("name", ("name",)),
        ("provider.name", ("provider.name",)),
        ("rates[purchase].rate", ("rates[0].rate", "rates[1].rate")),
        ("rates[purchase].rate_up_to", ("rates[1].rate_up_to",)),
        ("rates[cash_advance].rate", ()),
        ("rates[later].rate", ("rates[1].rate",)),
        ("rates[2].spread", ("rates[2].spread",)),
        ("rates[charged_to_you].rate", ("rates[0].rate", "rates[1].rate")),
        ("fees[annual].amount", ("fees[0].amount",)),
        ("fees[yearly].amount", ("fees[0].amount",)),
        ("fees[late_payment]", ("fees[1]",)),
        ("fees[late_payment].amount", ()),
        ("fees[free].name", ("fees[1].name",)),
        ("fees[overdue].amount", ()),
        ("fees[9].amount", ()),
        ("card.interest_free", ()),
        ("term.length", ()),
        ("no.such.field", ()),
        ("name.en", ()),
        ("figures.rate.irr", ("figures.rate.irr",)),
        ("statements.simple", ("statements.simple",)),
    ],
)
def test_what_a_path_means(card, path: str, meant: tuple[str, ...]) -> None:
    assert select(card, path) == meant


def test_what_has_no_name_is_not_called_none(card) -> None:
    assert select(card, "fees[None].name") == ()


def test_a_field_goes_by_the_name_in_the_definition(minimal, parsed) -> None:
    cover = parsed(minimal("insurance", "insurance: {premium: {amount: 10, every: P1M, for: P1Y}}\n"))
    assert select(cover, "insurance.premium.for") == ("insurance.premium.for",)
    assert select(cover, "insurance.premium.for_") == ()
    assert select(cover, "insurance.premium.every") == ("insurance.premium.every",)


def test_every_plain_path_of_a_product_is_itself(everything) -> None:
    for checked in everything.values():
        for path, _, _ in leaves(checked.product):
            assert select(checked.product, path) == (path,), path
