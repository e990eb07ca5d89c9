"""A product becomes its machine-readable twin in schema.org's words, for the head of the HTML."""

import json
from typing import Any

from ..sheet import Sheet

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
    elif "rates[0].rate" in stated:
        data["interestRate"] = stated["rates[0].rate"].value.rstrip("%")
    fees = [_fee(sheet, index) for index in range(len(sheet.facts)) if f"fees[{index}].name" in stated]
    if fees:
        data["feesAndCommissionsSpecification"] = "; ".join(fees)
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _fee(sheet: Sheet, index: int) -> str:
    prefix = f"fees[{index}]."
    parts = [fact for fact in sheet.facts if fact.path.startswith(prefix)]
    name = next(fact.shown for fact in parts if fact.path == f"{prefix}name")
    kinds = ("rate", "amount", "status", "minimum", "maximum")
    sums = [f.shown for f in parts if f.path.removeprefix(prefix) in kinds]
    return f"{name}: {', '.join(dict.fromkeys(sums))}" if sums else name
