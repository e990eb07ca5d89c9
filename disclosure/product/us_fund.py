"""What the fee table of a fund in the United States says beyond the list of fees."""

from typing import Self

from pydantic import model_validator

from .fees import Slug
from .part import Amount, Count, Day, Length, Part, Percent, YesNo, refuse


class StatedExpense(Part):
    """What the provider states that the Example comes to after a time, for comparison with ours."""

    after: Length
    cost: Amount


class FeeTable(Part):
    """The fee table and its Example.

    `management`, `distribution` and `acquired` are ids of yearly fees; every other yearly fee is an
    other expense. `waiver` is taken off the yearly expenses until `waiver_until`, and counts in the first
    `waiver_years` of the Example. A `new_fund` shows one and three years only. `turnover` is that of the
    portfolio in the last fiscal year. `stated_…` are the provider's own figures, for comparison.
    Source: Form N-1A, Item 3.
    """

    management: tuple[Slug, ...] = ()
    distribution: tuple[Slug, ...] = ()
    acquired: tuple[Slug, ...] = ()
    waiver: Percent | None = None
    waiver_until: Day | None = None
    waiver_years: Count = 1
    new_fund: YesNo = False
    turnover: Percent | None = None
    stated_total: Percent | None = None
    stated_net: Percent | None = None
    stated_example: tuple[StatedExpense, ...] = ()

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if (self.waiver is None) != (self.waiver_until is None):
            raise refuse("fee-waiver-without-end")
        return self
