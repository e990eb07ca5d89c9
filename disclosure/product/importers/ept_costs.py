"""The cost fields of a European PRIIPs Template row become fees, each a share of the money."""

from typing import Any

from .plain import Record, english, is_fraction, stated

Times = tuple[str | None, str | None, str | None]
_EXITS = ("03030", "03040", "03020")


def fees(source: Record, times: Times) -> list[dict[str, Any]]:
    """The fees a row states, in the order of the key information document.

    A cost of 0 is free; a cost field without a value makes no fee at all.
    """
    return [
        *_share(source, "03010", "04120", id="entry", name="Entry cost", when="entry", of="amount_paid_in"),
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
    return [{**fixed, "name": {"en": name}, **_price(share), **stated(note=english(source.text(note)))}]


def _price(share: str) -> dict[str, str]:
    return {"rate": share, "status": "charged" if _tells(share) else "free"}


def _tells(share: str) -> bool:
    return any(digit in share for digit in "123456789")


def _exit(source: Record, times: Times) -> list[dict[str, Any]]:
    """The cost of leaving, stated for one year, half the RHP and the RHP.

    Each rate holds until the next time for which one is stated: the model asks what leaving costs
    at any time, and only so do the stated times get their stated rates.
    """
    points = [
        (key, after)
        for key, after in zip(_EXITS, times, strict=True)
        if after and is_fraction(source.seen(key) or "")
    ]
    if not points or not _rises([after for _, after in points]):
        return []
    rates = [str(source.share(key)) for key, _ in points]
    price = _tiers(rates, [after for _, after in points])
    about = stated(note=english(source.text("04130")))
    fixed = {"id": "exit", "name": {"en": "Exit cost"}, "when": "exit", "of": "amount_taken_out"}
    return [{**fixed, **price, **about}]
