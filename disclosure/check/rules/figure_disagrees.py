"""A product and its sheet become findings where a stated figure is not the one that was worked out."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("figure-disagrees", "a figure stated to a customer must follow from the terms beside it")


def find(product: Any, sheet: Sheet) -> Iterator[Finding]:
    """A loan's stated yearly cost and payment, beside those of its own plan."""
    loan = product.loan if product.kind == "loan" else None
    computed = {fact.path: fact for fact in sheet.facts}
    rates = [computed.get(f"figures.rate.{kind}") for kind in ("irr", "simple")]
    known = [Decimal(fact.value.rstrip("%")) for fact in rates if fact]
    for path, stated in _yearly_costs(product) if known else ():
        if not any(_same(stated, one) for one in known):
            values = {"text": f"{stated}%", "computed": " / ".join(f"{one}%" for one in known)}
            yield Finding(RULE.id, "error", sheet.lang, "cost", path, "", values)
    payment = loan and loan.repayment and loan.repayment.payment
    first = computed.get("figures.loan.first")
    if payment and first and not _same(payment, Decimal(first.value.split()[0])):
        values = {"text": str(payment), "computed": first.value.split()[0]}
        yield Finding(RULE.id, "error", sheet.lang, "cost", "loan.repayment.payment", "", values)
    yield from _operating_rate(product, sheet)


def _yearly_costs(product: Any) -> Iterator[tuple[str, Decimal]]:
    """Where a loan states what it costs in a year with its fees. A comparison rate is looked at only
    where the law makes it this very figure (PBOC 2021 no. 3), not one of a loan set for comparison."""
    loan = product.loan if product.kind == "loan" else None
    if loan and loan.stated_annual_rate:
        yield "loan.stated_annual_rate", loan.stated_annual_rate.percent
    for index, rate in enumerate(product.rates or ()):
        if loan and product.currency == "CNY" and rate.comparison and rate.side == "charged_to_you":
            yield f"rates[{index}].comparison", rate.comparison.percent


def _operating_rate(product: Any, sheet: Sheet) -> Iterator[Finding]:
    """A fund's stated composite operating rate, beside the sum of its yearly fees on the sheet."""
    terms = product.fund if product.kind == "fund" else None
    ours = [fact for fact in sheet.facts if fact.path == "figures.fund.rate"]
    if terms and terms.stated_operating_rate and ours:
        stated, known = terms.stated_operating_rate.percent, Decimal(ours[0].value.rstrip("%"))
        if not _same(stated, known):
            values = {"text": f"{stated}%", "computed": f"{known}%"}
            yield Finding(RULE.id, "error", sheet.lang, "fees", "fund.stated_operating_rate", "", values)


def _same(stated: Decimal, computed: Decimal) -> bool:
    """Whether two figures agree as far as the stated one has decimals."""
    step = Decimal(1).scaleb(min(stated.as_tuple().exponent, 0))
    return abs(stated - computed) <= step / 2
