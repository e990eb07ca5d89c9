"""Interest of a Consumer Data Right record: rates, tiers, and what they apply to."""

import pytest

from disclosure.product.importers import cdr


@pytest.fixture
def rate(cdr_record, model):
    def read(side="deposit", **fields):
        one = {f"{side}RateType": "VARIABLE", "rate": "0.0345"} | fields
        definition = cdr.product(cdr_record(**{f"{side}Rates": [one]}))
        model(definition)
        said = {one["name"]["en"]: one["value"]["en"] for one in definition["details"]}
        return definition["rates"][0], said

    return read


def test_deposit_rate_is_paid_to_the_customer(rate):
    found, _ = rate(calculationFrequency="P1D", applicationFrequency="P1M")
    assert found == {
        "id": "variable",
        "kind": "variable",
        "side": "paid_to_you",
        "rate": "3.45%",
        "calculated": "P1D",
        "credited": "P1M",
    }


def test_lending_rate_with_all_it_says(rate):
    found, _ = rate(
        "lending",
        lendingRateType="FIXED",
        additionalValue="P5Y",
        comparisonRate="0.0700",
        interestPaymentDue="IN_ARREARS",
        repaymentType="INTEREST_ONLY",
        loanPurpose="OWNER_OCCUPIED",
    )
    assert found == {
        "id": "fixed",
        "kind": "fixed",
        "side": "charged_to_you",
        "rate": "3.45%",
        "comparison": "7.00%",
        "length": "P5Y",
        "due": "in_arrears",
        "repayment": "interest_only",
        "purpose": "owner_occupied",
    }


def test_rate_that_is_no_number_is_not_stated_but_kept(rate):
    found, details = rate(rate="N/A")
    assert found["status"] == "not_stated" and "rate" not in found
    assert details["Rate variable: rate"] == "N/A"


def test_bundle_bonus_keeps_its_own_word(rate):
    found, _ = rate(depositRateType="BUNDLE_BONUS", additionalValue="Wattle Pack")
    assert (found["kind"], found["code"]) == ("bonus", "BUNDLE_BONUS")
    assert found["condition"] == {"en": "Wattle Pack"}


def test_unknown_kind_is_other_and_floating_names_its_reference(rate):
    assert rate(depositRateType="LUNAR")[0]["kind"] == "other"
    found, _ = rate(depositRateType="FLOATING", additionalValue="Cash rate")
    assert found["reference"] == {"en": "Cash rate"}


def test_tier_includes_both_bounds(rate):
    tier = {
        "name": "Middle",
        "unitOfMeasure": "DOLLAR",
        "minimumValue": "1000",
        "maximumValue": "4999.99",
        "rateApplicationMethod": "PER_TIER",
        "applicabilityConditions": {"additionalInfo": "New money"},
    }
    assert rate(tiers=[tier])[0]["bands"] == [
        {
            "name": {"en": "Middle"},
            "unit": "amount",
            "mode": "slice",
            "at_least": "1000",
            "up_to": "4999.99",
            "condition": {"en": "New money"},
        }
    ]


def test_upper_bound_below_the_lower_is_told_not_used(rate):
    tier = {"unitOfMeasure": "MONTH", "minimumValue": "12", "maximumValue": "0"}
    assert rate(tiers=[tier])[0]["bands"] == [
        {"unit": "months", "at_least": "12", "condition": {"en": "Maximum value: 0"}}
    ]


def test_unknown_unit_leaves_the_bounds_in_words(rate):
    tier = {"unitOfMeasure": "MOON", "minimumValue": "1", "maximumValue": "2"}
    said = "Minimum value: 1; Maximum value: 2; Unit of measure: MOON"
    assert rate(tiers=[tier])[0]["bands"] == [{"condition": {"en": said}}]


def test_rates_of_one_kind_get_ids_of_their_own(cdr_record, model):
    rates = [{"depositRateType": "CASH_ADVANCE", "rate": "0.01"}] * 2
    found = model(cdr.product(cdr_record(depositRates=rates))).rates
    assert [one.id for one in found] == ["cash-advance", "cash-advance-2"]
