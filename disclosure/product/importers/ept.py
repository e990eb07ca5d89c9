"""A row of the European PRIIPs Template becomes the definition of a fund's share class.

Source of the fields: FinDatEx, EPT V2.0 and V2.1. A field is known by the five digits its name
begins with. Rates there are fractions; the recommended holding period (RHP) is in years. The
returns of the scenarios are stated as yearly rates; nothing is computed from them.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ... import quantity
from .ept_costs import fees
from .ept_priips import priips
from .plain import (
    Record,
    detail,
    english,
    identity,
    is_amount,
    is_code,
    is_day,
    is_fraction,
    is_url,
    leftovers,
    link,
    readable,
    sentences,
    slug,
    stated,
    tidy,
)

_ISIN = "1"
_YES_NO = {"Y": "yes", "N": "no"}
_PAGES = {"00075": "Key information document"}
# Scenario: its returns after 1 year, half the RHP and the RHP, and the text about its past interval.
_SCENARIOS = {
    "stress": ("02100", "02110", "02120", ""),
    "unfavourable": ("02010", "02020", "02030", "04086"),
    "moderate": ("02040", "02050", "02060", "04087"),
    "favourable": ("02070", "02080", "02090", "04088"),
}


def product(row: Mapping[str, Any]) -> dict[str, Any]:
    """The definition of one share class, from a row of field name → value.

    The template has no short description: `summary` only says whose product it is.
    """
    source, names = _read(row)
    times = _times(source)
    head = _head(source)
    scenarios = _scenarios(source, times)
    costs = fees(source, times)
    definition = head | stated(
        investment=stated(
            type=english(source.text("04070")), objective=english(source.text("04040"))
        ),
        target=stated(suits=_listed(source.text("04030"))),
        term=_term(source),
        risk=_risk(source),
        returns={"type": "market", "scenarios": scenarios} if scenarios else None,
        example=_example(source, scenarios),
        fees=costs,
        priips=priips(source, times, costs),
        regimes=["plain.sheet", "eu.priips.kid"],
    )
    pages = [link(name, url) for key, name in _PAGES.items() if (url := source.url(key))]
    rest = _further(source, names)
    return definition | stated(details=rest["details"], links=pages + rest["links"])


def _read(row: Mapping[str, Any]) -> tuple[Record, dict[str, str]]:
    """The row by field number, and the name of each field in words."""
    fields: dict[str, Any] = {}
    names: dict[str, str] = {}
    for name, value in row.items():
        number = name[:5] if name[:5].isdigit() and name[:5] not in fields else name
        fields[number] = value
        words = readable(name[5:]) or "Field"
        names[number] = f"{words} ({number})" if number != name else readable(name)
    return Record(fields), names


def _head(source: Record) -> dict[str, Any]:
    maker, own = source.text("00010"), source.seen("00030") or ""
    made = own.lower() if slug(own) == own.lower() else identity("", own)
    return stated(
        schema="disclosure/product/1",
        kind="fund",
        id=made,
        version=source.text("00005", is_code),
        languages=["en"],
        name=english(source.text("00050")),
        summary=english(maker and f"An investment product of {maker}."),
        currency=source.text("00060", lambda code: len(code) == 3),
        as_of=source.text("00070", is_day),
        provider=stated(name=english(maker), email=source.text("00017", is_code)),
        codes=_codes(source),
    )


def _codes(source: Record) -> list[dict[str, Any]]:
    isin = source.text("00040", _ISIN.__eq__)
    schemes = {"00030": "ISIN" if isin else "Identifier", "00016": "LEI", "00090": "CIC code"}
    found = ((name, source.text(key, is_code)) for key, name in schemes.items())
    return [{"scheme": {"en": name}, "value": value} for name, value in found if value]


def _listed(text: str | None) -> list[dict[str, str]]:
    return [{"en": text}] if text else []


def _times(source: Record) -> tuple[str | None, str | None, str | None]:
    """One year, half the RHP and the RHP; None where it is no whole number of months."""
    years = source.seen("01120") or ""
    months = Decimal(years) * 12 if is_amount(years) else Decimal(0)
    return "P1Y", _period(months / 2), _period(months)


def _period(months: Decimal) -> str | None:
    if months <= 0 or months != int(months):
        return None
    return f"P{int(months)}M" if months % 12 else f"P{int(months) // 12}Y"


def _term(source: Record) -> dict[str, Any]:
    """How long it runs, which the template must say before the model can hold the RHP."""
    matures = source.seen("01125")
    ends = source.seen("01130") or ""
    if matures not in ("N", "Y") or (matures == "Y" and not is_day(ends)):
        return {}
    recommended = _times(source)[2]
    if recommended:
        source.text("01120")
    source.text("01125")
    return stated(
        type="fixed" if matures == "Y" else "open",
        ends_on=source.text("01130", is_day) if matures == "Y" else None,
        recommended=recommended,
    )


def _risk(source: Record) -> dict[str, Any]:
    level = source.text("01090", str.isdecimal)
    return stated(
        ratings=[{"scale": "eu-sri", "level": level}] if level else [],
        sri=_measures(source),
        guarantee=_guarantee(source),
        note=english(source.text("04050")),
    )


def _measures(source: Record) -> dict[str, str]:
    """The two risk measures, which the model holds together or not at all."""
    keys = {"market_risk": "01100", "credit_risk": "01110"}
    if not all((source.seen(key) or "").isdecimal() for key in keys.values()):
        return {}
    return stated(
        **{name: source.text(key) for name, key in keys.items()}, volatility=source.share("01020")
    )


def _guarantee(source: Record) -> dict[str, Any]:
    """A guarantee against market losses: that there is none, or the share and whose it is.

    A share of all the money or more stays with the further facts: a full guarantee has no share.
    """
    if source.text("04080", "N".__eq__):
        return {"covers": "none", "against": "market_loss"}
    share = source.seen("04081") or ""
    if source.seen("04080") != "Y" or not source.seen("00020") or not is_fraction(share):
        return {}
    if Decimal(share) <= 0:
        return {}
    source.text("04080")
    full = Decimal(share) >= 1
    return stated(
        covers="full" if full else "part",
        against="market_loss",
        by=english(source.text("00020")),
        share=None if full else source.share("04081"),
        note=english(sentences(source.text("04082"), source.text("04083"))),
    )


def _scenarios(
    source: Record, times: tuple[str | None, str | None, str | None]
) -> list[dict[str, Any]]:
    found = []
    for name, (*returns, interval) in _SCENARIOS.items():
        for key, after in zip(returns, times, strict=True):
            if after and (yearly := source.share(key)):
                found.append({"name": name, "after": after, "yearly": yearly})
        if found and found[-1]["name"] == name and (note := source.text(interval)):
            found[-1]["note"] = {"en": note}
    return found


def _example(source: Record, scenarios: list[dict[str, Any]]) -> dict[str, Any]:
    """The amount the template reckons with, and the times it states returns for."""
    amount = source.text("02220", lambda text: is_amount(text) and quantity.amount(text) > 0)
    stands = dict.fromkeys(one["after"] for one in scenarios)
    after = sorted(stands, key=lambda time: quantity.period(time).in_years)
    return stated(amount=amount, after=after) if amount else {}


def _further(source: Record, names: Mapping[str, str]) -> dict[str, Any]:
    """What is left, each under its field's own name; Y and N as words."""
    said = {key: value for key, raw in source.left.items() if (value := tidy(raw))}
    plain = Record({names[key]: _YES_NO.get(value, value) for key, value in said.items()})
    rest = leftovers(plain)
    deeper = {names[key]: raw for key, raw in source.left.items() if key not in said}
    nested = leftovers(Record(deeper))
    return {key: rest[key] + nested[key] for key in rest}
