"""Every value of a foreign record is in its definition, and nothing that the record lacks."""

import os
import re
import unicodedata
from collections.abc import Iterator, Set
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from disclosure import source
from disclosure.product.importers import cdr, ept

REAL = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared") / "real"
PRICES = ("amount", "balanceRate", "transactionRate", "accruedRate")
LISTS = {"fees": "fees", "features": "features", "eligibility": "eligibility"}
NOTHING = {"", '""', "None", "null"}
RATES = frozenset(
    {"rate", "comparisonRate", "balanceRate", "transactionRate", "accruedRate", "feeRate"}
)
# What stands in the definition for a value of a closed list, besides the value itself in words.
WORDS = {
    ("feeType", "EVENT"): "event",
    ("feeType", "UPFRONT"): "entry",
    ("feeType", "VARIABLE"): "the amount varies",
    ("constraintType", "MIN_LIMIT"): "min_amount",
    ("constraintType", "MAX_LIMIT"): "max_amount",
    ("unitOfMeasure", "DOLLAR"): "amount",
    ("unitOfMeasure", "MONTH"): "months",
    ("unitOfMeasure", "DAY"): "days",
    ("rateApplicationMethod", "WHOLE_BALANCE"): "whole",
    ("rateApplicationMethod", "PER_TIER"): "slice",
    ("accrualFrequency", "M"): "monthly",
    ("accrualFrequency", "Y"): "yearly",
    ("accrualFrequency", "D"): "daily",
    ("discountEligibilityType", "MIN_AGE"): "Minimum age",
    ("discountEligibilityType", "MAX_AGE"): "Maximum age",
    ("discountEligibilityType", "OTHER"): "",  # a condition whose words say all there is
    ("productCategory", "PERS_LOANS"): "Personal loans",
    ("productCategory", "CRED_AND_CHRG_CARDS"): "Credit and charge cards",
    ("productCategory", "TRANS_AND_SAVINGS_ACCOUNTS"): "Transaction and savings accounts",
}


def scalars(data: Any) -> Iterator[str]:
    """Every text of a definition."""
    if isinstance(data, dict):
        for value in data.values():
            yield from scalars(value)
    elif isinstance(data, list):
        for value in data:
            yield from scalars(value)
    else:
        yield data


def values(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every value of a source record that says something, as (its own key, text)."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from values(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, key)
    elif isinstance(data, bool):
        yield key, "yes" if data else "no"
    elif data is not None and visible(str(data)) not in NOTHING:
        yield key, visible(str(data))


def visible(text: str) -> str:
    """A text on one line, without characters that nobody sees."""
    hidden = ("Cc", "Cf", "Co", "Cs")
    shown = (c for c in text if c.isspace() or unicodedata.category(c) not in hidden)
    return " ".join("".join(shown).split())


def number(text: str) -> Decimal | None:
    """The exact number a text is, if it is one."""
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def lost(source: Any, part: Any, rates: Set[str] = RATES) -> list[tuple[str, str]]:
    """The values of a source (or a part of it) that are nowhere in a part of the definition."""
    texts = list(scalars(part))
    whole = set(texts)
    numbers = {number(one) for one in texts} - {None}
    shares = {number(one[:-1]) for one in texts if one.endswith("%")} - {None}
    blob = "\n".join(texts)
    return [
        (key, value)
        for key, value in values(source)
        if not (
            value in whole
            or _is_number(key, value, numbers, shares, blob, rates)
            or (number(value) is None and _is_text(key, value, blob))
        )
    ]


def _is_number(
    key: str, value: str, numbers: Set[Any], shares: Set[Any], blob: str, rates: Set[str]
) -> bool:
    exact = number(value)
    if exact is None or not exact.is_finite():
        return False
    if key in rates and exact * 100 in shares:
        return True
    found = exact in numbers and key not in rates
    return found or bool(re.search(rf"(?<![\d.]){re.escape(value)}(?![\d]|\.\d)", blob))


def _is_text(key: str, value: str, blob: str) -> bool:
    if value in blob or WORDS.get((key, value), "\0") in blob:
        return True
    return value.isupper() and value.replace("_", " ").lower() in blob.lower().replace("_", " ")


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
