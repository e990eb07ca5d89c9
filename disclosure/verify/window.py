"""The conditions of style sheets become the windows in which a page may look different."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .measure import lengths, pixels

_NARROWEST, _WIDEST, _PAPER = 320.0, 1600.0, 690.0


class Window(NamedTuple):
    """Where a page is looked at: on `screen` or in `print`, so many pixels wide; `odd` where every
    condition that is not about width (dark colours, no pointer) holds."""

    media: str
    width: float
    odd: bool = False


def windows(conditions: Iterable[Sequence[Any]]) -> tuple[Window, ...]:
    """One window of each kind: print, and for screens a width between each two that a condition names."""
    asked = {one for condition in conditions for one in _widths(condition)}
    edges = sorted(one for one in asked if _NARROWEST < one < _WIDEST)
    between = [(a + b) / 2 for a, b in zip([_NARROWEST, *edges], [*edges, _WIDEST], strict=True)]
    screens = [Window("screen", one) for one in between]
    return (Window("print", _PAPER), *screens, Window("screen", between[-1], True))


def _widths(tokens: Iterable[Any]) -> Iterator[float]:
    for token in tokens:
        if token.type == "() block":
            yield from lengths(token.content, 16, 0, 0)
            yield from _widths(token.content)


def holds(condition: Sequence[Any], among: Sequence[Window]) -> int:
    """In which windows, a bit each, a list of media queries holds; an empty one holds in all."""
    queries = _split(condition)
    return sum(
        1 << number
        for number, window in enumerate(among)
        if not queries or any(_query(one, window) for one in queries)
    )


def _split(tokens: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        elif token.type not in ("whitespace", "comment"):
            parts[-1].append(token)
    return [part for part in parts if part]


def _query(tokens: Sequence[Any], window: Window) -> bool:
    """A media query: `not`, a type and conditions, all of which (or, after `or`, one) must hold."""
    words = [token.lower_value for token in tokens if token.type == "ident"]
    named = [one for one in words if one not in ("not", "only", "and", "or")]
    results = [one in ("all", window.media) for one in named]
    results += [_condition(token.content, window) for token in tokens if token.type == "() block"]
    result = any(results) if "or" in words else all(results)
    return not result if "not" in words[:1] else result


def _condition(content: Sequence[Any], window: Window) -> bool:
    tokens = [token for token in content if token.type not in ("whitespace", "comment")]
    if any(token.type == "() block" for token in tokens):
        return _query(tokens, window)
    names = [token.lower_value for token in tokens if token.type == "ident"]
    sizes = [one for token in tokens if (one := pixels(token, 16, 0, 0)) is not None]
    if not names or not names[0].endswith("width") or not sizes:
        return window.odd
    if names[0] != "width":
        return window.width >= sizes[0] if names[0].startswith("min") else window.width <= sizes[0]
    return _compared(tokens, window.width)


def _compared(tokens: Sequence[Any], width: float) -> bool:
    """A range such as (20rem <= width < 40rem)."""
    row: list[float | str] = []
    for token in tokens:
        if token.type == "ident":
            row.append(width)
        elif token.type == "literal":
            row[-1:] = [row[-1] + token.value] if row and isinstance(row[-1], str) else [*row[-1:], token.value]
        elif (size := pixels(token, 16, 0, 0)) is not None:
            row.append(size)
    tests = {"<": lambda a, b: a < b, ">": lambda a, b: a > b}
    return all(
        tests[sign[0]](a, b) or (sign.endswith("=") and a == b)
        for a, sign, b in zip(row[::2], row[1::2], row[2::2], strict=False)
        if isinstance(sign, str) and sign[0] in tests
    )
