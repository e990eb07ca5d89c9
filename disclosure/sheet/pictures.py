"""The drawings a sheet can hold, made from the same facts that its text states."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..figures import Figure
from ..quantity import period
from ..wording import Wording, scales
from .blocks import inline
from .model import Bar, Bars, Picture, Scale, Years
from .trace import Trace, View


def picture(
    name: str, alternative: str, product: View, figures: Mapping[str, Figure], trace: Trace, *of: View
) -> str:
    """A mark for the drawing `name`, or nothing where the product lacks what it shows.

    Names: `risk-scale` (of a rating), `cost-over-time`, `loan-total`, `giving-up`, `portfolio`,
    `yearly-returns`.
    """
    if name == "risk-scale":
        scale = _scale(of[0]._value, trace.wording)
        return trace.mark(Picture(name, scale, inline(alternative, trace)))
    makers = {
        "cost-over-time": _cost_over_time,
        "loan-total": _loan_total,
        "giving-up": _giving_up,
        "portfolio": _portfolio,
        "yearly-returns": _yearly_returns,
    }
    data = makers[name](product._value, figures, trace.wording)
    if data is None:
        return ""
    return trace.mark(Picture(name, data, inline(alternative, trace)))


def _scale(rating: Any, wording: Wording) -> Scale:
    scale = scales()[rating.scale]
    prefix = scale.get("prefix") or ""
    codes = tuple(f"{prefix}{one}" for one in range(1, len(scale["levels"]) + 1))
    ends = wording.label("rating", "lowest"), wording.label("rating", "highest")
    return Scale(codes, rating.level, *ends)


def _cost_over_time(product: Any, figures: Mapping[str, Figure], wording: Wording) -> Bars | None:
    periods = [one for one in _periods(product) if f"cost.{one}" in figures]
    sums = [figures[f"cost.{one}"].value for one in periods]
    if len(sums) < 2 or not any(sums):
        return None
    bars = tuple(
        _bar(wording.locale.period(one), (size,), product, wording)
        for one, size in zip(periods, sums, strict=True)
    )
    return Bars((wording.label("pictures", "cost"),), bars)


def _periods(product: Any) -> tuple[Any, ...]:
    return product.example.after if product.example else ()


def _loan_total(product: Any, figures: Mapping[str, Figure], wording: Wording) -> Bars | None:
    if "loan.cost" not in figures:
        return None
    sizes = (product.example.amount, figures["loan.interest"].value, figures["loan.fees"].value)
    names = tuple(wording.label("pictures", key) for key in ("borrowed", "interest", "fees"))
    return Bars(names, (_bar("", sizes, product, wording),))


def _giving_up(product: Any, figures: Mapping[str, Figure], wording: Wording) -> Bars | None:
    values = product.insurance.cash_values if product.insurance else ()
    known = [one for one in values if f"surrender.{one.year}.paid" in figures]
    if not known:
        return None
    bars = []
    for one in known:
        paid = figures[f"surrender.{one.year}.paid"].value
        sizes = (one.value, max(paid - one.value, Decimal(0)))
        bars.append(_bar(wording.locale.period(period(f"P{one.year}Y")), sizes, product, wording))
    names = tuple(wording.label("pictures", key) for key in ("back", "lost"))
    return Bars(names, tuple(bars))


def _portfolio(product: Any, figures: Mapping[str, Figure], wording: Wording) -> Bars | None:
    held = product.fund.portfolio if product.kind == "fund" and product.fund else None
    if held is None:
        return None
    bars = [
        Bar(one.name.get(wording.lang) or "", (one.share.percent,), (wording.locale.rate(one.share),))
        for one in held.holdings
    ]
    return Bars((wording.label("pictures", "share"),), tuple(bars))


def _yearly_returns(product: Any, figures: Mapping[str, Figure], wording: Wording) -> Years | None:
    """The results of up to ten calendar years, the benchmark's beside them where all are stated."""
    past = product.returns.past[-10:] if product.returns else ()
    if not past:
        return None
    values = tuple((one.product.percent, one.benchmark and one.benchmark.percent) for one in past)
    names = tuple(wording.label("pictures", key) for key in ("product", "benchmark"))
    return Years(names, tuple(one.year for one in past), values)


def _bar(label: str, sizes: tuple[Decimal, ...], product: Any, wording: Wording) -> Bar:
    shown = tuple(wording.locale.money(size, product.currency) for size in sizes)
    return Bar(label, sizes, shown)
