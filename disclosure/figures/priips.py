"""A history of returns, or its moments, goes in; the EU measures of market and credit risk come out.

Source of all: Delegated Regulation (EU) 2017/653 as amended by (EU) 2021/2268, Annexes II and IV.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosure.figures.figure import Figure, NotComputable, at_least, finite, listed, more_than
from disclosure.figures.rounding import precisely

RULE = "Delegated Regulation (EU) 2017/653"
QUANTILE_1_PCT = Decimal("-2.326347874")
QUANTILE_5_PCT = Decimal("-1.644853627")
_CRM = {0: (1, 1, 1), 1: (1, 2, 2), 2: (2, 3, 3), 3: (3, 4, 5), 4: (4, 5, 6), 5: (5, 6, 6), 6: (6, 6, 6)}
"""Adjusted credit quality step by maturity up to 1 year, up to 12 years, longer; step 6 is the worst."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Of log returns a trading period: volatility, skew and excess kurtosis (kurtosis less 3)."""

    volatility: Decimal
    skew: Decimal
    excess_kurtosis: Decimal

    def __post_init__(self) -> None:
        at_least(0, volatility=self.volatility)
        finite(skew=self.skew, excess_kurtosis=self.excess_kurtosis)


@precisely
def log_returns(prices: Sequence[Decimal]) -> list[Decimal]:
    """ln(price / price before) of each period. Raises NotComputable for fewer than two prices."""
    if len(prices) < 2:
        raise NotComputable("missing_input", "two prices or more make a return")
    for price in prices:
        more_than(0, price=price)
    logs = [price.ln() for price in prices]
    return [later - earlier for earlier, later in zip(logs, logs[1:])]


@precisely
def moments(returns: Sequence[Decimal]) -> Moments:
    """The population moments of returns: sigma = sqrt(M2), skew M3 / sigma^3, kurtosis M4 / sigma^4 - 3.

    Rule: Annex II point 12. Returns that never change have no skew and no kurtosis: both are 0.
    """
    if not returns:
        raise NotComputable("missing_input", "there are no returns")
    mean = sum(returns, Decimal(0)) / len(returns)
    second, third, fourth = (_central(returns, mean, power) for power in (2, 3, 4))
    if second == 0:
        return Moments(Decimal(0), Decimal(0), Decimal(0))
    sigma = second.sqrt()
    return Moments(sigma, third / sigma**3, fourth / second**2 - 3)


def _central(returns: Sequence[Decimal], mean: Decimal, power: int) -> Decimal:
    return sum(((one - mean) ** power for one in returns), Decimal(0)) / len(returns)


@precisely
def value_at_risk(of: Moments, periods: int) -> Figure:
    """The value at risk in return space at 97.5 % over the recommended holding period.

    `periods` trading periods make the holding period. Equation (Cornish-Fisher): s * sqrt(N) *
    (-1.96 + 0.474 * m1 / sqrt(N) - 0.0687 * m2 / N + 0.146 * m1^2 / N) - 0.5 * s^2 * N.
    Rounding: none. Rule: Annex II point 12.
    """
    at_least(1, periods=periods)
    s, m1, m2, n = of.volatility, of.skew, of.excess_kurtosis, Decimal(periods)
    tail = (
        Decimal("-1.96") + Decimal("0.474") * m1 / n.sqrt()
        - Decimal("0.0687") * m2 / n + Decimal("0.146") * m1**2 / n
    )  # fmt: skip
    value = s * n.sqrt() * tail - s**2 * n / 2
    equation = (
        "s*sqrt(N)*(-1.96 + 0.474*m1/sqrt(N) - 0.0687*m2/N + 0.146*m1^2/N) - 0.5*s^2*N"
    )
    inputs = listed(s=s, m1=m1, m2=m2, N=periods)
    return Figure("var", value, "count", inputs, equation, "none", f"{RULE} Annex II point 12")


