"""How long the money is tied up, how to get it out, who the product is for, and what it offers."""

from typing import Literal, Self

from pydantic import model_validator

from .fees import Slug
from .parties import Short, Web
from .part import Amount, Day, Length, Part, Percent, Words, YesNo, refuse


class Term(Part):
    """How long the contract runs."""

    type: Literal["fixed", "open", "notice", "revolving", "range"]
    length: Length | None = None
    longest: Length | None = None
    recommended: Length | None = None
    ends_on: Day | None = None
    notice: Length | None = None
    renewal: Words | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.type == "fixed" and self.length is None and self.ends_on is None:
            raise refuse("term-without-length")
        if self.type == "notice" and self.notice is None:
            raise refuse("term-without-notice")
        if self.type == "open" and self.length is not None:
            raise refuse("term-open-with-length")
        return self


class Exit(Part):
    """Getting the money out, or the contract ended, before its time.

    `fees` are ids of fees that fall due then; `rate` is the interest paid instead of the agreed one
    when a deposit is taken out early.
    """

    possible: Literal["any_time", "on_set_days", "with_cost", "not_before_end"]
    how: Words | None = None
    money_arrives: Length | None = None
    rate: Percent | None = None
    fees: tuple[Slug, ...] = ()
    loses: Words | None = None


class Example(Part):
    """The typical amount and the times for which costs are shown in money."""

    amount: Amount
    after: tuple[Length, ...] = ()
    note: Words | None = None

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        if self.amount == 0:
            raise refuse("example-amount-zero")
        times = [time.in_years for time in self.after]
        if 0 in times:
            raise refuse("example-after-nothing")
        if times != sorted(set(times)):
            raise refuse("example-after-not-rising")
        return self


class Target(Part):
    """Who the product was made for, and for whom it is wrong."""

    suits: tuple[Words, ...] = ()
    not_for: tuple[Words, ...] = ()
    investor_levels: tuple[Short, ...] = ()


class Feature(Part):
    """One thing the product does (or, with `limit: yes`, does not do) for the customer."""

    text: Words | None = None
    value: Words | None = None
    limit: YesNo = False
    code: Short | None = None
    link: Web | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.value or self.code):
            raise refuse("feature-empty")
        return self


class Limit(Part):
    """A smallest or largest amount."""

    what: Literal[
        "min_amount", "max_amount", "step", "min_balance", "max_balance", "opening_balance"
    ]
    amount: Amount | None = None
    note: Words | None = None
    link: Web | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.amount is None and self.note is None:
            raise refuse("limit-empty")
        return self


class Condition(Part):
    """Who may have the product: one condition."""

    text: Words | None = None
    value: Words | None = None
    code: Short | None = None
    link: Web | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.value or self.code):
            raise refuse("condition-empty")
        return self
