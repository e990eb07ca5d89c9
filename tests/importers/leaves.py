"""A record and its definition go in; the values that the definition lacks come out."""

import re
import unicodedata
from collections.abc import Iterator, Set
from decimal import Decimal, InvalidOperation
from typing import Any

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
