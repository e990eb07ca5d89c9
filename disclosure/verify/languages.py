"""The sheets of one product in several languages come in; what they state differently goes out."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .loss import Loss

if TYPE_CHECKING:
    from ..sheet import Sheet

_COMPARED = {"money", "rate", "period", "date", "number", "choice"}


def disagreements(one: "Sheet", other: "Sheet") -> Iterator[Loss]:
    """Figures, dates and levels that a sheet states more often, or with another value, than the other."""
    mine, theirs = _stated(one), _stated(other)
    for path, value in sorted(mine - theirs):
        yield Loss(other.lang, path, value, "sheets-differ", (("lang", one.lang), ("other", other.lang)))
    for path, value in sorted(theirs - mine):
        yield Loss(one.lang, path, value, "sheets-differ", (("lang", other.lang), ("other", one.lang)))


def _stated(sheet: "Sheet") -> Counter[tuple[str, str]]:
    return Counter(
        (run.fact.path, run.fact.value)
        for _, _, group in sheet.everything()
        for sentence in group
        for run in sentence.runs
        if run.fact and run.fact.kind in _COMPARED
    )
