"""What a product costs: one list of fees for every kind of product."""

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from .currency import Currency
from .parties import Short, Web
from .part import Amount, Day, Length, Part, Percent, Words, YesNo, refuse, rising

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,120}$")]
Status = Literal["charged", "free", "not_charged_now", "not_stated"]
Basis = Literal[
    "amount_paid_in",
    "amount_taken_out",
    "balance",
    "net_assets",
    "profit",
    "principal",
    "repaid_early",
    "overdue",
    "transaction",
    "premium",
    "interest",
    "limit",
]
Timing = Literal["entry", "yearly", "monthly", "periodic", "each_time", "event", "exit"]
Charge = Literal[
    "annual",
    "balance_transfer",
    "cash_advance",
    "foreign_transaction",
    "late_payment",
    "over_limit",
    "returned_payment",
]
Payee = Literal["provider", "distributor", "manager", "custodian", "third_party"]


class Step(Part):
    """One step of a tiered fee: up to an amount, or up to a time held; the last step has no end."""

    up_to: Amount | None = None
    held_up_to: Length | None = None
    rate: Percent | None = None
    amount: Amount | None = None

    @model_validator(mode="after")
    def _has_a_price(self) -> Self:
        if self.rate is None and self.amount is None:
            raise refuse("step-without-price")
        return self


class Tiers(Part):
    """A fee that changes with the amount or with the time held.

    `slice` charges each part of the amount at the rate of its own step; `whole` charges the whole
    amount at the rate of the step it falls in. An amount of exactly `up_to` belongs to its step
    (`bound: up_to`) or to the next one (`bound: below`); a time of exactly `held_up_to` belongs to
    the next step.
    """

    by: Literal["amount", "time_held"]
    bound: Literal["up_to", "below"] = "up_to"
    mode: Literal["slice", "whole"] = "whole"
    steps: tuple[Step, ...]

    @model_validator(mode="after")
    def _steps_rise(self) -> Self:
        other = [s.held_up_to if self.by == "amount" else s.up_to for s in self.steps]
        if any(limit is not None for limit in other):
            raise refuse("tiers-other-bound", key="up_to" if self.by == "amount" else "held_up_to")
        limits = [s.up_to if self.by == "amount" else s.held_up_to for s in self.steps]
        if len(limits) < 2:
            raise refuse("tiers-too-few")
        if None in limits[:-1] or limits[-1] is not None:
            raise refuse("tiers-open-end", key="up_to" if self.by == "amount" else "held_up_to")
        sizes = [size if self.by == "amount" else size.in_years for size in limits[:-1]]
        if sizes != sorted(set(sizes)):
            raise refuse("tiers-not-rising")
        return self


class Waiver(Part):
    """A reduction of a fee: an amount or share taken off, or another rate instead, and until when."""

    off: Amount | None = None
    off_share: Percent | None = None
    instead_rate: Percent | None = None
    until: Day | None = None
    condition: Words | None = None
    kind: Short | None = None
    link: Web | None = None

    @model_validator(mode="after")
    def _reduces_something(self) -> Self:
        priced = self.off is not None or self.off_share is not None or self.instead_rate is not None
        if not priced and self.condition is None:
            raise refuse("waiver-empty")
        return self


class Fee(Part):
    """One fee. A missing fee, a fee of nothing and a fee not charged now are three things.

    `status` is `charged` (then `amount`, `rate` or `tiers` says how much), `free` (there is no
    charge), `not_charged_now` (the contract allows it, later) or `not_stated` (nobody said).
    `rate` is a share of what `of` names; with `at_most: yes` it is the most that may be charged.
    `combine` joins amount and rate where both are given.
    `kind` is the row of a credit card's table in which a law wants the fee (12 CFR 1026.60).
    `payee_name` names who gets the money, where that is neither the provider nor the distributor.
    A `periodic` fee falls due `every` so often; where that is no exact period, `trigger` says when.
    """

    id: Slug
    kind: Charge | None = None
    name: Words
    when: Timing
    status: Status = "charged"
    amount: Amount | None = None
    rate: Percent | None = None
    rate_up_to: Percent | None = None
    combine: Literal["sum", "greater", "lesser"] = "sum"
    of: Basis | None = None
    currency: Currency | None = None
    at_most: YesNo = False
    every: Length | None = None
    trigger: Words | None = None
    payee: Payee | None = None
    payee_name: Words | None = None
    tiers: Tiers | None = None
    minimum: Amount | None = None
    maximum: Amount | None = None
    waivers: tuple[Waiver, ...] = ()
    condition: Words | None = None
    note: Words | None = None
    link: Web | None = None
    code: Short | None = None

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        priced = self.amount is not None or self.rate is not None or self.tiers is not None
        if self.status == "charged" and not priced:
            raise refuse("fee-without-price")
        if self.status == "charged" and self.amount == 0 and self.rate is None:
            raise refuse("fee-zero")
        if self.tiers is not None and (self.rate or self.amount):
            raise refuse("fee-price-beside-tiers")
        if self.status == "not_stated" and priced:
            raise refuse("fee-stated-after-all")
        if self.status == "free" and (self.amount or self.rate and self.rate.percent):
            raise refuse("fee-free-with-price")
        return self

    @model_validator(mode="after")
    def _rate_has_basis(self) -> Self:
        rising(self.rate, self.rate_up_to)
        steps = self.tiers.steps if self.tiers else ()
        has_rate = self.rate or any(step.rate for step in steps)
        if any(one.rate and one.rate.percent < 0 for one in (self, *steps)):
            raise refuse("fee-rate-negative")
        if has_rate and self.of is None:
            raise refuse("fee-rate-without-basis")
        unsaid = self.every is None and self.trigger is None
        if self.when == "periodic" and unsaid and self.status == "charged":
            raise refuse("fee-periodic-without-every")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise refuse("fee-minimum-above-maximum")
        return self
