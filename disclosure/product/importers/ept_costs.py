"""The cost fields of a European PRIIPs Template row become fees, each a share of the money."""

from typing import Any

from ... import quantity
from .plain import Record, english, is_fraction, sentences, stated

Times = tuple[str | None, str | None, str | None]
BETWEEN = (
    "The cost of leaving is stated for set times only; between two of them the earlier one is shown."
)
_EXITS = ("03030", "03040", "03020")


def fees(source: Record, times: Times) -> list[dict[str, Any]]:
    """The fees a row states, in the order of the key information document.

    A cost of 0 is free; a cost field without a value makes no fee at all.
    """
    return [
        *_share(source, "03010", "04120", id="entry", when="entry", of="amount_paid_in",
                name="Entry cost"),
        *_exit(source, times),
        *_share(source, "03060", "04140", id="management", when="yearly", of="net_assets",
                name="Management fees and other administrative or operating costs"),
        *_share(source, "03080", "", id="transaction", when="yearly", of="net_assets",
                name="Transaction costs"),
        *_incidental(source),
    ]  # fmt: skip


def _share(source: Record, rate: str, note: str, *, name: str, **fixed: Any) -> list[dict[str, Any]]:
    share = source.share(rate)
    if not share:
        return []
    about = stated(note=english(source.text(note)))
    return [{**fixed, "name": {"en": name}, **_price(share), **about}]


def _price(share: str) -> dict[str, str]:
    return {"rate": share, "status": "charged" if _tells(share) else "free"}


def _tells(share: str) -> bool:
    return any(digit in share for digit in "123456789")


def _exit(source: Record, times: Times) -> list[dict[str, Any]]:
    """The cost of leaving, stated for one year, half the RHP and the RHP.

    Each rate is shown until the next time for which one is stated: the model wants a price for any
    time, and so each stated time gets its stated rate.
    """
    points = _points(source, times)
    if not points:
        return []
    shares = [(str(source.share(key)), after) for key, after in points]
    fixed = {"id": "exit", "name": {"en": "Exit cost"}, "when": "exit", "of": "amount_taken_out"}
    price = _at_once(shares) or _tiers(shares)
    note = sentences(source.text("04130"), BETWEEN if "tiers" in price else None)
    return [{**fixed, **price, **stated(note=english(note))}]


def _points(source: Record, times: Times) -> list[tuple[str, str]]:
    """The fields with an exit cost and their times, in order; a time that comes twice counts once."""
    given = {
        quantity.period(after).in_years: (key, after)
        for key, after in zip(_EXITS, times, strict=True)
        if after and is_fraction(source.seen(key) or "")
    }
    return [given[years] for years in sorted(given)]


def _at_once(shares: list[tuple[str, str]]) -> dict[str, Any]:
    """One price, where all times have the same or only one time is stated."""
    first, after = shares[0]
    if any(quantity.rate(share) != quantity.rate(first) for share, _ in shares):
        return {}
    said = f"if you leave after {_spoken(after)}" if len(shares) == 1 else None
    return _price(first) | stated(trigger=english(said))


def _tiers(shares: list[tuple[str, str]]) -> dict[str, Any]:
    until = [{"held_up_to": after} for _, after in shares[1:]]
    steps = [end | {"rate": share} for (share, _), end in zip(shares, [*until, {}], strict=True)]
    return {"tiers": {"by": "time_held", "steps": steps}}


def _spoken(after: str) -> str:
    """A period of whole years or months in words."""
    number, unit = after[1:-1], {"Y": "year", "M": "month"}[after[-1]]
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _incidental(source: Record) -> list[dict[str, Any]]:
    """Performance fees and carried interest: how much, or that there are none, or that they exist."""
    share = source.share("03095")
    exists = source.choice("03090", {"Y": "charged", "N": "free"})
    if not share and not exists:
        return []
    status = {"status": "free" if exists == "free" else "not_stated"}
    price = {**_price(share), "of": "net_assets"} if share else status
    name = {"en": "Performance fees and carried interest"}
    about = stated(note=english(source.text("04090")))
    return [{"id": "incidental", "name": name, "when": "yearly", **price, **about}]
