"""How a customer could lose money with a product, on which scale that is rated, and who stands in."""

from typing import Literal, Self

from pydantic import model_validator

from .fees import Slug
from .part import Amount, Count, Part, Percent, Words, refuse


class Rating(Part):
    """A level on a risk scale of `templates/scales.yaml`, and who gave it."""

    scale: Slug
    level: Count
    by: Literal["issuer", "distributor"] = "issuer"


class SummaryRiskIndicator(Part):
    """The parts of the EU summary risk indicator (PRIIPs, Annex II), for recomputation."""

    market_risk: Count
    credit_risk: Count
    volatility: Percent | None = None


class Guarantee(Part):
    """Whether somebody stands in for the money if the provider fails or markets fall.

    `covers` is `full`, `up_to_limit`, `part` or `none`; `against` says what it protects from.
    """

    covers: Literal["full", "up_to_limit", "part", "none"]
    against: Literal["provider_failure", "market_loss", "both"] = "provider_failure"
    by: Words | None = None
    scheme: Words | None = None
    limit: Amount | None = None
    share: Percent | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _names_guarantor(self) -> Self:
        if self.covers != "none" and not (self.by or self.scheme):
            raise refuse("guarantee-without-guarantor")
        if self.covers == "up_to_limit" and self.limit is None:
            raise refuse("guarantee-without-limit")
        return self

    @model_validator(mode="after")
    def _says_how_far(self) -> Self:
        bounded = self.limit is not None or self.share is not None
        if self.covers in ("full", "none") and bounded:
            raise refuse("guarantee-limit-contradicts", covers=self.covers)
        if self.covers == "part" and not bounded and self.note is None:
            raise refuse("guarantee-part-unsaid")
        if self.share is not None and not 0 < self.share.percent <= 100:
            raise refuse("guarantee-share-impossible", text=str(self.share))
        return self


class RiskItem(Part):
    """One way to lose money, in everyday words."""

    id: Slug
    name: Words
    text: Words


class WorstCase(Part):
    """An example of a bad outcome in money: put in `amount`, get back `gets_back`, and when."""

    amount: Amount
    gets_back: Amount
    when: Words

    @model_validator(mode="after")
    def _loses(self) -> Self:
        if self.amount == 0:
            raise refuse("worst-amount-zero")
        if self.gets_back > self.amount:
            raise refuse("worst-gets-back-more", back=f"{self.gets_back:f}", put=f"{self.amount:f}")
        return self


class Risk(Part):
    """Everything about losing money.

    `can_lose` says how much of the money put in can be lost at worst: `nothing`, `some`, `all` or
    `more_than_invested`; for a loan or card, where nothing is put in, `not_applicable`.
    """

    can_lose: Literal["nothing", "some", "all", "more_than_invested", "not_applicable"] | None = None
    ratings: tuple[Rating, ...] = ()
    sri: SummaryRiskIndicator | None = None
    guarantee: Guarantee | None = None
    main: tuple[RiskItem, ...] = ()
    worst: WorstCase | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.can_lose == "nothing" and self.worst is not None:
            raise refuse("lose-nothing-beside-worst")
        given = [(rating.scale, rating.by) for rating in self.ratings]
        for index, (scale, by) in enumerate(given):
            if (scale, by) in given[:index]:
                raise refuse("rating-twice", text=scale, by=by)
        return self
