"""A drawing comes in; what is painted under and over each of its texts goes out."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from .measure import Colour, colour

_CLEAR = {"none", "transparent"}


class _Box(NamedTuple):
    order: int
    left: float
    top: float
    right: float
    bottom: float
    fill: str

    def holds(self, x: float, y: float) -> bool:
        """Does a point lie in it?"""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Backdrop:
    """The rectangles of a drawing in the order in which they are painted."""

    def __init__(self, svg: Element) -> None:
        self.order = {id(item): number for number, item in enumerate(svg.iter())}
        self.view = _numbers(svg.get("viewBox") or svg.get("viewbox") or "")
        self.boxes = [box for item in svg.iter("rect") if (box := self._box(item))]
        self.small = any(_number(svg.get(name), 400) < 8 for name in ("width", "height"))

    def under(self, text: Element) -> tuple[Colour | None, str]:
        """The colour painted under a text, where there is one, and why the text is not seen at all."""
        order = self.order.get(id(text), 0)
        x, y = _number(text.get("x"), 0), _number(text.get("y"), 0) - 4
        x += {"middle": 0, "end": -4}.get(text.get("text-anchor", ""), 4)
        if self.small or (len(self.view) == 4 and not self._inside(x, y)):
            return None, "moved"
        here = [box for box in self.boxes if box.holds(x, y) and box.fill not in _CLEAR]
        if any(box.order > order for box in here):
            return None, "covered"
        return (colour(here[-1].fill) if here else None), ""

    def _inside(self, x: float, y: float) -> bool:
        left, top, width, height = self.view
        return left <= x <= left + width and top <= y <= top + height

    def _box(self, item: Element) -> _Box | None:
        left, top = _number(item.get("x"), 0), _number(item.get("y"), 0)
        width, height = _number(item.get("width"), 0), _number(item.get("height"), 0)
        if not (width and height):
            return None
        return _Box(self.order[id(item)], left, top, left + width, top + height, item.get("fill") or "#000")


def _numbers(text: str) -> list[float]:
    return [_number(part, 0) for part in text.replace(",", " ").split()]


def _number(text: str | None, otherwise: float) -> float:
    try:
        return float((text or "").removesuffix("px") or otherwise)
    except ValueError:
        return otherwise
