"""A product, or a list of them, becomes its machine-readable twin in schema.org's words, for the head of a page."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from .. import shipped, source
from ..sheet import Fact, Sheet
from .typeset import between

_NAME = re.compile(r"fees\[\d+\]\.name")
_SUM = re.compile(r"fees\[\d+\]\.(rate|rate_up_to|amount|status|minimum|maximum)")
_CONTEXT = "https://schema.org"
_TYPES = {
    "deposit": "DepositAccount",
    "wealth": "InvestmentOrDeposit",
    "fund": "InvestmentFund",
    "loan": "LoanOrCredit",
    "card": "CreditCard",
    "insurance": "FinancialProduct",
}


def jsonld(sheet: Sheet) -> str:
    """A schema.org FinancialProduct as JSON, safe inside a script element."""
    stated = {fact.path: fact for fact in sheet.facts}
    name = "".join(sentence.text for sentence in sheet.title)
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": list(dict.fromkeys(["FinancialProduct", _TYPES[sheet.kind]])),
        "identifier": sheet.product,
        "name": name,
        "category": sheet.labels["kind"],
        "provider": {
            "@type": "Organization",
            "name": "".join(sentence.text for sentence in sheet.provider),
        },
        # A product has no language and no version; the page about it has.
        "mainEntityOfPage": {
            "@type": "WebPage",
            "name": f"{name} – {sheet.labels['regime']}",
            "inLanguage": sheet.lang,
            "version": sheet.version,
            "dateModified": sheet.as_of.isoformat(),
        },
    }
    if summary := stated.get("summary"):
        data["description"] = summary.shown
    return _safe(data | _rates(stated) | _fees(sheet))


def collection(name: str, lang: str, count: int, day: date | None) -> str:
    """A schema.org CollectionPage of `count` sheets, the newest of them of that day; safe as above."""
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "CollectionPage",
        "name": name,
        "inLanguage": lang,
        "mainEntity": {"@type": "ItemList", "name": name, "numberOfItems": count},
    }
    return _safe(data | ({"dateModified": day.isoformat()} if day else {}))


def _safe(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _rates(stated: Mapping[str, Fact]) -> dict[str, float]:
    for yearly in ("figures.rate.irr", "figures.tila.apr"):
        if yearly in stated:
            return {"annualPercentageRate": _number(stated[yearly])}
    rate = _only_rate(stated)
    return {"interestRate": _number(rate)} if rate else {}


def _number(rate: Fact) -> float:
    """A rate in percent as the number that JSON writes; its few digits come through unchanged."""
    return float(rate.value.rstrip("%"))


def _only_rate(stated: Mapping[str, Fact]) -> Fact | None:
    """The interest rate of a product that has one and no range; several cannot be told in one number."""
    rates = [path for path in stated if re.fullmatch(r"rates\[\d+\]\.rate(_up_to)?", path)]
    return stated[rates[0]] if len(rates) == 1 else None


def _fees(sheet: Sheet) -> dict[str, str]:
    """Every fee that the sheet names, with the words that tell what it comes to."""
    told = _told(sheet)
    words = _words(sheet.lang)
    names = {fact.path.removesuffix("name"): fact.shown for fact in sheet.facts if _NAME.fullmatch(fact.path)}
    fees = [
        words["said"].format(name=name, sum=told[fee]) if fee in told else name
        for fee, name in sorted(names.items(), key=lambda each: int(each[0][5:-2]))
    ]
    return {"feesAndCommissionsSpecification": words["between"].join(fees)} if fees else {}


def _told(sheet: Sheet) -> dict[str, str]:
    """By the start of a fee's path ("fees[0]."), the cell of a table that tells what it comes to: of
    several the one with the most sums in it.

    A fee in steps has no such cell: what one step comes to is not what the fee comes to.
    """
    found: dict[str, tuple[int, str]] = {}
    for _, role, sentences in sheet.everything():
        paths = {run.fact.path for sentence in sentences for run in sentence.runs if run.fact}
        fees = {path.partition(".")[0] + "." for path in paths if path.startswith("fees[")}
        sums = len([path for path in paths if _SUM.fullmatch(path)])
        if role == "cell" and len(fees) == 1 and sums > found.get(fee := fees.pop(), (0, ""))[0]:
            found[fee] = sums, between(sheet.lang).join(sentence.text for sentence in sentences)
    return {fee: said for fee, (_, said) in found.items()}


@lru_cache
def _words(lang: str) -> Mapping[str, str]:
    return dict(source.read(shipped.folder("templates", "catalogue.yaml")).data[lang]["fees"])
