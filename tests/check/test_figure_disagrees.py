"""A stated yearly cost or payment of a loan must be the one its own terms give."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure import product, shipped, source
from disclosure.check.rules import figure_disagrees

PLACE = shipped.folder("products", "hengjiang-personal-loan.yaml")


def stated(old: str, new: str) -> object:
    text = PLACE.read_text(encoding="utf-8")
    assert old in text
    return product.parse(source.parse(text.replace(old, new), "x.yaml"))


@pytest.mark.parametrize("rate", ["8.83%", "8.8%", "9%", "8.49%"])
def test_a_stated_rate_that_agrees_as_far_as_it_goes_is_silent(everything, rate) -> None:
    sheet = everything["hengjiang-personal-loan"].sheets[1]
    item = stated('stated_annual_rate: "8.83%"', f'stated_annual_rate: "{rate}"')
    assert list(figure_disagrees.find(item, sheet)) == []


def test_a_stated_rate_that_is_too_low_is_an_error_at_its_field(everything) -> None:
    sheet = everything["hengjiang-personal-loan"].sheets[1]
    item = stated('stated_annual_rate: "8.83%"', 'stated_annual_rate: "6.60%"')
    (found,) = figure_disagrees.find(item, sheet)
    assert (found.rule, found.severity, found.path) == (
        "figure-disagrees", "error", "loan.stated_annual_rate"
    )
    assert found.values == {"text": "6.60%", "computed": "8.83% / 8.49%"}


def test_a_stated_payment_is_compared_with_the_first_of_the_plan(everything) -> None:
    sheet = everything["hengjiang-personal-loan"].sheets[1]
    item = everything["hengjiang-personal-loan"].product
    assert list(figure_disagrees.find(paying(item, "8634.25"), sheet)) == []
    (found,) = figure_disagrees.find(paying(item, "8600"), sheet)
    assert (found.path, found.values["computed"]) == ("loan.repayment.payment", "8634.25")


def paying(item, amount):
    repayment = item.loan.repayment.model_copy(update={"payment": Decimal(amount)})
    return item.model_copy(update={"loan": item.loan.model_copy(update={"repayment": repayment})})


def test_without_a_computed_figure_there_is_nothing_to_compare(everything) -> None:
    checked = everything["hengjiang-personal-loan"]
    assert list(figure_disagrees.find(checked.product, replace(checked.sheets[1], facts=()))) == []
