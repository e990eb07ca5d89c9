"""Two figures and what is needed of them come in; a line of the table goes out, at once."""

from collections.abc import Iterable
from statistics import median

HEAD = f"{'what':76} {'one side':>12} {'other side':>12} {'ratio':>7}  need"


def title(text: str) -> None:
    """Begin a part of the table."""
    print(f"\n{text}\n{HEAD}", flush=True)


def ratio(what: str, one: float, other: float, unit: str, need: float | None = None, most: bool = False) -> None:
    """Tell how one side compares with the other: at least `need` times as much, or at most."""
    found = one / other if other else float("nan")
    line = f"{what:76} {_figure(one, unit):>12} {_figure(other, unit):>12} {found:7.2f}"
    print(f"{line}  {_need(found, need, '', most)}".rstrip(), flush=True)


def value(what: str, one: float | str, unit: str = "", need: float | None = None) -> None:
    """Tell one figure, of which there must not be more than `need`."""
    shown = one if isinstance(one, str) else _figure(one, unit)
    said = "" if isinstance(one, str) else _need(one, need, f" {unit}", most=True)
    print(f"{what:76} {shown:>12} {'':12} {'':7}  {said}".rstrip(), flush=True)


def remark(text: str) -> None:
    """Say what a reader of the table should know."""
    print(f"  {text}", flush=True)


def middle(values: Iterable[float]) -> float:
    """The median; of nothing, no number."""
    listed = list(values)
    return median(listed) if listed else float("nan")


def _figure(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def _need(found: float, need: float | None, unit: str, most: bool) -> str:
    if need is None:
        return ""
    kept = found <= need if most else found >= need
    return f"{'<=' if most else '>='} {need:g}{unit}  {'yes' if kept else 'NO'}"
