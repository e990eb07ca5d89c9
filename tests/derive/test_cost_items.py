"""What each item adds to the annual cost of a loan adds up to the whole, whatever the loan."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure import derive, product, source
from disclosure.figures.rounding import half_up

LOAN = """\
schema: disclosure/product/1
kind: loan
id: a
version: "1"
languages: [en]
name: {{en: A}}
summary: {{en: A loan.}}
currency: CNY
as_of: 2026-11-24
provider: {{name: {{en: B}}}}
rates:
  - {{id: r, kind: fixed, side: charged_to_you, rate: "{rate}%"}}
fees:
  - {{id: start, name: {{en: Start}}, when: entry, amount: {entry}}}
  - {{id: month, name: {{en: Month}}, when: monthly, rate: "{monthly}%", of: principal}}
  - {{id: end, name: {{en: End}}, when: exit, amount: {exit}}}
  - {{id: late, name: {{en: Late}}, when: event, rate: "{late}%", of: overdue, every: {every}}}
example: {{amount: 50000}}
loan:
  repayment: {{type: {plan}, count: {count}}}
"""
cents = st.decimals(1, 900, places=2)
rates = st.decimals(0, 24, places=2)
small = st.decimals(0, 1, places=2)


def figures(**terms: object) -> dict[str, Decimal]:
    """The figures of a loan with these terms, rates as printed."""
    found = derive.derive(product.parse(source.parse(LOAN.format(**terms), "x.yaml")))
    return {name: half_up(one.value, 2) if one.unit == "percent" else one.value for name, one in found.items()}


@given(rate=rates, entry=cents, monthly=small, exit=cents, count=st.integers(1, 60),
       plan=st.sampled_from(["equal_payment", "equal_principal", "interest_only", "bullet"]))  # fmt: skip
def test_the_shares_add_up_to_the_annual_cost(**terms: object) -> None:
    found = figures(late="0.05", every="P1D", **terms)
    shares = {name: value for name, value in found.items() if name.startswith("annual.")}
    assert list(shares) == ["annual.interest", "annual.start", "annual.month", "annual.end"]
    assert sum(shares.values()) == found["rate.irr"]
    assert min(shares.values()) >= 0
    total = sum((found[f"total.{name}"] for name in ("start", "month", "end")), Decimal(0))
    assert half_up(total, 2) == half_up(found["loan.fees"], 2)


def test_a_charge_by_the_day_or_month_is_told_as_a_simple_yearly_rate() -> None:
    terms = {"rate": "6", "entry": 1, "monthly": "0", "exit": 1, "count": 12, "plan": "equal_payment"}
    assert figures(late="0.05", every="P1D", **terms)["yearly.late"] == Decimal("18.25")
    assert figures(late="1.50", every="P1M", **terms)["yearly.late"] == Decimal("18.00")
    assert figures(late="0.35", every="P1W", **terms)["yearly.late"] == Decimal("18.25")


def test_a_fee_nobody_can_count_leaves_no_shares_and_no_total() -> None:
    terms = {"rate": "6", "entry": 1, "monthly": "0.5", "exit": 1, "count": 12, "plan": "bullet", "late": 1, "every": "P1D"}
    text = LOAN.format(**terms).replace("when: exit, amount: 1", "when: exit, status: not_stated")
    found = derive.derive(product.parse(source.parse(text, "x.yaml")))
    assert not [name for name in found if name.startswith(("annual.", "total.", "rate."))]
