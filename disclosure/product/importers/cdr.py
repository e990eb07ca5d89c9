"""A product of Australia's Consumer Data Right (product reference data) becomes a definition.

Source of the fields: Consumer Data Standards, BankingProductDetail. Rates there are fractions, and
bounds of tiers lie within their tier. Money is in Australian dollars unless a fee says otherwise.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from .cdr_fees import fees
from .cdr_rates import rates
from .plain import (
    Record,
    detail,
    english,
    identity,
    is_amount,
    is_code,
    is_day,
    leftovers,
    link,
    readable,
    sentences,
    stated,
)

CURRENCY = "AUD"
_KINDS = {
    "TERM_DEPOSITS": "deposit",
    "TRANS_AND_SAVINGS_ACCOUNTS": "deposit",
    "REGULATED_TRUST_ACCOUNTS": "deposit",
    "TRAVEL_CARDS": "deposit",
    "RESIDENTIAL_MORTGAGES": "loan",
    "PERS_LOANS": "loan",
    "BUSINESS_LOANS": "loan",
    "MARGIN_LOANS": "loan",
    "LEASES": "loan",
    "OVERDRAFTS": "loan",
    "TRADE_FINANCE": "loan",
    "CRED_AND_CHRG_CARDS": "card",
}
_CATEGORIES = {
    "TRANS_AND_SAVINGS_ACCOUNTS": "Transaction and savings accounts",
    "PERS_LOANS": "Personal loans",
    "CRED_AND_CHRG_CARDS": "Credit and charge cards",
}
_LIMITS = {
    "MIN_BALANCE": "min_balance",
    "MAX_BALANCE": "max_balance",
    "OPENING_BALANCE": "opening_balance",
    "MIN_LIMIT": "min_amount",
    "MAX_LIMIT": "max_amount",
}
_PAGES = {
    "overviewUri": "Overview",
    "termsUri": "Terms and conditions",
    "eligibilityUri": "Who can have it",
    "feesAndPricingUri": "Fees and prices",
    "bundleUri": "Bundles",
}


def record(text: str) -> dict[str, Any]:
    """A record from its JSON, with every number as it is written. Raises ValueError if it is none."""
    found = json.loads(text, parse_float=str, parse_int=str)
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")
    return found


def product(record: Mapping[str, Any]) -> dict[str, Any]:
    """The definition of one product, from its detail record or the answer that wraps it in `data`.

    `fees` and `rates` are left out where the record lists none: an empty list there does not say
    that there are none. A fee of 0.00 is free, unless its type says that the amount varies.
    """
    wrapped = record.get("data")
    source = Record.of(wrapped if isinstance(wrapped, Mapping) else record)
    definition = {
        "schema": "disclosure/product/1",
        **_head(source),
        **_lists(source),
    }
    further = _category(source) + _validity(source) + _bundles(source)
    pages = _links(source)
    rest = leftovers(source)
    return definition | stated(
        details=further + rest["details"],
        links=pages + [one for one in rest["links"] if one["url"] not in _urls(pages)],
    )


def _head(source: Record) -> dict[str, Any]:
    version = source.text("lastUpdated", is_code)
    brand, own = source.seen("brand") or "", source.seen("productId")
    return stated(
        kind=_KINDS.get(source.seen("productCategory") or ""),
        id=identity(brand, own) if own else None,
        version=version,
        languages=["en"],
        name=english(source.text("name")),
        summary=english(source.text("description")),
        currency=CURRENCY,
        as_of=_day(version),
        launched=_day(source.seen("effectiveFrom")),
        provider=stated(name=english(source.text("brandName") or brand)),
        codes=[*_code(source, "productId", "Product id"), *_code(source, "brand", "Brand")],
    )


def _lists(source: Record) -> dict[str, Any]:
    return stated(
        rates=rates(source.records("depositRates"), source.records("lendingRates")),
        fees=fees(source.records("fees"), CURRENCY),
        features=[_said(one, "featureType") for one in source.records("features")],
        limits=_limits(source),
        eligibility=[_said(one, "eligibilityType") for one in source.records("eligibility")],
    )


def _said(source: Record, key: str) -> dict[str, Any]:
    """A feature or a condition: its kind in words, then what is said of it."""
    code = source.text(key, is_code) or "OTHER"
    source.label = readable(code)
    said = source.text("additionalInfo")
    value = source.text("additionalValue")
    if code == "OTHER":
        words = said or (None if value else source.label)
    else:
        words = f"{source.label}: {said}" if said else source.label
    return stated(
        text=english(words),
        value=english(value),
        code=code,
        link=source.url("additionalInfoUri"),
    )


def _limits(source: Record) -> list[dict[str, Any]]:
    """The constraints that the model has a field for; the others, and those that say nothing, stay
    with the record."""
    found = source.records("constraints")
    for one in found:
        one.label = readable(one.seen("constraintType") or "constraint")
    known = [one for one in found if one.seen("constraintType") in _LIMITS]
    return [_limit(one) for one in known if one.seen("additionalValue") or one.seen("additionalInfo")]


def _limit(source: Record) -> dict[str, Any]:
    return stated(
        what=source.choice("constraintType", _LIMITS),
        amount=source.text("additionalValue", is_amount),
        note=english(sentences(source.text("additionalValue"), source.text("additionalInfo"))),
        link=source.url("additionalInfoUri"),
    )


def _category(source: Record) -> list[dict[str, Any]]:
    category = source.text("productCategory", _KINDS.__contains__)
    tailored = source.text("isTailored")
    return [
        detail(name, words)
        for name, words in (
            ("Category", category and (_CATEGORIES.get(category) or readable(category))),
            ("Tailored to the customer", tailored),
        )
        if words
    ]


def _validity(source: Record) -> list[dict[str, Any]]:
    names = {"effectiveFrom": "Offered from", "effectiveTo": "Offered until"}
    found = ((name, source.text(key)) for key, name in names.items())
    return [detail(name, words) for name, words in found if words]


def _bundles(source: Record) -> list[dict[str, Any]]:
    found = []
    for one in source.records("bundles"):
        name = one.text("name") or "Bundle"
        one.label = f"Bundle “{name}”"
        about = sentences(one.text("description"), one.text("additionalInfo"))
        members = ", ".join(one.texts("productIds"))
        found.append(detail("Part of a bundle", f"{name}: {about}" if about else name))
        found += [detail(f"{one.label}: product ids", members)] if members else []
    return found


def _links(source: Record) -> list[dict[str, Any]]:
    pages = [_page(source, "applicationUri", "Apply")]
    for one in source.records("additionalInformation"):
        pages += [_page(one, key, name) for key, name in _PAGES.items()]
        for key in [key for key in one.left if key.startswith("additional")]:
            group = readable(re.sub("^additional|Uris$", "", key))
            pages += [
                _page(page, "additionalInfoUri", group, "description") for page in one.records(key)
            ]
    for art in source.records("cardArt"):
        pages.append(_page(art, "imageUri", "Picture of the card", "title"))
    return [page for page in pages if page]


def _page(source: Record, key: str, name: str, more: str = "") -> dict[str, Any] | None:
    """A link with its name, which a further field may say more exactly."""
    source.label = source.label or (name if more else "")
    url = source.url(key)
    said = source.text(more) if url and more else None
    return link(f"{name}: {said}" if said else name, url) if url else None


def _urls(links: list[dict[str, Any]]) -> set[str]:
    return {one["url"] for one in links}


def _code(source: Record, key: str, scheme: str) -> list[dict[str, Any]]:
    value = source.text(key, is_code)
    return [{"scheme": {"en": scheme}, "value": value}] if value else []


def _day(timestamp: str | None) -> str | None:
    date = (timestamp or "")[:10]
    return date if is_day(date) else None
