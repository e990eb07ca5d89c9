"""What stands for a length or a colour in a style becomes pixels or red, green and blue."""

from collections.abc import Iterable, Sequence
from operator import add, mul, sub
from typing import Any, NamedTuple

_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_EMS = {"em": 1.0, "ex": 0.5, "ch": 0.5, "cap": 0.7, "ic": 1.0, "lh": 1.2}
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0,
    "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
_STEPS = {"smaller": 1 / 1.2, "larger": 1.2}
_ROOT = 16.0
_SIGNS = {"+": add, "-": sub, "*": mul, "/": lambda one, other: one / (other or 1)}
_LEAST_OF = {"min", "max", "clamp"}


class Colour(NamedTuple):
    """Red, green, blue and opacity, each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "Colour") -> "Colour":
        """What is seen where this lies on a ground."""
        mixed = (a * self.alpha + b * (1 - self.alpha) for a, b in zip(self[:3], ground[:3], strict=True))
        return Colour(*mixed)

    @property
    def light(self) -> float:
        """Relative luminance. Source: WCAG 2.2, definition of relative luminance."""
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in self[:3])
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE, BLACK = Colour(1, 1, 1), Colour(0, 0, 0)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    low, high = sorted((one.light, other.light))
    return (high + 0.05) / (low + 0.05)


def colour(token: Any) -> Colour | None:
    """The colour that a token or a text names; None where it names none."""
    import tinycss2.color4

    found = tinycss2.color4.parse_color(token)
    if found is None or isinstance(found, str):
        return None
    red, green, blue = found.to("srgb").coordinates
    return Colour(red or 0.0, green or 0.0, blue or 0.0, found.alpha)


def pixels(token: Any, em: float, whole: float, wide: float) -> float | None:
    """A length in pixels, `em` being the size of the type, `whole` what a percentage is of and `wide`
    the window; of a sum or a choice, the length in it that is farthest from harmless: the least."""
    kind = token.type
    if kind == "number":
        return float(token.value) if not token.value else None
    if kind == "percentage":
        return float(token.value) * whole / 100
    if kind == "dimension":
        return _dimension(float(token.value), token.lower_unit, em, wide)
    if kind == "() block" or kind == "function" and token.lower_name == "calc":
        return _sum(token.content if kind == "() block" else token.arguments, em, whole, wide)
    if kind == "function" and token.lower_name in _LEAST_OF:
        return min(lengths(token.arguments, em, whole, wide), default=None)
    return None


def _sum(tokens: Iterable[Any], em: float, whole: float, wide: float) -> float | None:
    """What a calculation comes to, read from left to right; None where it cannot be told."""
    total, sign = 0.0, "+"
    for token in tokens:
        if token.type == "literal":
            sign = token.value
        elif token.type not in ("whitespace", "comment"):
            value = float(token.value) if token.type == "number" else pixels(token, em, whole, wide)
            if value is None or sign not in _SIGNS:
                return None
            total = _SIGNS[sign](total, value)
    return total


def _dimension(value: float, unit: str, em: float, wide: float) -> float | None:
    if unit in _PIXELS:
        return value * _PIXELS[unit]
    if unit in _EMS:
        return value * _EMS[unit] * em
    if unit.endswith("rem") or unit in ("rlh", "rex", "rch"):
        return value * _ROOT
    if unit.endswith(("vw", "vh", "vmin", "vmax", "vi", "vb")):
        return value * wide / 100
    return None


def lengths(tokens: Iterable[Any], em: float, whole: float, wide: float) -> list[float]:
    """Every length among tokens, in pixels."""
    found = (pixels(token, em, whole, wide) for token in tokens)
    return [one for one in found if one is not None]


def type_size(tokens: Sequence[Any], around: float, wide: float) -> float | None:
    """The size of type that a `font-size` (or the first length of a `font`) asks for, in pixels."""
    for token in tokens:
        if token.type == "ident" and token.lower_value in _SIZES:
            return _SIZES[token.lower_value]
        if token.type == "ident" and token.lower_value in _STEPS:
            return around * _STEPS[token.lower_value]
        if token.type == "number" and token.value and float(token.value) >= 100:
            continue  # a weight in the `font` shorthand
        size = pixels(token, around, around, wide)
        if size is not None:
            return size
    return None
