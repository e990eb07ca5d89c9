"""A product becomes findings where what it states for the EU document is not what its rules give."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ...derive import priips
from ...figures import Figure
from ...figures.cost_impact import holding_columns
from ...figures.scenarios import ORDER
from ...quantity import Period
from ...regime import Regime
from ..finding import Finding, Rule

RULE = Rule("priips-disagrees", "Delegated Regulation (EU) 2017/653 Annexes II, VI and VII")
SCENARIO_ORDER = Rule("scenario-order", "Delegated Regulation (EU) 2017/653 Annex IV")
HOLDING_PERIODS = Rule("holding-periods", "Delegated Regulation (EU) 2017/653 Annexes V and VII")
_SCALE = "eu-sri"
_TENTH = Decimal("0.05")
_TEN = Decimal(5)
_UNIT = Decimal("0.5")
_LEAST_VOLATILITY = Decimal("0.00005")


def find(product: Any, lang: str, regime: Regime) -> Iterator[Finding]:
    """An error for each stated measure, class, return or cost beside another one that was worked out, and
    for scenarios out of their order; where the rulebook asks for the figures of the document also where the
    example is not shown for the periods it needs."""
    if product.kind not in ("fund", "wealth"):
        return
    figures = dict(priips.figures(product))
    yield from _measures(product, figures, lang)
    yield from _returns(product, lang)
    yield from _order(product, lang)
    yield from _costs(product, figures, lang)
    if any(field.startswith("figures.priips.") for one in regime.sections for field, _, _ in one.required):
        yield from _periods(product, lang)


def _measures(product: Any, figures: Mapping[str, Figure], lang: str) -> Iterator[Finding]:
    risk = product.risk
    stated = risk.sri if risk else None
    if stated is None:
        return
    if (vev := figures.get("priips.vev")) and stated.volatility is not None:
        if not _volatility_agrees(stated.volatility.percent, vev.value, bool(product.priips.flexible)):
            yield _differs(lang, "risk.sri.volatility", str(stated.volatility), f"{vev.value:.6f}%", vev.rule)
    if (mrm := figures.get("priips.mrm")) and mrm.value != stated.market_risk:
        yield _differs(lang, "risk.sri.market_risk", str(stated.market_risk), f"{mrm.value}", mrm.rule)
    sri = figures.get("priips.sri")
    raised = bool(product.priips and product.priips.adjusted)
    for index, one in enumerate(risk.ratings):
        if sri and one.scale == _SCALE and one.level != sri.value and not (raised and one.level > sri.value):
            yield _differs(lang, f"risk.ratings[{index}].level", str(one.level), f"{sri.value}", sri.rule)


def _volatility_agrees(stated: Decimal, computed: Decimal, flexible: bool) -> bool:
    """As far as the stated one has decimals; that of a flexible product may be higher, as the highest of
    several counts."""
    step = Decimal(1).scaleb(min(int(stated.as_tuple().exponent), 0)) / 2
    apart = stated - computed
    return abs(apart) <= max(step, _LEAST_VOLATILITY) or (flexible and apart > 0)


def _returns(product: Any, lang: str) -> Iterator[Finding]:
    """A scenario's sum and yearly return must be the same outcome, as far as both are rounded."""
    invested = product.example.amount if product.example else None
    for index, one in enumerate(product.returns.scenarios if product.returns else ()):
        if invested and one.gets_back is not None and one.yearly is not None:
            years = one.after.in_years
            low, exact, high = (
                _grown(invested, one.yearly.percent + by, years) for by in (-_TENTH, Decimal(0), _TENTH)
            )
            if not low - _TEN <= one.gets_back <= high + _TEN:
                path = f"returns.scenarios[{index}].gets_back"
                yield _differs(lang, path, f"{one.gets_back:f}", f"{exact:.0f}", "Annex V")


def _grown(invested: Decimal, percent: Decimal, years: Decimal) -> Decimal:
    return invested * max(1 + percent / 100, Decimal(0)) ** years


def _order(product: Any, lang: str) -> Iterator[Finding]:
    """Each scenario, at each time, must not be better than the next one."""
    scenarios = tuple(enumerate(product.returns.scenarios if product.returns else ()))
    for after in dict.fromkeys(one.after for _, one in scenarios):
        rows = {one.name: (index, _outcome(one)) for index, one in scenarios if one.after == after}
        known = [(name, *rows[name]) for name in ("minimum", *ORDER) if name in rows]
        for (worse, _, low), (better, index, high) in zip(known, known[1:]):
            if None not in (low, high) and low[0] == high[0] and low[1] > high[1]:
                values = {"worse": worse, "better": better, "after": str(after)}
                yield Finding(
                    SCENARIO_ORDER.id, "error", lang, "", f"returns.scenarios[{index}].name", "", values
                )


def _outcome(one: Any) -> tuple[str, Decimal] | None:
    """What a scenario is compared by: its yearly return, or else its sum."""
    if one.yearly is not None:
        return "yearly", one.yearly.percent
    return None if one.gets_back is None else ("back", one.gets_back)


def _costs(product: Any, figures: Mapping[str, Figure], lang: str) -> Iterator[Finding]:
    for index, one in enumerate(product.priips.stated_costs if product.priips else ()):
        path = f"priips.stated_costs[{index}]"
        total = figures.get(f"priips.cost.{one.after}.total")
        impact = figures.get(f"priips.cost.{one.after}.impact")
        if total and one.total is not None and abs(one.total - total.value) > _UNIT:
            yield _differs(lang, f"{path}.total", f"{one.total:f}", f"{total.value}", total.rule)
        if impact and one.impact is not None and abs(one.impact.percent - impact.value) > _TENTH:
            yield _differs(lang, f"{path}.impact", str(one.impact), f"{impact.value:.2f}%", impact.rule)


def _periods(product: Any, lang: str) -> Iterator[Finding]:
    years = priips.holding(product)
    if not years or years != int(years) or not product.example:
        return
    wanted = tuple(Period(years=one) for one in holding_columns(int(years)))
    if product.example.after != wanted:
        values = {"text": ", ".join(map(str, product.example.after)), "wanted": ", ".join(map(str, wanted))}
        yield Finding(HOLDING_PERIODS.id, "error", lang, "", "example.after", "", values)


def _differs(lang: str, path: str, text: str, computed: str, rule: str) -> Finding:
    return Finding(RULE.id, "error", lang, "", path, "", {"text": text, "computed": computed, "rule": rule})
