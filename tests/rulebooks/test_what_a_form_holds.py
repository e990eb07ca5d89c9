"""What a rulebook fixes becomes the form by which the finished document is measured."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure import regime
from disclosure.regime import Paper
from disclosure.site import Checked
from disclosure.site.form import form_of


@pytest.fixture(scope="module")
def card(trial) -> Checked:
    return trial("ridgeway-rewards-card", "us.regz.card_table", lang="en")


def test_a_rulebook_that_fixes_nothing_has_no_form(everything: Mapping[str, Checked]) -> None:
    checked = everything["ridgeway-rewards-card"]
    assert form_of(checked.sheets[0], checked.product, regime.load("plain.sheet")) is None


@pytest.mark.parametrize(
    "paper", [Paper(most_pages=4), Paper(smallest_type=Decimal(8)), Paper(x_height=Decimal("1.2"))]
)
def test_any_one_demand_makes_a_form(everything: Mapping[str, Checked], paper: Paper) -> None:
    checked = everything["ridgeway-rewards-card"]
    form = form_of(checked.sheets[0], checked.product, replace(regime.load("plain.sheet"), paper=paper))
    assert form and (form.most_pages, form.smallest_type, form.x_height) == (
        paper.most_pages, paper.smallest_type, paper.x_height,
    )  # fmt: skip


def test_the_form_of_the_card_table(card: Checked) -> None:
    form = form_of(card.sheets[0], card.product, regime.load("us.regz.card_table"))
    assert form.regime == "us.regz.card_table 1"
    assert form.titles == ("Interest Rates and Interest Charges", "Fees")
    assert [name for name, _, _ in form.statements] == ["grace-period", "grace-period", "tips", "billing-rights"]
    assert form.smallest_type == 10
    shown = {one.field: (one.shown, one.at_least, one.bold) for one in form.standouts}
    assert shown["rates[purchase].rate"] == (("22.99%",), 16, True)
    assert shown["rates[balance_transfer].rate"] == (("1.99%", "22.99%"), None, True)
    assert shown["fees[late_payment].maximum"] == (("US$43",), None, True)
    assert shown["fees[yearly].amount"] == ((), None, True)
    assert shown["card.minimum_interest"] == (("US$1",), None, False)
