"""The risk and performance fields of a European PRIIPs Template row become what the EU document needs."""

from typing import Any

from .plain import Record, english, is_amount, is_fraction, is_signed, stated

_YES_NO = {"Y": "yes", "N": "no"}
_LIQUIDITY = {"L": "liquid", "M": "material", "I": "illiquid"}
_MOMENTS = {"02150": is_fraction, "02160": is_signed, "02170": is_signed}
_RIY = ("07020", "07040", "07060")

Times = tuple[str | None, str | None, str | None]


def priips(source: Record, times: Times, fees: list[dict[str, Any]]) -> dict[str, Any]:
    """The part `priips` of a definition; `fees` are those already made of the row.

    The reductions in yield (RIY) are kept for comparison only.
    """
    made = {one["id"] for one in fees}
    return stated(
        category=source.text("00080", {"1", "2", "3", "4"}.__contains__),
        complex=source.choice("04020", _YES_NO),
        flexible=source.choice("01030", _YES_NO),
        adjusted=source.choice("01095", _YES_NO),
        prices_a_year=source.text("01010", lambda text: text.isdecimal() and int(text) > 0),
        moments=_moments(source),
        liquidity=source.choice("01140", _LIQUIDITY),
        other_risks=english(source.text("04060")),
        benchmark_used=source.choice("04089", _YES_NO),
        transaction=[name for name in ("transaction",) if name in made],
        incidental=[name for name in ("incidental",) if name in made],
        stated_costs=_costs(source, times),
        past_years=source.text("02210", str.isdecimal),
        past_performance=source.url("02190"),
        earlier_scenarios=source.url("02200"),
    )


def _moments(source: Record) -> dict[str, Any]:
    """The moments of the returns, which the model holds together or not at all."""
    if not all(accept(source.seen(key) or "") for key, accept in _MOMENTS.items()):
        return {}
    return stated(
        count=source.text("02130", str.isdecimal),
        mean=source.share("02140"),
        volatility=source.share("02150"),
        skew=source.text("02160"),
        excess_kurtosis=source.text("02170"),
        stressed_volatility=source.share("02180"),
    )


def _costs(source: Record, times: Times) -> list[dict[str, str]]:
    found = []
    for key, after in zip(_RIY, times, strict=True):
        if after and is_amount(source.seen(key) or "") and (impact := source.share(key)):
            found.append({"after": after, "impact": impact})
    return found
