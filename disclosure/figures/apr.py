"""Advances and payments go in; the annual rate that a law prints for them comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from disclosure.figures.calendar import decimal
from disclosure.figures.figure import Figure, NotComputable, at_least, finite, listed, more_than
from disclosure.figures.rounding import precisely
from disclosure.figures.solver import internal_rate, rate_of

APRC_RULE = "Directive (EU) 2023/2225 Annex III"
APPENDIX_J = "12 CFR 1026 Appendix J"
APR_TOLERANCE_PCT = Decimal("0.125")
"""A disclosed US rate this near to the exact one counts as accurate (12 CFR 1026.22(a)(2))."""
IRREGULAR_TOLERANCE_PCT = Decimal("0.25")
"""The same for several advances, or payments irregular in time or amount (12 CFR 1026.22(a)(3))."""


@dataclass(frozen=True, slots=True)
class Payments:
    """`count` equal amounts, the first after `whole` and `odd` unit-periods, the others one after each."""

    amount: Decimal
    count: int
    whole: int
    odd: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        finite(amount=self.amount)
        at_least(1, count=self.count)
        at_least(0, whole=self.whole)
        if not 0 <= self.odd < 1:
            raise NotComputable("out_of_range", f"an odd period is below 1, not {self.odd}")


@precisely
def eu_aprc(flows: Sequence[tuple[Fraction, Decimal]]) -> Figure:
    """The annual percentage rate of charge of a credit in the EU, in percent.

    Each flow is (time in years, amount): drawdowns and payments with opposite signs, every cost that
    the borrower must pay among the payments. Equation: sum(C * (1 + X)^-t) = sum(D * (1 + X)^-s).
    Rounding: half-up to 1 place or more at print (remark (d)). Raises NotComputable as
    `internal_rate` does. Rule: Directive (EU) 2023/2225 Annex III, as 2008/48/EC and 2014/17/EU.
    """
    _demand_flows(flows)
    rate = internal_rate([(decimal(time), amount) for time, amount in flows])
    inputs = listed(
        amounts=[amount for _, amount in flows], years="; ".join(str(time) for time, _ in flows)
    )
    equation = "sum(drawdown * (1 + X)^-t) = sum(payment * (1 + X)^-s); aprc = 100 * X"
    return Figure("aprc_pct", 100 * rate, "percent", inputs, equation, "half-up to 2 places", APRC_RULE)


@precisely
def us_appendix_j_apr(
    advances: Sequence[Payments], payments: Sequence[Payments], per_year: Decimal
) -> Figure:
    """The annual percentage rate of a closed-end credit in the US, in percent.

    `per_year` unit-periods make a year. Equation: sum(A / ((1 + e * i) * (1 + i)^q)) =
    sum(P / ((1 + f * i) * (1 + i)^t)), with whole unit-periods q, t and odd fractions e, f;
    APR = 100 * per_year * i. Rounding: half-up to 2 places at print; accurate within
    `APR_TOLERANCE_PCT`. Raises NotComputable as `internal_rate` does.
    Rule: 12 CFR 1026 Appendix J (b)(8).
    """
    more_than(0, per_year=per_year)
    flows = _netted([*_signed(advances, -1), *_signed(payments, 1)])
    _demand_flows(flows)
    exact = [(whole, decimal(odd), amount) for whole, odd, amount in flows]
    rate = rate_of([amount for _, _, amount in flows], lambda rate: _worth(exact, rate))
    inputs = listed(advances=_told(advances), payments=_told(payments), per_year=per_year)
    equation = "sum(A / ((1 + e*i) * (1 + i)^q)) = sum(P / ((1 + f*i) * (1 + i)^t)); apr = 100 * per_year * i"
    value, rounding = 100 * per_year * rate, "half-up to 2 places"
    return Figure("apr_pct", value, "percent", inputs, equation, rounding, APPENDIX_J)


def _demand_flows(flows: Sequence[tuple[object, ...]]) -> None:
    if not flows:
        raise NotComputable("missing_input", "there are no payments")
    finite(**{f"amount {number}": flow[-1] for number, flow in enumerate(flows, start=1)})  # type: ignore[arg-type]


def _signed(several: Sequence[Payments], sign: int) -> list[tuple[int, Fraction, Decimal]]:
    return [(one.whole + n, one.odd, sign * one.amount) for one in several for n in range(one.count)]


def _netted(flows: Sequence[tuple[int, Fraction, Decimal]]) -> list[tuple[int, Fraction, Decimal]]:
    """The flows in the order of time, those at one time added up, without what then is nothing."""
    amounts: dict[tuple[int, Fraction], Decimal] = {}
    for whole, odd, amount in sorted(flows):
        amounts[whole, odd] = amounts.get((whole, odd), Decimal(0)) + amount
    return [(whole, odd, amount) for (whole, odd), amount in amounts.items() if amount]


def _told(several: Sequence[Payments]) -> str:
    return "; ".join(f"{one.count} x {one.amount:f} from {one.whole} + {one.odd}" for one in several)


def _worth(flows: Sequence[tuple[int, Decimal, Decimal]], rate: Decimal) -> tuple[Decimal, Decimal]:
    """The present value of the flows, which stand in the order of time, and its derivative by the rate."""
    growth, worth, slope = 1 + rate, Decimal(0), Decimal(0)
    grown, before = Decimal(1), 0
    for whole, simple, amount in flows:
        grown *= growth if whole == before + 1 else growth ** (whole - before)
        part = amount / ((1 + simple * rate) * grown)
        worth += part
        slope -= part * (simple / (1 + simple * rate) + whole / growth)
        before = whole
    return worth, slope
