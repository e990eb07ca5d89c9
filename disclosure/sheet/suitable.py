"""A risk rating becomes the investors whom a product of that level fits, from `templates/suitability.yaml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..wording import scales, suitability
from .model import Fact
from .trace import Trace, View


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a risk scale as wording prints it: its name, who may buy, and whether it is this product's."""

    named: str
    investors: str
    here: bool


def investor(view: View, scale: str, trace: Trace) -> str:
    """An investor level of the definition with its name, where the matrix of the scale knows it."""
    code = str(view._value)
    return trace.mark(Fact(view._path, "name", code, _named(code, scale, trace)))


def matrix(rating: View, trace: Trace) -> Iterator[Level]:
    """Every level of the scale of a rating, from low to high, with the investors it fits; nothing for
    a scale without a matrix."""
    scale = rating._value.scale
    for number, codes in enumerate(_fits(scale), start=1):
        path = f"suitability.{scale}[{number}]"
        who = trace.wording.locale.listed([_marked(code, path, scale, trace) for code in codes])
        yield Level(_level(number, path, scale, trace), who, number == rating._value.level)


def fitting(rating: View, trace: Trace) -> str:
    """The investors whom the level of a rating fits; nothing where no matrix says so."""
    scale, level = rating._value.scale, rating._value.level
    fits = _fits(scale)
    path = f"suitability.{scale}[{level}]"
    codes = fits[level - 1] if fits else []
    return trace.wording.locale.listed([_marked(code, path, scale, trace) for code in codes]) if codes else ""


def _fits(scale: str) -> Any:
    return suitability().get(scale, {}).get("fits", [])


def _marked(code: str, path: str, scale: str, trace: Trace) -> str:
    return trace.mark(Fact(path, "name", code, _named(code, scale, trace)))


def _named(code: str, scale: str, trace: Trace) -> str:
    known = {one["code"]: one["name"] for one in suitability().get(scale, {}).get("investors", [])}
    if code not in known:
        return code
    pattern = trace.wording.label("rating", "named")
    return pattern.replace("{code}", code).replace("{name}", known[code][trace.wording.lang])


def _level(number: int, path: str, scale: str, trace: Trace) -> str:
    known = scales()[scale]
    code = f"{known.get('prefix') or ''}{number}"
    name = known["levels"][number - 1]["name"][trace.wording.lang]
    shown = trace.wording.label("rating", "named").replace("{code}", code).replace("{name}", name)
    return trace.mark(Fact(path, "choice", f"{scale}:{number}", shown))
