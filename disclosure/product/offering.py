"""How a wealth product is offered: to whom, and in which days it can be bought before it starts."""

from typing import Literal, Self

from pydantic import model_validator

from .part import Day, Part, refuse


class Offering(Part):
    """The offering of a wealth product: `method` is `public` (公募) or `private` (私募).

    `opens` and `closes` are the first and last day of the offering period.
    Source: 理财公司理财产品销售管理暂行办法 (2021), risk disclosure statement.
    """

    method: Literal["public", "private"]
    opens: Day | None = None
    closes: Day | None = None

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.opens and self.closes and self.closes < self.opens:
            raise refuse("offering-upside-down", opens=str(self.opens), closes=str(self.closes))
        return self
