"""A Consumer Data Right record as a whole: identity, kind, lists and leftovers."""

import copy

import pytest

from disclosure.errors import DisclosureError
from disclosure.product.importers import cdr


def details(definition):
    return {one["name"]["en"]: one["value"]["en"] for one in definition["details"]}


def links(definition):
    return {one["url"]: one["name"]["en"] for one in definition["links"]}


def test_head_of_the_definition(cdr_record, model):
    definition = cdr.product(cdr_record())
    found = model(definition)
    assert (found.kind, found.currency, found.id) == ("deposit", "AUD", "wattle-saver_01-f182b0")
    assert found.name.get("en") == "Wattle Saver\u2122"
    assert found.summary.get("en") == "Save with a bonus."
    assert found.provider.name.get("en") == "Wattle Mutual"
    assert found.version == "2024-05-06T10:11:12.000+10:00"
    assert (found.as_of.isoformat(), found.launched.isoformat()) == ("2024-05-06", "2020-02-03")
    assert [one.value for one in found.codes] == ["Saver_01", "Wattle"]


def test_what_is_not_stated_is_left_out(cdr_record):
    definition = cdr.product(cdr_record())
    assert not {"fees", "rates", "term", "returns", "risk", "exit"} & set(definition)
    assert details(definition) == {
        "Category": "Transaction and savings accounts",
        "Tailored to the customer": "no",
        "Offered from": "2020-02-03T00:00:00Z",
        "Application URI": "www.wattle.example/apply",
        "Picture of the card: title": "Green card",
    }


def test_pages_are_links_and_other_addresses_details(cdr_record):
    assert links(cdr.product(cdr_record())) == {
        "https://wattle.example/saver": "Overview",
        "https://wattle.example/fees": "Fees and pricing: Branch fees",
    }


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("TERM_DEPOSITS", "deposit"),
        ("TRAVEL_CARDS", "deposit"),
        ("LEASES", "loan"),
        ("TRADE_FINANCE", "loan"),
        ("CRED_AND_CHRG_CARDS", "card"),
    ],
)
def test_category_gives_the_kind(cdr_record, model, category, kind):
    assert model(cdr.product(cdr_record(productCategory=category))).kind == kind


def test_unknown_category_is_refused_by_the_model_and_kept(cdr_record, model):
    definition = cdr.product(cdr_record(productCategory="TULIPS"))
    assert details(definition)["Product category"] == "TULIPS"
    with pytest.raises(DisclosureError):
        model(definition)


def test_ids_that_differ_in_case_only_stay_apart(cdr_record):
    ids = {cdr.product(cdr_record(productId=one))["id"] for one in ("S1_100PLUS", "S1_100plus")}
    assert len(ids) == 2
    assert cdr.product(cdr_record(productId="a1-b2"))["id"] == "wattle-a1-b2"


def test_features_conditions_and_limits(cdr_record, model):
    definition = cdr.product(
        cdr_record(
            features=[
                {"featureType": "NPP_ENABLED", "additionalInfo": "Fast payments"},
                {"featureType": "OTHER", "additionalInfo": "A pen", "additionalValue": "blue"},
                {"featureType": "REDRAW", "additionalInfoUri": "see our site"},
            ],
            eligibility=[{"eligibilityType": "MIN_AGE", "additionalValue": "18"}],
            constraints=[
                {"constraintType": "MIN_LIMIT", "additionalValue": "2,000"},
                {"constraintType": "MAX_LIMIT", "additionalValue": "95% of the price"},
                {"constraintType": "MAX_LVR", "additionalValue": "0.80"},
            ],
        )
    )
    model(definition)
    assert definition["features"] == [
        {"text": {"en": "NPP enabled: Fast payments"}, "code": "NPP_ENABLED"},
        {"text": {"en": "A pen"}, "value": {"en": "blue"}, "code": "OTHER"},
        {"text": {"en": "Redraw"}, "code": "REDRAW"},
    ]
    assert definition["eligibility"] == [
        {"text": {"en": "Minimum age"}, "value": {"en": "18"}, "code": "MIN_AGE"}
    ]
    assert definition["limits"] == [
        {"what": "min_amount", "amount": "2,000"},
        {"what": "max_amount", "note": {"en": "95% of the price"}},
    ]
    assert details(definition)["Redraw: additional info URI"] == "see our site"
    assert details(definition)["Maximum LVR: additional value"] == "0.80"


def test_a_limit_that_says_nothing_is_a_detail(cdr_record, model):
    page = "https://wattle.example/limits"
    definition = cdr.product(
        cdr_record(constraints=[{"constraintType": "MIN_LIMIT", "additionalInfoUri": page}])
    )
    assert model(definition).limits == ()
    assert "MIN_LIMIT" in [one["value"]["en"] for one in definition["details"]]
    assert page in [one["url"] for one in definition["links"]]


def test_bundle_keeps_its_members(cdr_record):
    bundle = {"name": "Pack", "description": "Both", "productIds": ["a", "b"], "bonus": True}
    said = details(cdr.product(cdr_record(bundles=[bundle])))
    assert said["Part of a bundle"] == "Pack: Both"
    assert said["Bundle “Pack”: product ids"] == "a, b"
    assert said["Bundle “Pack”: bonus"] == "yes"


def test_wrapped_answer_and_numbers_as_they_are_written(cdr_record, model):
    record = cdr.record(
        '{"data": {"productId": "x", "brand": "B", "name": "N", "description": "D", '
        '"productCategory": "LEASES", "lastUpdated": "2024-01-01T00:00:00Z", '
        '"fees": [{"name": "F", "feeType": "EVENT", "amount": 1.10}]}}'
    )
    assert str(model(cdr.product(record)).fees[0].amount) == "1.10"
    with pytest.raises(ValueError):
        cdr.record("[]")


def test_record_is_not_changed(cdr_record):
    record = cdr_record(fees=[{"name": "F", "discounts": [{"amount": "1"}]}])
    before = copy.deepcopy(record)
    cdr.product(record)
    assert record == before
