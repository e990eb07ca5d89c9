"""The interest rates of a Consumer Data Right record become rates of the model, with their tiers."""

from typing import Any

from ... import quantity
from .plain import (
    Record,
    english,
    is_code,
    is_period,
    is_signed,
    readable,
    sentences,
    stated,
    unique,
)

_KINDS = {
    "FIXED": "fixed",
    "VARIABLE": "variable",
    "FLOATING": "floating",
    "INTRODUCTORY": "introductory",
    "BONUS": "bonus",
    "BUNDLE_BONUS": "bonus",
    "DISCOUNT": "discount",
    "BUNDLE_DISCOUNT_FIXED": "discount",
    "BUNDLE_DISCOUNT_VARIABLE": "discount",
    "PENALTY": "penalty",
    "PURCHASE": "purchase",
    "CASH_ADVANCE": "cash_advance",
    "BALANCE_TRANSFER": "balance_transfer",
}
_DUE = {"IN_ADVANCE": "in_advance", "IN_ARREARS": "in_arrears"}
_REPAYMENT = {
    "PRINCIPAL_AND_INTEREST": "principal_and_interest",
    "INTEREST_ONLY": "interest_only",
}
_PURPOSE = {"OWNER_OCCUPIED": "owner_occupied", "INVESTMENT": "investment"}
_UNITS = {"DOLLAR": "amount", "MONTH": "months", "DAY": "days", "PERCENT": "percent"}
_MODES = {"WHOLE_BALANCE": "whole", "PER_TIER": "slice"}


def rates(deposit: list[Record], lending: list[Record]) -> list[dict[str, Any]]:
    """What the product pays, then what it charges, with ids of their own."""
    found = [_rate(one, "deposit", "paid_to_you") for one in deposit]
    found += [_rate(one, "lending", "charged_to_you") for one in lending]
    ids = unique(one["kind"].replace("_", "-") for one in found)
    for name, record in zip(ids, [*deposit, *lending], strict=True):
        record.label = f"Rate {name}"
    return [{"id": name, **one} for name, one in zip(ids, found, strict=True)]


def _rate(source: Record, side: str, paid: str) -> dict[str, Any]:
    code = source.text(f"{side}RateType", is_code) or ""
    kind = _KINDS.get(code, "other")
    rate = source.share("rate")
    return stated(
        kind=kind,
        code=code if code.lower() != kind else None,
        side=paid,
        status=None if rate else "not_stated",
        rate=rate,
        comparison=source.share("comparisonRate"),
        **_value(source, code),
        bands=[_band(one) for one in source.records("tiers")],
        calculated=source.text("calculationFrequency", is_period),
        credited=source.text("applicationFrequency", is_period),
        due=source.choice("interestPaymentDue", _DUE),
        repayment=source.choice("repaymentType", _REPAYMENT),
        purpose=source.choice("loanPurpose", _PURPOSE),
        note=english(source.text("additionalInfo")),
        link=source.url("additionalInfoUri"),
    )


def _value(source: Record, code: str) -> dict[str, Any]:
    """What `additionalValue` says: a length, the reference of a floating rate, or a condition."""
    if code in ("FIXED", "INTRODUCTORY") and (length := source.text("additionalValue", is_period)):
        return {"length": length}
    if code in ("FLOATING", "MARKET_LINKED"):
        return stated(reference=english(source.text("additionalValue")))
    return stated(condition=english(source.text("additionalValue", lambda t: not is_period(t))))


def _band(source: Record) -> dict[str, Any]:
    name = source.text("name")
    source.label = f"Tier “{name}”" if name else "Tier"
    unit = source.choice("unitOfMeasure", _UNITS)
    bounds = _bounds(source) if unit else {}
    said = [one.text("additionalInfo") for one in source.records("applicabilityConditions")]
    return stated(
        name=english(name),
        unit=unit,
        mode=source.choice("rateApplicationMethod", _MODES),
        **bounds,
        condition=english(sentences(source.text("additionalInfo"), *said, _unsorted(source))),
    )


def _bounds(source: Record) -> dict[str, str]:
    """Both bounds, each within its tier. An upper bound below the lower one (0, where there is
    none) is left as it is said."""
    low = source.text("minimumValue", is_signed)
    high = source.text("maximumValue", lambda text: is_signed(text) and not _below(text, low))
    return stated(at_least=low, up_to=high)


def _below(text: str, low: str | None) -> bool:
    return low is not None and quantity.amount(text) < quantity.amount(low)


def _unsorted(source: Record) -> str | None:
    keys = ("minimumValue", "maximumValue", "unitOfMeasure", "rateApplicationMethod")
    given = ((key, source.text(key)) for key in keys)
    return "; ".join(f"{readable(key)}: {said}" for key, said in given if said) or None
