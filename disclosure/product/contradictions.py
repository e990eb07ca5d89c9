"""A definition as it was written comes in; what its parts say against each other goes out.

It is read before it is typed, so that this is told together with what else is wrong in it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from .. import quantity
from ..errors import Problem
from ..quantity import QuantityError
from ..source import Document

_INVESTED = ("deposit", "wealth", "fund")


def contradictions(data: Mapping[str, Any], document: Document) -> Iterator[Problem]:
    """What stands twice, what refers to nothing, and what cannot be true of this kind of product."""
    yield from _repeated(data, document)
    yield from _unknown_ids(data, document)
    yield from _losses(data, document)
    made, next_ = _day(data, "as_of"), _day(data, "next_review")
    if made and next_ and next_ < made:
        yield document.problem("next_review", "review-before-as-of", text=next_, made=made)


def _repeated(data: Any, document: Document) -> Iterator[Problem]:
    for path in ("fees", "rates", "risk.main"):
        for index, name in _twice(_ids(data, path)):
            yield document.problem(f"{path}[{index}].id", "id-twice", text=name)
    for index, lang in _twice(_list(data, "languages")):
        yield document.problem(f"languages[{index}]", "language-twice", text=lang)
    for index, regime in _twice(_list(data, "regimes")):
        yield document.problem(f"regimes[{index}]", "regime-twice", text=regime)


def _unknown_ids(data: Any, document: Document) -> Iterator[Problem]:
    fees = _ids(data, "fees")
    for index, name in enumerate(_list(data, "exit.fees")):
        if isinstance(name, str) and name not in fees:
            yield document.problem(f"exit.fees[{index}]", "fee-id-unknown", text=name)
    name = _at(data, "loan.repayment.rate") if data.get("kind") == "loan" else None
    if isinstance(name, str) and name not in _ids(data, "rates"):
        yield document.problem("loan.repayment.rate", "rate-id-unknown", text=name)


def _losses(data: Any, document: Document) -> Iterator[Problem]:
    if _at(data, "risk.can_lose") != "not_applicable":
        return
    if data.get("kind") in _INVESTED:
        yield document.problem("risk.can_lose", "lose-not-applicable", kind=data["kind"])
    if data.get("kind") == "insurance" and _list(data, "insurance.cash_values"):
        yield document.problem("risk.can_lose", "lose-not-applicable-beside-cash")


def _twice(names: list[Any]) -> Iterator[tuple[int, str]]:
    for index, name in enumerate(names):
        if isinstance(name, str) and name in names[:index]:
            yield index, name


def _ids(data: Any, path: str) -> list[Any]:
    return [one.get("id") if isinstance(one, Mapping) else None for one in _list(data, path)]


def _list(data: Any, path: str) -> list[Any]:
    found = _at(data, path)
    return found if isinstance(found, list) else []


def _at(data: Any, path: str) -> Any:
    for step in path.split("."):
        data = data.get(step) if isinstance(data, Mapping) else None
    return data


def _day(data: Any, key: str) -> str:
    """A day as it is written, or nothing where it is none."""
    text = data.get(key)
    try:
        return quantity.day(text).isoformat() if isinstance(text, str) else ""
    except QuantityError:
        return ""
