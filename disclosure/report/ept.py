"""An investment product comes in, a row of the European PRIIPs Template (FinDatEx EPT V2.1) goes out.

Rates become fractions. What the definition does not state stays empty. Further facts that were read from
a row, and are named after their field's number, go back into that field.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from .. import shipped, source
from ..derive import priips_costs
from ..derive.priips import holding
from ..figures import NotComputable
from ..figures.scenarios import ORDER
from ..product.importers.ept_costs import BETWEEN
from ..quantity import Period, Rate

Cells = Iterator[tuple[str, str]]
_NUMBERED = re.compile(r"\((\d{5})\)\Z")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_WORDS = {"yes": "Y", "no": "N"}
_CODES = {"ISIN": "00030", "Identifier": "00030", "LEI": "00016", "CIC code": "00090"}
_LIQUIDITY = {"liquid": "L", "material": "M", "illiquid": "I"}
_RETURNS = {
    "stress": ("02100", "02110", "02120", ""),
    "unfavourable": ("02010", "02020", "02030", "04086"),
    "moderate": ("02040", "02050", "02060", "04087"),
    "favourable": ("02070", "02080", "02090", "04088"),
}
_EXITS, _RIY = ("03030", "03040", "03020"), ("07020", "07040", "07060")
_FIXED = (
    ("00001", "V21"), ("00006", "Y"), ("00007", "Y"), ("00008", "N"), ("00009", "N"), ("00110", "N"), ("00120", "eng"),
)  # fmt: skip


@lru_cache
def columns() -> tuple[str, ...]:
    """The names of all fields, in the template's order."""
    data = source.read(shipped.folder("templates", "interchange", "ept-2.1.yaml")).data
    return tuple(data["fields"])


def row(product: Any) -> dict[str, str]:
    """The row of a product by field name; only fields that say something."""
    stated = dict(_FIXED)
    for part in (_head, _what, _risk, _scenarios, _costs, _document, _details):
        stated |= {number: value for number, value in part(product) if value}
    return {name: stated[name[:5]] for name in columns() if name[:5] in stated}


def _head(product: Any) -> Cells:
    yield "00005", product.version if _STAMP.match(product.version) else f"{product.as_of.isoformat()}T00:00:00Z"
    yield "00010", _english(product.provider.name)
    yield "00017", product.provider.email or ""
    for code in product.codes:
        number = _CODES.get(_english(code.scheme))
        if number:
            yield number, code.value
        if _english(code.scheme) == "ISIN":
            yield "00040", "1"
    yield "00050", _english(product.name)
    yield "00060", product.currency
    yield "00070", product.as_of.isoformat()
    for link in product.links:
        if _english(link.name) == "Key information document":
            yield "00075", link.url


def _what(product: Any) -> Cells:
    investment, term = product.investment, product.term
    if investment:
        yield "04070", _english(investment.type)
        yield "04040", _english(investment.objective)
    if product.target:
        yield "04030", " ".join(_english(one) for one in product.target.suits)
    if term:
        yield "01120", _plain(holding(product))
        yield "01125", "Y" if term.ends_on else "N"
        yield "01130", term.ends_on.isoformat() if term.ends_on else ""


def _risk(product: Any) -> Cells:
    risk = product.risk
    if risk is None:
        return
    for one in risk.ratings:
        if one.scale == "eu-sri":
            yield "01090", str(one.level)
    if risk.sri:
        yield "01100", str(risk.sri.market_risk)
        yield "01110", str(risk.sri.credit_risk)
        yield "01020", _fraction(risk.sri.volatility)
    yield "04050", _english(risk.note)
    guarantee = risk.guarantee
    if guarantee and (guarantee.covers == "none" or guarantee.against != "provider_failure"):
        yield "04080", "N" if guarantee.covers == "none" else "Y"
        yield "00020", _english(guarantee.by)
        yield "04081", _fraction(guarantee.share)
        yield "04082", _english(guarantee.note) if guarantee.covers != "none" else ""


