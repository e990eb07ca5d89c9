"""What insurance costs in premiums, and what giving it up early loses."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..figures import Figure
from ..figures.break_even import break_even_year
from ..figures.cover import surrender_losses
from ..figures.figure import plain_money


def figures(product: Any) -> Iterator[tuple[str, Figure]]:
    """`premium.year`, `premium.total`, `surrender.YEAR.paid`, `surrender.YEAR.loss`, and `surrender.even`,
    the first year from which nothing is lost."""
    cover = product.insurance
    premium = cover and cover.premium
    months = premium.every.in_months if premium and premium.every else None
    if not premium or premium.every and (not months or 12 % months):
        return
    inputs = (("premium", str(premium.amount)), ("every", str(premium.every or "once")))
    yearly = premium.amount * 12 / months if months else premium.amount
    if months:
        yield "premium.year", plain_money("year", yearly, "premium × payments a year", inputs)
    years = _years(premium)
    if months and years:
        yield "premium.total", plain_money("total", yearly * years, "premium a year × years", inputs)
    if cover.cash_values and years != 0:
        yield from _giving_up(cover.cash_values, yearly, years or cover.cash_values[-1].year)


def _years(premium: Any) -> int | None:
    """In how many policy years premiums fall due: one for a single premium, None where it is not
    said, 0 where it is no whole number."""
    if premium.every is None:
        return 1
    years = premium.for_.in_years if premium.for_ else None
    return years if years is None else int(years) if years == int(years) else 0


def _giving_up(values: Any, yearly: Decimal, years: int) -> Iterator[tuple[str, Figure]]:
    premiums = [yearly] * years
    table = tuple((one.year, one.value) for one in values)
    if not table:
        return
    losses = surrender_losses(premiums, table)
    for (year, _), loss in zip(table, losses, strict=True):
        paid = yearly * min(year, years)
        inputs = (("premium a year", str(yearly)), ("year", str(year)))
        yield f"surrender.{year}.paid", plain_money("paid", paid, "premium × years paid", inputs)
        yield f"surrender.{year}.loss", loss
    yield "surrender.even", break_even_year([(year, loss.value) for (year, _), loss in zip(table, losses, strict=True)])
