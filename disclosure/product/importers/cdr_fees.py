"""The fees of a Consumer Data Right record become fees of the model, with every discount."""

import re
from typing import Any

from .plain import (
    Record,
    english,
    is_amount,
    is_code,
    is_fraction,
    is_period,
    readable,
    sentences,
    slug,
    stated,
    unique,
    worded,
)

# Of BankingProductFee in the Consumer Data Standards: type → when it falls due, and for what.
_TYPES: dict[str, tuple[str, str | None]] = {
    "PERIODIC": ("periodic", None),
    "TRANSACTION": ("each_time", "a transaction"),
    "WITHDRAWAL": ("each_time", "a withdrawal"),
    "DEPOSIT": ("each_time", "a deposit"),
    "PAYMENT": ("each_time", "a payment"),
    "PURCHASE": ("each_time", "a purchase"),
    "CASH_ADVANCE": ("each_time", "a cash advance"),
    "EVENT": ("event", None),
    "UPFRONT": ("entry", None),
    "UPFRONT_PER_PLAN": ("entry", "for each plan"),
    "EXIT": ("exit", None),
    "VARIABLE": ("event", "the amount varies"),
}
_RATES = {"balanceRate": "balance", "transactionRate": "transaction", "accruedRate": "interest"}
_OFTEN = {"D": "daily", "W": "weekly", "M": "monthly", "Q": "quarterly", "Y": "yearly"}
_CURRENCY = re.compile(r"(?!XXX)[A-Z]{3}\Z")
_SUM = re.compile(r"\bplus\b|\+|\bin addition\b", re.I)
_LESSER = re.compile(r"\b(lesser|lower) of\b|\bwhichever (is|are) (the )?(less|lesser|lower)\b", re.I)
_GREATER = re.compile(r"\bgreater\b|\bhigher\b|\bminimum\b|\bat least\b|\bor\b", re.I)


def fees(records: list[Record], currency: str) -> list[dict[str, Any]]:
    """The fees of a product whose own currency is given, in their order, with ids of their own."""
    found = [_fee(one, currency) for one in records]
    ids = unique(slug(one["name"]["en"]) or "fee" for one in found)
    return [{"id": name, **one} for name, one in zip(ids, found, strict=True)]


def _fee(source: Record, currency: str) -> dict[str, Any]:
    name = source.text("name") or readable(source.seen("feeType") or "fee")
    machine = "_" in name and " " not in name and is_code(name)
    shown = readable(name) if machine else name
    source.label = f"Fee “{shown}”"
    charged_in = source.text("currency", lambda code: bool(_CURRENCY.match(code)))
    timing, varies = _timing(source)
    condition = source.text("additionalValue", lambda text: not is_period(text))
    note = source.text("additionalInfo")
    price, remark = _price(source, varies, f"{condition} {note}")
    return stated(
        name={"en": shown},
        code=name if machine else None,
        **timing,
        **price,
        currency=charged_in if charged_in != currency else None,
        condition=english(condition),
        note=english(sentences(note, remark)),
        link=source.url("additionalInfoUri"),
        waivers=[made for one in source.records("discounts") if (made := _waiver(one))],
    )


def _timing(source: Record) -> tuple[dict[str, Any], bool]:
    kind = source.text("feeType", _TYPES.__contains__) or "EVENT"
    when, what = _TYPES[kind]
    if kind != "PERIODIC":
        return stated(when=when, trigger=english(what)), kind == "VARIABLE"
    every = source.text("additionalValue", is_period)
    often = None if every else _often(source)
    return stated(when=when, every=every, trigger=english(often)), False


def _often(source: Record) -> str:
    """How often a periodic fee falls due where that is no ISO 8601 period, in the source's words."""
    if said := source.text("additionalValue"):
        return said
    worked_out = source.choice("accrualFrequency", _OFTEN)
    return f"worked out {worked_out}" if worked_out else "how often is not stated"


def _price(source: Record, varies: bool, said: str) -> tuple[dict[str, Any], str | None]:
    amount = source.text("amount", is_amount)
    rate = _rate(source, amount)
    if amount is None and not rate:
        return {"status": "not_stated"}, None
    if amount and rate:
        return {"amount": amount, **rate, "combine": _combine(said)}, None
    if not _is_nothing(amount or rate["rate"].rstrip("%")):
        return stated(amount=amount) | rate, None
    if varies and amount:
        # "No charge" would be untrue of a fee that the record itself calls variable.
        remark = f"The source gives {amount} and says that the amount varies."
        return {"status": "not_stated"}, remark
    return {"status": "free", **stated(amount=amount), **rate}, None


def _rate(source: Record, amount: str | None) -> dict[str, str]:
    """The rate and what it is a share of. A rate of nothing beside another price is left over."""
    present = [key for key in _RATES if is_fraction(source.seen(key) or "")]
    telling = [key for key in present if not _is_nothing(source.seen(key) or "")]
    if not telling and amount is not None:
        return {}
    for key in telling or present:
        return {"rate": str(source.share(key)), "of": _RATES[key]}
    return {}


def _is_nothing(number: str) -> bool:
    return not re.search("[1-9]", number)


def _combine(said: str) -> str:
    """How amount and rate go together, from the fee's own words; unsaid, the dearest: the sum."""
    if _SUM.search(said):
        return "sum"
    if _LESSER.search(said):
        return "lesser"
    return "greater" if _GREATER.search(said) else "sum"


def _waiver(source: Record) -> dict[str, Any]:
    """A discount, or nothing where it says neither how much nor when: it stays with the record."""
    description = source.text("description")
    source.label = f"Discount “{description}”" if description else "Discount"
    said = stated(
        off=source.text("amount", is_amount),
        off_share=source.share("feeRate"),
        condition=english(
            sentences(
                description,
                source.text("additionalInfo"),
                source.text("additionalValue"),
                *[_eligible(one) for one in source.records("eligibility")],
            )
        ),
    )
    if not said:
        return {}
    kind = source.text("discountType", is_code)
    return said | stated(kind=worded(kind) if kind else None, link=source.url("additionalInfoUri"))


def _eligible(source: Record) -> str | None:
    kind = source.text("discountEligibilityType")
    said = sentences(source.text("additionalValue"), source.text("additionalInfo"))
    if kind in (None, "OTHER") and said:
        return said
    source.label = worded(kind or "")
    return f"{source.label}: {said}" if said else source.label
