"""What insurance costs in premiums, and what giving it up early loses."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure
from ..figures.cover import surrender_losses
from ..figures.figure import plain_money


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`premium.year`, `premium.total`, and `surrender.YEAR.paid`, `surrender.YEAR.loss`."""
    premium = product.insurance and product.insurance.premium
    if not premium or premium.every is None:
        return
    months = premium.every.in_months
    if not months or 12 % months:
        return
    yearly = premium.amount * 12 / months
    inputs = (("premium", str(premium.amount)), ("every", str(premium.every)))
    yield "premium.year", plain_money("year", yearly, "premium × payments a year", inputs)
    years = premium.for_.in_years if premium.for_ else None
    if years is None or years != int(years):
        return
    yield "premium.total", plain_money("total", yearly * years, "premium a year × years", inputs)
    yield from _giving_up(product.insurance.cash_values, yearly, int(years))


def _giving_up(values: Any, yearly: Decimal, years: int) -> Iterator[tuple[str, Figure]]:
    premiums = [yearly] * years
    table = tuple((one.year, one.value) for one in values)
    if not table:
        return
    for (year, _), loss in zip(table, surrender_losses(premiums, table), strict=True):
        paid = yearly * min(year, years)
        inputs = (("premium a year", str(yearly)), ("year", str(year)))
        yield f"surrender.{year}.paid", plain_money("paid", paid, "premium × years paid", inputs)
        yield f"surrender.{year}.loss", loss
