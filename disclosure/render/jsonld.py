"""A product becomes its machine-readable twin in schema.org's words, for the head of the HTML."""

import json
import re
from typing import Any

from ..sheet import Fact, Sheet

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
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": ["FinancialProduct", _TYPES[sheet.kind]],
        "identifier": sheet.product,
        "name": "".join(sentence.text for sentence in sheet.title),
        "inLanguage": sheet.lang,
        "provider": {
            "@type": "Organization",
            "name": "".join(sentence.text for sentence in sheet.provider),
        },
    }
    if summary := stated.get("summary"):
        data["description"] = summary.shown
    if "figures.rate.irr" in stated:
        data["annualPercentageRate"] = stated["figures.rate.irr"].value.rstrip("%")
    elif (rate := _only_rate(stated)) is not None:
        data["interestRate"] = rate
    fees = [_fee(sheet, index) for index in range(len(sheet.facts)) if f"fees[{index}].name" in stated]
    if fees:
        data["feesAndCommissionsSpecification"] = "; ".join(fees)
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _only_rate(stated: dict[str, Fact]) -> str | None:
    """The interest rate of a product that has one and no range; several cannot be told in one number."""
    rates = [path for path in stated if re.fullmatch(r"rates\[\d+\]\.rate(_up_to)?", path)]
    return stated[rates[0]].value.rstrip("%") if len(rates) == 1 else None


def _fee(sheet: Sheet, index: int) -> str:
    prefix = f"fees[{index}]."
    parts = [fact for fact in sheet.facts if fact.path.startswith(prefix)]
    name = next(fact.shown for fact in parts if fact.path == f"{prefix}name")
    kinds = ("rate", "amount", "status", "minimum", "maximum")
    sums = [f.shown for f in parts if f.path.removeprefix(prefix) in kinds]
    return f"{name}: {', '.join(dict.fromkeys(sums))}" if sums else name
