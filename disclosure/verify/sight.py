"""What is declared for an element, and how it looks around it, become how its own text is seen."""

from collections.abc import Callable
from typing import Any, NamedTuple

from .measure import BLACK, WHITE, Colour, colour, contrast, lengths, pixels, type_size
from .style import FAMILIES, Declared, Tokens, family

LEAST_CONTRAST = 3.0
"""The contrast ratio that large type needs at least. Source: WCAG 2.2, 1.4.3."""

_LEAST_SIZE = 6.0  # pixels
_FAR = 40.0  # pixels: a shift larger than any hanging sign or indent of a list
_AWAY = -1000.0  # pixels: the way to keep a text for screen readers alone
_NUDGE = 6.0
_SIDES = ("left", "right", "top", "bottom")
_NONE = {"none", "auto", "normal", "visible", "unset", "initial", "revert", ""}


class Look(NamedTuple):
    """How text is seen: `why` it is not (empty where it is), and what its children inherit.

    `why` is `unseen`, `clipped`, `moved`, `aside` (off the page, for screen readers alone), `altered`,
    `covered`; `faint` and `tiny` follow from the rest.
    """

    why: str = ""
    visible: bool = True
    ink: Colour = BLACK
    fill: Colour = BLACK
    ground: Colour = WHITE
    size: float = 16.0
    opacity: float = 1.0
    root: bool = True

    def reason(self, drawn: bool = False) -> str:
        """Why text itself cannot be seen; empty where it can. `drawn`: in a drawing."""
        if self.why or not self.visible:
            return self.why or "unseen"
        if self.size < _LEAST_SIZE:
            return "tiny"
        ink = self.fill if drawn else self.ink
        seen = ink._replace(alpha=ink.alpha * self.opacity).over(self.ground)
        return "faint" if contrast(seen, self.ground) < LEAST_CONTRAST else ""


def look(around: Look, given: Declared, wide: float) -> Look:
    """How an element is seen, with what is declared for it in a window so many pixels wide."""
    size = type_size(given["font-size"], around.size, wide) if "font-size" in given else around.size
    em = around.size if size is None else size
    why = around.why or ("tiny" if size is None else "") or _hidden(given, em, wide)
    shown = _word(given, "visibility")
    return Look(
        why,
        shown == "visible" if shown in ("visible", "hidden", "collapse") else around.visible,
        _painted(given, "color", around.ink, around.ink),
        _filled(given, around),
        _ground(given, around),
        em,
        around.opacity * _part(given, "opacity"),
        False,
    )


def _hidden(given: Declared, em: float, wide: float) -> str:
    if not given:
        return ""
    return next((why for test in _TESTS if (why := test(given, em, wide))), "")


