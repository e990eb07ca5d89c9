"""Products out of the ordinary: what is unknown, ranged or on another scale is said, never softened."""

import pytest

from disclosure import product, regime, source, wording
from disclosure.derive import derive
from disclosure.glossary import Glossary
from disclosure.sheet import compose

HEAD = """\
schema: disclosure/product/1
kind: {kind}
id: a
version: "1"
languages: [en]
name: {{en: A}}
summary: {{en: One sentence.}}
currency: EUR
as_of: 2026-11-24
provider: {{name: {{en: B}}}}
"""
EXAMPLE = "example: {amount: 1000, after: [P1Y]}\n"
LOAN = EXAMPLE + "rates: [{id: r, kind: fixed, side: charged_to_you, rate: 12%%%s}]\n"
PLAN = "loan: {repayment: {type: %s, count: 12}}\n"


def said(kind: str, more: str) -> str:
    """All that the English sheet says, a line for each group of sentences."""
    item = product.parse(source.parse(HEAD.format(kind=kind) + more, "x.yaml"))
    sheet = compose(
        item, derive(item), wording=wording.load("en"), regime=regime.load("plain.sheet"),
        glossary=Glossary(),
    )
    groups = (" ".join(one.text for one in group) for _, _, group in sheet.everything())
    return "\n".join(groups).replace("\u00a0", " ")


def test_a_fund_whose_only_fee_nobody_stated_does_not_cost_nothing() -> None:
    fee = "fees: [{id: f, name: {en: Secret fee}, when: yearly, status: not_stated}]\n"
    text = said("fund", EXAMPLE + fee)
    assert "€0" not in text
    assert "See the fees below" in text


def test_a_fee_that_cannot_be_counted_is_named_beside_the_least_sum() -> None:
    fees = (
        "fees:\n- {id: a, name: {en: Management fee}, when: yearly, rate: 1%, of: net_assets}\n"
        "- {id: b, name: {en: Profit share}, when: exit, rate: 20%, of: profit}\n"
    )
    text = said("fund", EXAMPLE + fees)
    assert "at least €10 over 1 year on €1,000" in text
    assert "Not counted: Profit share. You may pay more." in text


def test_a_loan_at_a_rate_that_may_be_higher_has_no_example() -> None:
    text = said("loan", LOAN % ", rate_up_to: 18%" + PLAN % "equal_payment" + "fees: []\n")
    assert "12% to 18% a year" in text
    assert "Example:" not in text


def test_a_loan_with_fees_nobody_stated_has_no_yearly_cost() -> None:
    text = said("loan", LOAN % "" + PLAN % "equal_payment")
    assert "interest to borrow €1,000; not all fees are stated" in text
    assert "Not every fee can be counted" in text
    assert "Yearly cost" not in text


@pytest.mark.parametrize(
    ("plan", "payments"),
    [
        ("equal_payment", "€88.85; 12 payments, one every month"),
        ("equal_principal", "€93.33 at first, €84.20 at the end; 12 payments, one every month"),
        ("interest_only", "€10 every month, then €1,010 at the end"),
        ("bullet", "€1,120 in one sum at the end"),
    ],
)
def test_each_plan_says_its_own_payments(plan: str, payments: str) -> None:
    assert payments in said("loan", LOAN % "" + PLAN % plan + "fees: []\n")


def test_a_card_whose_least_payment_never_repays_says_so() -> None:
    card = "rates: [{id: r, kind: purchase, side: charged_to_you, rate: 24%}]\ncard: {minimum_share: 1%}\n"
    assert "you never pay it off" in said("card", EXAMPLE + card)


def test_levels_on_two_scales_are_not_compared() -> None:
    ratings = "risk: {can_lose: all, ratings: [{scale: cn-r5, level: 2}, {scale: eu-sri, level: 5}]}\n"
    text = said("fund", ratings)
    assert "R2 (medium-low risk); 5 (medium-high risk)" in text
    assert "higher" not in text.replace("lower to higher", "")


@pytest.mark.parametrize(
    ("against", "glance", "section"),
    [
        ("provider_failure", "only if the provider fails", "It does not cover losses in the market."),
        ("market_loss", "only against losses in the market", "Nobody has been named who stands in"),
    ],
)
def test_a_guarantee_says_against_what(against: str, glance: str, section: str) -> None:
    text = said("fund", f"risk: {{can_lose: all, guarantee: {{covers: full, against: {against}, by: {{en: C}}}}}}\n")
    assert f"Yes, all of it – {glance}" in text
    assert section in text


def test_a_single_premium_has_a_table_of_what_comes_back() -> None:
    cover = "insurance: {premium: {amount: 100}, cash_values: [{year: 1, value: 40}, {year: 2, value: 110}]}\n"
    text = said("insurance", "risk: {can_lose: some}\n" + cover)
    assert "\n1\n€100\n€40\n€60\n2\n€100\n€110\n–" in text


def test_a_fee_not_charged_now_says_what_the_contract_allows() -> None:
    fee = "fees: [{id: f, name: {en: F}, when: yearly, status: not_charged_now, rate: 2%, of: balance}]\n"
    assert "may be charged later; the contract allows 2% of your balance" in said("fund", fee)


def test_a_sum_smaller_than_a_cent_is_printed_as_stated() -> None:
    fee = "fees: [{id: f, name: {en: F}, when: each_time, amount: 0.004}]\n"
    assert "€0.004" in said("deposit", fee)


def test_a_minimum_in_another_currency_is_not_applied_to_ours() -> None:
    fee = "fees: [{id: f, name: {en: F}, when: yearly, rate: 1%, of: balance, minimum: 50, currency: USD}]\n"
    text = said("fund", EXAMPLE + fee)
    assert "1% of your balance, at least US$50" in text
    assert "€50" not in text