def _times(product: Any) -> tuple[Period | None, Period | None, Period | None]:
    """One year, half the recommended holding period, and it."""
    recommended = product.term.recommended if product.term else None
    months = recommended.in_months if recommended else None
    half = Period(months=months // 2) if months and months % 2 == 0 else None
    return Period(years=1), half, recommended


def _scenarios(product: Any) -> Cells:
    amount = product.example.amount if product.example else None
    yield "02220", _plain(amount)
    years = [None if one is None else one.in_years for one in _times(product)]
    if years[1] == years[0]:
        years[1] = None  # said once, as that of the first year
    for one in product.returns.scenarios if product.returns else ():
        if one.name not in ORDER:
            continue
        *numbers, interval = _RETURNS[one.name]
        yield interval, _english(one.note)
        for number, time in zip(numbers, years, strict=True):
            if time == one.after.in_years:
                yield number, _fraction(one.yearly) or _yearly(one, amount)


def _yearly(one: Any, amount: Decimal | None) -> str:
    """The yearly return, as a fraction, of a scenario that states a sum only."""
    if not amount or one.gets_back is None or one.gets_back < 0:
        return ""
    return _plain(round((one.gets_back / amount) ** (1 / one.after.in_years) - 1, 8))


def _costs(product: Any) -> Cells:
    try:
        known = priips_costs.shares(product)
    except NotComputable:
        known = None
    rows = {name: [fee for fee in product.fees or () if priips_costs.row(fee, product) == name] for name in priips_costs.ROWS}
    if known:
        yield "03010", _plain(known.entry / 100) if rows["entry"] else ""
        yield "03060", _plain(known.yearly["running"] / 100) if rows["running"] else ""
        yield "03080", _plain(known.yearly["transaction"] / 100) if rows["transaction"] else ""
        for number, after in zip(_EXITS, _times(product), strict=True):
            if after and _is_priced(rows["exit"], after, number):
                yield number, _plain(known.leaving(after) / 100)
    yield from _incidental(product, rows["incidental"], known)
    notes = {"entry": "04120", "exit": "04130", "running": "04140", "incidental": "04090"}
    for name, number in notes.items():
        said = " ".join(filter(None, (_english(fee.note) for fee in rows[name])))
        yield number, said.removesuffix(BETWEEN).rstrip()


def _is_priced(fees: list[Any], after: Period, number: str) -> bool:
    """Whether the cost of leaving after a time is stated: half the holding period only where a step begins
    there, or where it costs the same at any time."""
    if number != _EXITS[1]:
        return bool(fees)
    steps = [step for fee in fees if fee.tiers for step in fee.tiers.steps]
    begins = {step.held_up_to.in_years for step in steps if step.held_up_to}
    return bool(fees) and (not steps or after.in_years in begins)


def _incidental(product: Any, fees: list[Any], known: Any) -> Cells:
    if not fees:
        return
    charged = [fee for fee in fees if fee.status in ("charged", "not_stated")]
    yield "03090", "Y" if charged else "N"
    if known and known.yearly["incidental"]:
        yield "03095", _plain(known.yearly["incidental"] / 100)


def _document(product: Any) -> Cells:
    priips = product.priips
    if priips is None:
        return
    yield "00080", priips.category or ""
    yield "04020", _flag(priips.complex)
    yield "01030", _flag(priips.flexible)
    yield "01095", _flag(priips.adjusted)
    yield "01010", _plain(priips.prices_a_year)
    yield "01140", _LIQUIDITY[priips.liquidity]
    yield "04060", _english(priips.other_risks)
    yield "04089", _flag(priips.benchmark_used)
    yield "02185", "Y" if priips.past_performance else ""
    yield "02190", priips.past_performance or ""
    yield "02200", priips.earlier_scenarios or ""
    yield "02210", _plain(priips.past_years)
    yield from _moments(priips.moments)
    for number, after in zip(_RIY, _times(product), strict=True):
        yield number, next((_fraction(one.impact) for one in priips.stated_costs if one.after == after), "")


def _moments(moments: Any) -> Cells:
    if moments is None:
        return
    yield "02130", _plain(moments.count)
    yield "02140", _fraction(moments.mean)
    yield "02150", _fraction(moments.volatility)
    yield "02160", _plain(moments.skew)
    yield "02170", _plain(moments.excess_kurtosis)
    yield "02180", _fraction(moments.stressed_volatility)


def _details(product: Any) -> Cells:
    for detail in product.details:
        if found := _NUMBERED.search(_english(detail.name)):
            said = _english(detail.value)
            yield found[1], _WORDS.get(said, said)


def _english(text: Any) -> str:
    """The English words, or those there are."""
    if text is None:
        return ""
    return text.get("en") or next((words for _, words in text), "")


def _flag(truth: bool | None) -> str:
    return "" if truth is None else "Y" if truth else "N"


def _fraction(rate: Rate | None) -> str:
    return "" if rate is None else _plain(rate.percent / 100)


def _plain(value: Decimal | int | None) -> str:
    return "" if value is None else f"{Decimal(value).normalize():f}"