def _unseen(given: Declared, em: float, wide: float) -> str:
    gone = _word(given, "display") == "none" or _word(given, "content-visibility") == "hidden"
    masked = any(_set(given, name) for name in ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image"))
    strange = any(
        _set(given, name)
        for name in ("filter", "mix-blend-mode", "animation", "animation-name", "-webkit-text-security")
    )
    painted = any(_word(given, name) == "text" for name in ("background-clip", "-webkit-background-clip"))
    return "unseen" if gone or masked or strange or painted or _has_image(given) else ""


def _has_image(given: Declared) -> bool:
    """Is there a picture or gradient behind a text, on which nobody can tell how it is seen?"""
    return any(
        token.type == "url" or token.type == "function" and token.lower_name.endswith(("gradient", "url", "image-set"))
        for token in given.get("background-image", ())
    )


def _clipped(given: Declared, em: float, wide: float) -> str:
    if _set(given, "clip") or _set(given, "clip-path"):
        return "clipped"
    return "clipped" if any(_word(given, name) in ("hidden", "clip") for name in ("overflow-x", "overflow-y")) else ""


def _moved(given: Declared, em: float, wide: float) -> str:
    position = _word(given, "position")
    shifts = [one for side in _SIDES for one in lengths(given.get(side, ()), em, wide, wide)]
    if position in ("absolute", "fixed"):
        return "aside" if min(shifts, default=0.0) <= _AWAY else "moved"
    if position in ("relative", "sticky") and any(abs(one) > _NUDGE for one in shifts):
        return "moved"
    margins = [one for side in _SIDES for one in lengths(given.get(f"margin-{side}", ()), em, wide, wide)]
    indents = lengths(given.get("text-indent", ()), em, wide, wide)
    if min(margins, default=0.0) < -_FAR or any(abs(one) > _FAR for one in indents):
        return "moved"
    turned = any(_set(given, name) for name in ("transform", "translate", "scale", "rotate", "offset-path"))
    turned = turned or _word(given, "direction") == "rtl" or _word(given, "unicode-bidi").endswith("override")
    reverse = any("reverse" in _word(given, name) for name in ("flex-direction", "flex-flow"))
    return "moved" if turned or reverse or _numbers(given, "order") or _set(given, "writing-mode") else ""


def _crushed(given: Declared, em: float, wide: float) -> str:
    spaced = lengths(given.get("letter-spacing", ()), em, em, wide) + lengths(
        given.get("word-spacing", ()), em, em, wide
    )
    high = [float(token.value) * em for token in given.get("line-height", ()) if token.type == "number"]
    high += [one for one in lengths(given.get("line-height", ()), em, em, wide) if one]
    shrunk = any(one < 0.6 for one in _numbers(given, "zoom"))
    return "tiny" if min(spaced, default=0.0) < -0.15 * em or min(high, default=em) < 0.6 * em or shrunk else ""


def _altered(given: Declared, em: float, wide: float) -> str:
    named = given.get("font-family")
    return "altered" if named and family(named) not in FAMILIES or _set(given, "text-transform") else ""


def _behind(given: Declared, em: float, wide: float) -> str:
    return "covered" if min(_numbers(given, "z-index"), default=0.0) < 0 else ""


_TESTS: tuple[Callable[[Declared, float, float], str], ...] = (
    _unseen, _clipped, _moved, _crushed, _altered, _behind,
)  # fmt: skip


def _painted(given: Declared, name: str, inherited: Colour, current: Colour) -> Colour:
    """The colour of a property; one that cannot be read is as good as none at all."""
    tokens = given.get(name)
    if not tokens:
        return inherited
    word = _word(given, name)
    if word in ("inherit", "unset"):
        return inherited
    if word == "currentcolor":
        return current
    return _colour(tokens) or BLACK._replace(alpha=0.0)


def _filled(given: Declared, around: Look) -> Colour:
    fill = _painted(given, "fill", around.fill, around.ink)
    return fill._replace(alpha=fill.alpha * _part(given, "fill-opacity")) if "fill-opacity" in given else fill


def _ground(given: Declared, around: Look) -> Colour:
    found = _colour(given.get("background-color", ()))
    return found.over(around.ground) if found else around.ground


def _colour(tokens: Tokens) -> Colour | None:
    found = (one for token in tokens if (one := _read(token)) is not None)
    return next(found, None)


def _read(token: Any) -> Colour | None:
    try:
        return colour(token)
    except (NotImplementedError, ValueError):
        return None


def _part(given: Declared, name: str) -> float:
    shares = [
        float(token.value) / (100 if token.type == "percentage" else 1)
        for token in given.get(name, ())
        if token.type in ("number", "percentage")
    ]
    return min(shares[0], 1.0) if shares else 0.0 if given.get(name) else 1.0


def _numbers(given: Declared, name: str) -> list[float]:
    found = [token for token in given.get(name, ()) if token.type in ("number", "percentage")]
    return [float(one.value) / (100 if one.type == "percentage" else 1) for one in found if one.value]


def _word(given: Declared, name: str) -> str:
    tokens = given.get(name)
    return str(tokens[0].lower_value) if tokens and tokens[0].type == "ident" else ""


def _set(given: Declared, name: str) -> bool:
    """Is a property given another value than that which does nothing?"""
    return name in given and _word(given, name) not in _NONE | {"inherit", "start", "horizontal-tb"} or bool(
        given.get(name) and given[name][0].type != "ident"
    )


