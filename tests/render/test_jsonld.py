"""The machine-readable twin keeps to schema.org's types, properties and values, and says what the sheet says."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from disclosure.render.jsonld import collection, jsonld

# Which properties a type has of its own, and what it is a kind of: https://schema.org/FinancialProduct and
# the pages of the other types (the same in the definitions that schema-dts 2.1.0 generates from them).
PARENTS = {
    "Thing": (),
    "Intangible": ("Thing",),
    "Service": ("Intangible",),
    "FinancialProduct": ("Service",),
    "LoanOrCredit": ("FinancialProduct",),
    "PaymentCard": ("FinancialProduct",),
    "CreditCard": ("LoanOrCredit", "PaymentCard"),
    "BankAccount": ("FinancialProduct",),
    "InvestmentOrDeposit": ("FinancialProduct",),
    "DepositAccount": ("BankAccount", "InvestmentOrDeposit"),
    "InvestmentFund": ("InvestmentOrDeposit",),
    "Organization": ("Thing",),
    "CreativeWork": ("Thing",),
    "WebPage": ("CreativeWork",),
    "CollectionPage": ("WebPage",),
    "ItemList": ("Intangible",),
}
PROPERTIES = {
    "Thing": "additionalType alternateName description disambiguatingDescription identifier image mainEntityOfPage name "
    "owner potentialAction sameAs subjectOf url",
    "Service": "aggregateRating areaServed audience availableChannel award brand broker category hasCertification "
    "hasOfferCatalog hoursAvailable isRelatedTo isSimilarTo logo offers produces provider providerMobility review "
    "serviceArea serviceAudience serviceOutput serviceType slogan termsOfService",
    "FinancialProduct": "annualPercentageRate feesAndCommissionsSpecification interestRate",
    "LoanOrCredit": "amount currency gracePeriod loanRepaymentForm loanTerm loanType recourseLoan renegotiableLoan "
    "requiredCollateral",
    "PaymentCard": "cashBack contactlessPayment floorLimit monthlyMinimumRepaymentAmount",
    "BankAccount": "accountMinimumInflow accountOverdraftLimit bankAccountType",
    "InvestmentOrDeposit": "amount",
    # Of the many properties of a CreativeWork those that could be meant here.
    "CreativeWork": "about author dateCreated dateModified datePublished hasPart inLanguage isPartOf mainEntity provider "
    "publisher version",
    "ItemList": "aggregateElement itemListElement itemListOrder numberOfItems",
}
# What a value may be: text, a number, a day, or a thing of a type. Of the types that schema.org allows, those we use.
RANGES = {
    "annualPercentageRate": "Number", "interestRate": "Number", "feesAndCommissionsSpecification": "Text",
    "category": "Text", "description": "Text", "identifier": "Text", "name": "Text", "inLanguage": "Text",
    "version": "Text", "dateModified": "Date", "provider": "Organization", "mainEntityOfPage": "CreativeWork",
    "mainEntity": "Thing", "numberOfItems": "Integer",
}  # fmt: skip


def above(name: str) -> Iterator[str]:
    yield name
    for parent in PARENTS[name]:
        yield from above(parent)


def types(data: dict[str, Any]) -> list[str]:
    return [data["@type"]] if isinstance(data["@type"], str) else data["@type"]


def wrong(data: dict[str, Any]) -> Iterator[str]:
    """Every property that none of the types has, and every value that is not of its kind."""
    known = {part for name in types(data) for one in above(name) for part in PROPERTIES.get(one, "").split()}
    if len(types(data)) != len(set(types(data))):
        yield "a type stands twice"
    for name, value in data.items():
        if name not in ("@context", "@type"):
            if name not in known:
                yield f"{types(data)} has no {name}"
            elif not fits(value, RANGES[name]):
                yield f"{name}: {value!r}"
            if isinstance(value, dict):
                yield from wrong(value)


def fits(value: Any, kind: str) -> bool:
    match kind:
        case "Text":
            return isinstance(value, str) and value.strip() != ""
        case "Number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Date":
            return bool(date.fromisoformat(value))
        case _:
            return isinstance(value, dict) and any(kind in above(name) for name in types(value))


def test_every_sheet_keeps_to_the_vocabulary(sheet) -> None:
    data = json.loads(jsonld(sheet))
    assert data["@context"] == "https://schema.org"
    assert list(wrong(data)) == []


def test_the_front_page_keeps_to_the_vocabulary() -> None:
    data = json.loads(collection("产品说明目录", "zh-CN", 3, date(2026, 11, 24)))
    assert list(wrong(data)) == []
    assert data["mainEntity"]["numberOfItems"] == 3
    assert data["dateModified"] == "2026-11-24"
    assert list(wrong(json.loads(collection("x", "en", 0, None)))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"inLanguage": "en"}, "has no inLanguage"),
        ({"version": "1"}, "has no version"),
        ({"interestRate": "4.02"}, "interestRate: '4.02'"),
        ({"provider": "A Bank"}, "provider: 'A Bank'"),
        ({"@type": ["FinancialProduct", "FinancialProduct"]}, "stands twice"),
        ({"amount": 1}, "has no amount"),
    ],
)
def test_the_table_finds_what_is_wrong(sheet_of, change: dict[str, Any], said: str) -> None:
    data = {**json.loads(jsonld(sheet_of("anhe-whole-life-savings", "en"))), **change}
    assert any(said in one for one in wrong(data))


def test_the_type_is_that_of_the_kind_and_stands_once(sheet_of) -> None:
    told = {
        "hengjiang-term-deposit-1y": ["FinancialProduct", "DepositAccount"],
        "hengjiang-stable-180d": ["FinancialProduct", "InvestmentOrDeposit"],
        "mingyuan-csi-index-fund": ["FinancialProduct", "InvestmentFund"],
        "hengjiang-personal-loan": ["FinancialProduct", "LoanOrCredit"],
        "hengjiang-credit-card": ["FinancialProduct", "CreditCard"],
        "wayfare-travel-cover": ["FinancialProduct"],
    }
    assert {name: json.loads(jsonld(sheet_of(name, "en")))["@type"] for name in told} == told


def test_a_loan_tells_its_yearly_rate_and_a_deposit_its_interest_as_numbers(sheet_of) -> None:
    loan = json.loads(jsonld(sheet_of("hengjiang-personal-loan", "zh-CN")))
    assert (loan["annualPercentageRate"], "interestRate" in loan) == (8.83, False)
    deposit = json.loads(jsonld(sheet_of("cedar-hollow-certificate-12m", "en")))
    assert (deposit["interestRate"], "annualPercentageRate" in deposit) == (4.02, False)
    # Rates by band or by turn cannot be told in one number.
    tiered = json.loads(jsonld(sheet_of("harbour-tiered-saver", "en")))
    assert not {"interestRate", "annualPercentageRate"} & set(tiered)


def test_fees_are_told_in_the_words_of_the_sheet(sheet_of) -> None:
    card = json.loads(jsonld(sheet_of("ridgeway-rewards-card", "en")))["feesAndCommissionsSpecification"]
    assert card == (
        "Annual fee: no charge; Balance transfer fee: 3.00% of each transaction or US$5, whichever is more; "
        "Cash advance fee: 5.00% of each transaction or US$10, whichever is more; "
        "Foreign transaction fee: no charge; Late payment fee: US$32, at most US$43; "
        "Over-the-limit fee: no charge; Returned payment fee: US$32"
    )
    chinese = json.loads(jsonld(sheet_of("hengjiang-stable-180d", "zh-CN")))["feesAndCommissionsSpecification"]
    assert chinese.startswith("认购费：不收费；固定管理费：0.30%，按持有的市值算；")
    assert chinese.endswith("超额业绩报酬：目前不收，以后可能会收")


def test_a_fee_in_steps_is_named_and_no_step_stands_for_it(sheet_of) -> None:
    fund = json.loads(jsonld(sheet_of("mingyuan-csi-index-fund", "en")))["feesAndCommissionsSpecification"]
    assert fund.startswith("Purchase fee; Redemption fee; Management fee: 0.15% ")
