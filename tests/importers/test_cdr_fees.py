"""Fees of a Consumer Data Right record: what they cost, what is free, and what nobody said."""

import pytest

from disclosure.product.importers import cdr
from disclosure.quantity import Rate


@pytest.fixture
def fee(cdr_record, model):
    def read(**fields):
        one = {"name": "Fee", "feeType": "EVENT", "currency": "AUD"} | fields
        definition = cdr.product(cdr_record(fees=[one]))
        model(definition)
        return definition["fees"][0], definition.get("details", [])

    return read


def names(details):
    return {one["name"]["en"]: one["value"]["en"] for one in details}


def test_amount_keeps_its_digits(fee):
    assert fee(amount="5.50")[0] == {
        "id": "fee",
        "name": {"en": "Fee"},
        "when": "event",
        "amount": "5.50",
    }


def test_zero_is_free_and_keeps_its_amount(fee):
    found = fee(amount="0.00")[0]
    assert (found["status"], found["amount"]) == ("free", "0.00")


def test_no_price_is_not_stated(fee):
    found = fee(amount="", additionalInfo="Ask us")[0]
    assert found["status"] == "not_stated"
    assert "amount" not in found and "rate" not in found


def test_zero_that_varies_is_not_called_free(fee):
    found = fee(feeType="VARIABLE", amount="0.00")[0]
    assert found["status"] == "not_stated"
    assert found["note"]["en"] == "The source gives 0.00 and says that the amount varies."
    assert found["trigger"] == {"en": "the amount varies"}


@pytest.mark.parametrize(
    ("key", "of"),
    [("balanceRate", "balance"), ("transactionRate", "transaction"), ("accruedRate", "interest")],
)
def test_fraction_becomes_a_percentage_exactly(fee, key, of):
    found = fee(**{key: "0.01500"})[0]
    assert (found["rate"], found["of"]) == ("1.500%", of)


def test_rate_of_nothing_is_free(fee):
    found = fee(transactionRate="0.0")[0]
    assert (found["status"], found["rate"]) == ("free", "0%")


def test_rate_of_nothing_beside_an_amount_becomes_a_detail(fee):
    found, details = fee(amount="3.00", transactionRate="0.0")
    assert "rate" not in found and found["amount"] == "3.00"
    assert names(details)["Fee “Fee”: transaction rate"] == "0.0"


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("$3.00 or 3%, whichever is greater", "greater"),
        ("3% of the amount, minimum charge of $3.00", "greater"),
        ("$3 or 3% of the amount", "greater"),
        ("the lesser of $3.00 and 3%", "lesser"),
        ("3% plus $3.00", "sum"),
        ("3% of the amount", "sum"),
    ],
)
def test_amount_and_rate_join_as_the_record_says(fee, said, how):
    found = fee(amount="3.00", transactionRate="0.03", additionalInfo=said)[0]
    assert (found["combine"], found["amount"], found["rate"]) == (how, "3.00", "3%")


def test_screaming_name_is_made_readable_and_kept(fee):
    found = fee(name="DIRECT_DEBIT_DISHONOUR", amount="9.00")[0]
    assert found["name"] == {"en": "Direct debit dishonour"}
    assert found["code"] == "DIRECT_DEBIT_DISHONOUR"


def test_readable_name_is_kept_verbatim(fee):
    found = fee(name="Visa® SMS_alert fee", amount="9.00")[0]
    assert found["name"] == {"en": "Visa® SMS_alert fee"} and "code" not in found


def test_periodic_fee_with_its_period(fee):
    found = fee(feeType="PERIODIC", amount="5.00", additionalValue="P1M")[0]
    assert (found["when"], found["every"]) == ("periodic", "P1M")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"additionalValue": "pay yearly"}, "pay yearly"),
        ({"accrualFrequency": "M"}, "worked out monthly"),
        ({}, "how often is not stated"),
    ],
)
def test_periodic_fee_without_a_period_says_so(fee, fields, said):
    found = fee(feeType="PERIODIC", amount="5.00", **fields)[0]
    assert "every" not in found and found["trigger"] == {"en": said}


def test_unknown_type_and_fields_become_details(fee):
    found, details = fee(feeType="RITUAL", amount="1.00", **{"x-own": {"a": ["one", "two"]}})
    assert found["when"] == "event"
    assert names(details)["Fee “Fee”: fee type"] == "RITUAL"
    assert {one["value"]["en"] for one in details} >= {"RITUAL", "one", "two"}


def test_amount_that_is_no_amount_becomes_a_detail(fee):
    found, details = fee(amount="At cost")
    assert found["status"] == "not_stated"
    assert names(details)["Fee “Fee”: amount"] == "At cost"


def test_foreign_currency_is_kept_and_no_currency_is_a_detail(fee):
    assert fee(amount="1.00", currency="USD")[0]["currency"] == "USD"
    found, details = fee(amount="1.00", currency="XXX")
    assert "currency" not in found
    assert names(details)["Fee “Fee”: currency"] == "XXX"


def test_discounts_become_waivers(fee):
    discount = {
        "description": "Under 25s",
        "discountType": "ELIGIBILITY_ONLY",
        "feeRate": "1.0",
        "transactionRate": "0.01",
        "additionalInfoUri": "https://wattle.example/young",
        "eligibility": [
            {"discountEligibilityType": "MAX_AGE", "additionalValue": "25"},
            {"discountEligibilityType": "OTHER", "additionalInfo": "Student card"},
        ],
    }
    found, details = fee(amount="4.00", discounts=[discount, {"amount": "0.50"}])
    assert found["waivers"] == [
        {
            "off_share": "100%",
            "condition": {"en": "Under 25s. Maximum age: 25. Student card"},
            "kind": "Eligibility only",
            "link": "https://wattle.example/young",
        },
        {"off": "0.50"},
    ]
    assert names(details)["Fee “Fee” – Discount “Under 25s”: transaction rate"] == "0.01"


def test_a_discount_that_reduces_nothing_is_a_detail(fee):
    found, details = fee(amount="4.00", discounts=[{"discountType": "BALANCE"}, {}])
    assert "waivers" not in found
    assert names(details)["Fee “Fee” – Discount: discount type"] == "BALANCE"


def test_same_names_get_ids_of_their_own(cdr_record, model):
    fees = [{"name": name, "feeType": "EVENT"} for name in ("Fee", "Fee 2", "Fee", "FEE", "!")]
    found = model(cdr.product(cdr_record(fees=fees))).fees
    assert [one.id for one in found] == ["fee", "fee-2", "fee-3", "fee-4", "fee-5"]


def test_rate_of_the_model_is_exact(cdr_record, model):
    fees = [{"name": "Fee", "feeType": "PURCHASE", "transactionRate": "0.0300000000000000"}]
    rate = model(cdr.product(cdr_record(fees=fees))).fees[0].rate
    assert isinstance(rate, Rate) and str(rate) == "3.00000000000000%"
