"""What a fund adds for the product summaries of China and Hong Kong: dealing, managers, portfolio, charges."""

from typing import Self

from pydantic import Field, model_validator

from .part import Day, Part, Percent, Words, refuse


class FundManager(Part):
    """A person who manages a fund: since which day this one, and since which day in the trade at all."""

    name: Words
    since: Day | None = None
    in_trade_since: Day | None = None


class Holding(Part):
    """A class of assets, and its share of all assets."""

    name: Words
    share: Percent


class Portfolio(Part):
    """What a fund held on a day, in shares of all its assets."""

    on: Day
    holdings: tuple[Holding, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_no_more_than_all(self) -> Self:
        total = sum(one.share.percent for one in self.holdings)
        if total > 101:
            raise refuse("portfolio-above-all", text=f"{total:f}%")
        return self


class FundTerms(Part):
    """What the product summary of a public fund asks for beyond what every fund states.

    `operation` is how units are dealt in (普通开放式), `open_on` how often; `strategy` how the money is
    invested; `sent_on` the day the summary is filed. `stated_operating_rate` is the yearly composite
    operating rate (基金运作综合费率) as the manager states it, for comparison with ours.
    `ongoing_charges` over a year, `year_end` of the fund's accounts and the use of `derivatives` are for
    the Hong Kong product key facts statement, as the manager states them.
    Source: CSRC, 公募基金产品资料概要 (2020); SFC, product key facts statements.
    """

    operation: Words | None = None
    open_on: Words | None = None
    strategy: Words | None = None
    sent_on: Day | None = None
    managers: tuple[FundManager, ...] = ()
    portfolio: Portfolio | None = None
    stated_operating_rate: Percent | None = None
    ongoing_charges: Percent | None = None
    year_end: Words | None = None
    derivatives: Words | None = None
