"""Interest: what a product pays the customer or charges the customer as a yearly rate."""

from typing import Literal, Self

from pydantic import model_validator

from .fees import Slug
from .parties import Short, Web
from .part import Day, Length, Part, Percent, SignedAmount, Words, refuse, rising

Kind = Literal[
    "fixed",
    "variable",
    "floating",
    "introductory",
    "bonus",
    "discount",
    "penalty",
    "purchase",
    "cash_advance",
    "balance_transfer",
    "instalment",
    "early_exit",
    "other",
]


class Band(Part):
    """The part of the amounts, terms or shares to which a rate applies; a bound not given is open.

    The lower bound is `above`, which is not in the band, or `at_least`, which is. `up_to` is in it.
    """

    unit: Literal["amount", "months", "days", "percent"] = "amount"
    above: SignedAmount | None = None
    at_least: SignedAmount | None = None
    up_to: SignedAmount | None = None
    mode: Literal["slice", "whole"] = "whole"
    name: Words | None = None
    condition: Words | None = None

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.above is not None and self.at_least is not None:
            raise refuse("band-two-lower-bounds")
        low = self.above if self.at_least is None else self.at_least
        high = self.up_to
        if low is not None and high is not None and low > high:
            raise refuse("band-upside-down", low=str(low), high=str(high))
        return self


class InterestRate(Part):
    """One yearly interest rate, or a range of them, with the conditions under which it applies.

    `comparison` is a rate that also counts fees, as the provider states it. `spread` is added to
    `reference`. `calculated` and `credited` say how often interest is worked out and how often it is
    paid or charged. A rate nobody stated has status `not_stated`.
    """

    id: Slug
    kind: Kind
    side: Literal["paid_to_you", "charged_to_you"]
    status: Literal["stated", "not_stated"] = "stated"
    name: Words | None = None
    rate: Percent | None = None
    rate_up_to: Percent | None = None
    comparison: Percent | None = None
    reference: Words | None = None
    spread: Percent | None = None
    length: Length | None = None
    until: Day | None = None
    bands: tuple[Band, ...] = ()
    calculated: Length | None = None
    credited: Length | None = None
    due: Literal["in_advance", "in_arrears"] | None = None
    repayment: Literal["principal_and_interest", "interest_only"] | None = None
    purpose: Literal["owner_occupied", "investment"] | None = None
    condition: Words | None = None
    note: Words | None = None
    link: Web | None = None
    code: Short | None = None

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        if self.status == "stated" and self.rate is None and self.spread is None:
            raise refuse("rate-without-value")
        rising(self.rate, self.rate_up_to)
        return self


class Scenario(Part):
    """What a customer might get back in one course of events, after costs: in money, as a yearly
    return, or both."""

    name: Literal["stress", "unfavourable", "moderate", "favourable", "minimum"]
    after: Length
    gets_back: SignedAmount | None = None
    yearly: Percent | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        if self.gets_back is None and self.yearly is None:
            raise refuse("scenario-without-value")
        return self


class PastYear(Part):
    """The result of one calendar year, after costs, and of the benchmark in the same year."""

    year: Short
    product: Percent
    benchmark: Percent | None = None


class Benchmark(Part):
    """A yardstick (业绩比较基准): not a promise; says why it was chosen and what it rests on.

    Source: 银行保险机构资产管理产品信息披露管理办法 (NFRA order 2025 no. 10).
    """

    name: Words | None = None
    rate: Percent | None = None
    rate_up_to: Percent | None = None
    reason: Words | None = None
    basis: Words | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        rising(self.rate, self.rate_up_to)
        if not (self.name or self.rate or self.reason or self.basis):
            raise refuse("benchmark-empty")
        return self


class Returns(Part):
    """What the customer may earn, and how sure that is."""

    type: Literal["fixed", "variable", "market", "none"]
    how: Words | None = None
    benchmark: Benchmark | None = None
    scenarios: tuple[Scenario, ...] = ()
    past: tuple[PastYear, ...] = ()
    paid_out: Words | None = None


