"""A product and a path with names in it come in; the plain paths that it means go out."""

import re
from collections.abc import Iterator
from typing import Any

from .part import Part

_STEP = re.compile(r"(\w+)(?:\[([\w-]+)\])?\.?")


def select(product: Any, path: str) -> tuple[str, ...]:
    """The paths of a product that `path` means: `rates[purchase].rate` is the rate of each entry of
    `rates` whose id, kind, when, what, status, side or payee is `purchase`. A path of figures or of
    prescribed words is itself."""
    if path.startswith(("figures.", "statements.")):
        return (path,)
    return tuple(_selected(product, "", _STEP.findall(path)))


def _selected(part: Any, path: str, steps: list[tuple[str, str]]) -> Iterator[str]:
    if not steps:
        yield path
        return
    (name, wanted), *rest = steps
    value = _field(part, name)
    inner = f"{path}.{name}" if path else name
    if value is None:
        return
    if not wanted:
        yield from _selected(value, inner, rest)
        return
    for index, one in enumerate(value):
        if wanted == str(index) or wanted in _named(one):
            yield from _selected(one, f"{inner}[{index}]", rest)


def _field(part: Any, name: str) -> Any:
    """A field by the name that a definition gives it, which need not be that of the model."""
    fields = type(part).model_fields if isinstance(part, Part) else {}
    own = next((own for own, info in fields.items() if (info.alias or own) == name), None)
    return getattr(part, own) if own else None


def _named(part: Any) -> set[str]:
    names = ("id", "kind", "when", "what", "scale", "status", "side", "payee")
    return {str(value) for name in names if (value := getattr(part, name, None)) is not None}