@precisely
def volatility_equivalent(value_at_risk: Decimal, years: Decimal) -> Figure:
    """The VaR-equivalent volatility, in percent, of a value at risk over `years`.

    Equation: 100 * (sqrt(3.842 - 2 * VaR) - 1.96) / sqrt(years). Rounding: none.
    Rule: Annex II point 13.
    """
    more_than(0, years=years)
    finite(value_at_risk=value_at_risk)
    under = Decimal("3.842") - 2 * value_at_risk
    at_least(0, under_the_root=under)
    value = 100 * (under.sqrt() - Decimal("1.96")) / years.sqrt()
    equation = "100 * (sqrt(3.842 - 2 * VaR) - 1.96) / sqrt(T)"
    inputs = listed(VaR=value_at_risk, T=years)
    return Figure("vev_pct", value, "percent", inputs, equation, "none", f"{RULE} Annex II point 13")


@precisely
def stress_scenario(of: Moments, periods: int, years: Decimal, quantile: Decimal | None = None) -> Figure:
    """The outcome under stress as a return a year, in percent; `of` holds the stressed volatility.

    Equation: stress = exp(s*sqrt(N)*(z + (z^2-1)/6*m1/sqrt(N) + (z^3-3z)/24*m2/N
    - (2z^3-5z)/36*m1^2/N) - 0.5*s^2*N); 100 * (stress^(1/T) - 1), with z the normal quantile of 1 %
    up to one year, else of 5 %. It must not be shown better than the unfavourable scenario.
    Rounding: none. Rule: Annex IV, stress scenario of Category 2.
    """
    at_least(1, periods=periods)
    more_than(0, years=years)
    z = quantile if quantile is not None else QUANTILE_1_PCT if years <= 1 else QUANTILE_5_PCT
    finite(z=z)
    s, m1, m2, n = of.volatility, of.skew, of.excess_kurtosis, Decimal(periods)
    tail = (
        z + (z**2 - 1) / 6 * m1 / n.sqrt()
        + (z**3 - 3 * z) / 24 * m2 / n - (2 * z**3 - 5 * z) / 36 * m1**2 / n
    )  # fmt: skip
    stress = (s * n.sqrt() * tail - s**2 * n / 2).exp()
    inputs = listed(s=s, m1=m1, m2=m2, N=periods, T=years, z=z)
    equation = (
        "stress = exp(s*sqrt(N)*(z + (z^2-1)/6*m1/sqrt(N) + (z^3-3z)/24*m2/N - (2z^3-5z)/36*m1^2/N)"
        " - 0.5*s^2*N); 100 * (stress^(1/T) - 1)"
    )
    value = 100 * (stress ** (1 / years) - 1)
    return Figure("annual_return_pct", value, "percent", inputs, equation, "none", f"{RULE} Annex IV")


@precisely
def stressed_volatility(returns: Sequence[Decimal], window: int, percentile: int) -> Decimal:
    """The volatility that `percentile` percent of all rolling windows do not exceed (nearest rank).

    Windows: 21 days up to one year, else 63; 8 or 16 weeks; 6 or 12 months; the 99th percentile up
    to one year, else the 90th. Rule: Annex IV, stress scenario of Category 2.
    """
    at_least(1, window=window, percentile=percentile)
    if len(returns) < window:
        raise NotComputable("missing_input", f"{window} returns are needed, there are {len(returns)}")
    rolling = sorted(
        moments(returns[start : start + window]).volatility
        for start in range(len(returns) - window + 1)
    )
    return rolling[-(-percentile * len(rolling) // 100) - 1]


def credit_risk_measure(quality_step: int, years: Decimal) -> Figure:
    """The credit risk measure, 1 to 6, from a credit quality step (0 best, 6 worst) and the maturity.

    Equation: the table of adjusted steps by maturity up to 1, up to 12 and over 12 years; steps 0
    and 1 both give measure 1. Rounding: none. Rule: Annex II Part 2 (unverified against the text).
    """
    more_than(0, years=years)
    if quality_step not in _CRM:
        raise NotComputable("out_of_range", f"a credit quality step is 0-6, not {quality_step}")
    level = _CRM[quality_step][(years > 1) + (years > 12)]
    inputs = listed(quality_step=quality_step, years=years)
    equation = "table of Annex II Part 2, by step and maturity"
    return Figure("crm", Decimal(level), "level", inputs, equation, "whole number", f"{RULE} Annex II Part 2")
