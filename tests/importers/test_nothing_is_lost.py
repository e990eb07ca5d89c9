"""Every value of a foreign record is in its definition, and nothing is there that the record lacks."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from leaves import lost, number, scalars, values, visible

from disclosure import source
from disclosure.product.importers import cdr, ept


REAL = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared") / "real"
PRICES = ("amount", "balanceRate", "transactionRate", "accruedRate")
LISTS = {"fees": "fees", "features": "features", "eligibility": "eligibility"}


@pytest.fixture(scope="module")
def records():
    """Name → real record of a bank's product."""
    files = sorted((REAL / "cdr_full").glob("*.json"))
    if not files:
        pytest.skip("no real records on this machine (set DISCLOSURE_SHARED)")
    return {file.stem: cdr.record(file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture(scope="module")
def rows():
    """Real rows of the European PRIIPs Template."""
    file = REAL / "ept_v21_dev.yaml"
    if not file.is_file():
        pytest.skip("no real rows on this machine (set DISCLOSURE_SHARED)")
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def pairs(record, definition):
    """Each part of a record with the part of the definition that must hold it."""
    rest = {key: definition.get(key) for key in ("details", "links", "currency") if key in definition}
    rates = (record.get("depositRates") or []) + (record.get("lendingRates") or [])
    for name in LISTS:
        for one, made in zip(record.get(name) or [], definition.get(name, []), strict=True):
            yield one, [made, rest]
    for one, made in zip(rates, definition.get("rates", []), strict=True):
        yield one, [made, rest]
    mapped = {*LISTS, "depositRates", "lendingRates"}
    yield {key: value for key, value in record.items() if key not in mapped}, definition


def invented(record, definition):
    """Prices of the definition's fees that the record does not state, and wrong freedoms."""
    for one, made in zip(record.get("fees") or [], definition.get("fees", []), strict=True):
        stated = {key: number(visible(str(one.get(key)))) for key in PRICES}
        known = {value for value in stated.values() if value is not None}
        if made.get("status") == "free" and (not known or any(known)):
            yield made
        if made.get("status") == "not_stated" and any(known):
            yield made
        if "amount" in made and number(made["amount"]) != stated["amount"]:
            yield made
        if "rate" in made and number(made["rate"][:-1]) not in {value * 100 for value in known}:
            yield made


def test_real_bank_products(records, model):
    ids = set()
    for name, record in records.items():
        definition = cdr.product(record)
        ids.add(model(definition).id)
        missing = [value for one, made in pairs(record, definition) for value in lost(one, made)]
        assert (name, missing) == (name, [])
        assert (name, list(invented(record, definition))) == (name, [])
        assert bool(record.get("fees")) == ("fees" in definition)
    assert len(ids) == len(records)


def test_real_definitions_are_readable_as_files(records):
    for record in list(records.values())[::10]:
        definition = cdr.product(record)
        written = yaml.safe_dump(definition, allow_unicode=True, sort_keys=False)
        document = source.parse(written, "written")
        assert (document.data, document.problems) == (definition, ())


def test_real_share_classes(rows, model):
    for row in rows:
        definition = ept.product(row)
        model(definition)
        rates = {key for key in row if key[:2] in ("02", "03") or key.startswith("01020")}
        missing = [one for one in lost(row, definition, rates) if not _worded(*one, definition)]
        assert (row["00050_Portfolio_Name"], missing) == (row["00050_Portfolio_Name"], [])
        free = sum(one.get("status") == "free" for one in definition["fees"])
        costs = [value for key, value in row.items() if key[:2] == "03"]
        assert free <= sum(number(value) == 0 or value == "N" for value in costs)


def _worded(key, value, definition):
    """A flag or number of a closed list that the definition holds as a word."""
    texts = set(scalars(definition))
    words = {"Y": "yes", "N": "no", "1": "ISIN"}
    if key.startswith("01120"):
        return f"P{value}Y" in texts
    if key.startswith("01125"):
        return value == "N" and definition["term"]["type"] == "open"
    if key.startswith("03090"):
        return value == "N" and any(one["id"] == "incidental" for one in definition["fees"])
    if key.startswith("04080"):
        return value == "N" and definition["risk"]["guarantee"]["covers"] == "none"
    if key[:2] == "03":
        return any(number(one[:-1]) == Decimal(value) * 100 for one in texts if one.endswith("%"))
    return words.get(value) in texts


TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
NUMBER = st.decimals(-9, 9, places=4).map(str)
KNOWN = st.sampled_from(["P1M", "https://a.example/b", "N/A"])
SCALAR = st.none() | st.booleans() | TEXT | NUMBER | KNOWN
ANY = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
LEAST = {
    "brand": "b",
    "productId": "i",
    "name": "n",
    "description": "d",
    "lastUpdated": "2024-01-01",
    "productCategory": "LEASES",
}
NAME = st.from_regex(r"0[1-4]0[0-9]{2}_[A-Za-z_]{0,5}", fullmatch=True)


def some(keys, **more):
    """A mapping with any value, of any shape, under some of the keys; `more` with its own."""
    known = {key: SCALAR | ANY for key in keys.split()} | more
    return st.fixed_dictionaries({}, optional=known)


DISCOUNT = some(
    "description discountType amount feeRate additionalValue additionalInfo additionalInfoUri x",
    eligibility=st.lists(some("discountEligibilityType additionalValue additionalInfo"), max_size=2),
)
FEE = some(
    "name amount balanceRate transactionRate accruedRate accrualFrequency currency additionalValue "
    "additionalInfo additionalInfoUri x",
    feeType=st.sampled_from(["PERIODIC", "EVENT ", "VARIABLE", "WITHDRAWAL", "NEW"]),
    discounts=ANY | st.lists(DISCOUNT, max_size=2),
)
TIER = some(
    "name minimumValue maximumValue additionalInfo applicabilityConditions x",
    unitOfMeasure=st.sampled_from(["DOLLAR", "MONTH", "MOON"]),
)
RATE = some(
    "rate comparisonRate additionalValue additionalInfo additionalInfoUri loanPurpose x",
    lendingRateType=st.sampled_from(["FIXED", "FLOATING", "NEW", "BUNDLE_BONUS"]),
    tiers=ANY | st.lists(TIER, max_size=2),
)
RECORD = some(
    "brandName effectiveFrom isTailored applicationUri cardArt bundles additionalInformation x",
    fees=st.lists(FEE, max_size=2),
    lendingRates=st.lists(RATE, max_size=2),
    features=st.lists(some("featureType additionalValue additionalInfo x"), max_size=2),
    eligibility=st.lists(some("eligibilityType additionalValue additionalInfo"), max_size=2),
    constraints=st.lists(some("constraintType additionalValue additionalInfoUri"), max_size=2),
)


@given(RECORD)
def test_any_record_keeps_its_values(fields):
    record = LEAST | fields
    definition = cdr.product(record)
    assert lost(record, definition) == []


@given(st.dictionaries(NAME, SCALAR | ANY))
def test_any_row_keeps_its_values(fields):
    texts = "\n".join(scalars(ept.product(fields)))
    said = [value for _, value in values(fields) if number(value) is None]
    assert [value for value in said if value not in texts and value not in ("Y", "N")] == []
