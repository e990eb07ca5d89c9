"""What the European key information document says of an investment beyond what every product states."""

from typing import Literal, Self

from pydantic import model_validator

from .fees import Slug
from .parties import Web
from .part import Amount, Count, Length, Part, Percent, SignedAmount, Words, YesNo, refuse


class ReturnMoments(Part):
    """The moments of the observed log returns a trading period, which the risk measures rest on.

    `skew` and `excess_kurtosis` are plain numbers.
    Source: Delegated Regulation (EU) 2017/653 Annex II point 12.
    """

    count: Count | None = None
    mean: Percent | None = None
    volatility: Percent
    skew: SignedAmount
    excess_kurtosis: SignedAmount
    stressed_volatility: Percent | None = None


class StatedCosts(Part):
    """The costs that the manufacturer states for leaving after a time, for comparison with ours.

    `total` is money on the example amount; `impact` the yearly reduction of the return (RIY).
    """

    after: Length
    total: Amount | None = None
    impact: Percent | None = None

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        if self.total is None and self.impact is None:
            raise refuse("costs-empty")
        return self


class Priips(Part):
    """What the key information document adds.

    `category` is that of Annex II; `complex` demands the comprehension alert; with `flexible` the
    investments may change so much that the volatility may be that of another allocation.
    `adjusted` says that the manufacturer shows a higher risk class than the table gives.
    `prices_a_year` is 252 for daily, 52 for weekly, 12 for monthly prices.
    `transaction` and `incidental` are ids of yearly fees which are transaction costs and incidental
    costs; a fee of the profit always is incidental, every other yearly fee is a running cost.
    `incidental_average` is what incidental costs came to a year, of the value, over five years.
    The currency warning stands unless `currency_risk` is `no`.
    Source: Regulation (EU) 1286/2014, Delegated Regulation (EU) 2017/653.
    """

    category: Literal["1", "2", "3", "4"] | None = None
    complex: YesNo | None = None
    flexible: YesNo | None = None
    adjusted: YesNo | None = None
    prices_a_year: Count | None = None
    moments: ReturnMoments | None = None
    liquidity: Literal["liquid", "material", "illiquid"] = "liquid"
    currency_risk: YesNo = True
    other_risks: Words | None = None
    benchmark_used: YesNo | None = None
    transaction: tuple[Slug, ...] = ()
    incidental: tuple[Slug, ...] = ()
    incidental_average: Percent | None = None
    stated_costs: tuple[StatedCosts, ...] = ()
    past_years: Count | None = None
    past_performance: Web | None = None
    earlier_scenarios: Web | None = None

    @model_validator(mode="after")
    def _has_periods(self) -> Self:
        if self.prices_a_year == 0:
            raise refuse("moments-without-periods")
        return self
