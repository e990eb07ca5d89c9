"""The parts that the shape of a data file is put together from; each finds what does not fit it."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from .errors import Problem


class Placed(Protocol):
    """A file as it was read, which knows the place of each of its fields."""

    def problem(self, path: str, code: str, *, at_key: bool = False, **values: str) -> Problem:
        """A problem of this file at the place of a field, or of the field's name."""


Shape = Callable[[Placed, str, Any], Iterator[Problem]]
"""Finds what is wrong with a value: the file, the value's path and the value go in."""


def text(file: Placed, path: str, value: Any) -> Iterator[Problem]:
    """Any one text."""
    if not isinstance(value, str):
        yield file.problem(path, "scalar-expected", name=_name(path))


def like(pattern: str, code: str) -> Shape:
    """A text of a form; `code` is the message for any other."""

    def found(file: Placed, path: str, value: Any) -> Iterator[Problem]:
        yield from text(file, path, value)
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            yield file.problem(path, code, name=_name(path), text=value[:60])

    return found


def day(file: Placed, path: str, value: Any) -> Iterator[Problem]:
    """A calendar day."""
    yield from text(file, path, value)
    try:
        date.fromisoformat(value if isinstance(value, str) else "2000-01-01")
    except ValueError:
        yield file.problem(path, "date-malformed", text=value[:60])


def choice(*known: str) -> Shape:
    """One of some fixed words."""

    def found(file: Placed, path: str, value: Any) -> Iterator[Problem]:
        yield from text(file, path, value)
        if isinstance(value, str) and value not in known:
            yield file.problem(path, "choice-unknown", text=value[:60], expected=", ".join(known))

    return found


def several(of: Shape, least: int = 0) -> Shape:
    """A list whose entries have a shape; `least` entries at least. No two may have the same id."""

    def found(file: Placed, path: str, value: Any) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield file.problem(path, "list-expected", name=_name(path))
            return
        if len(value) < least:
            yield file.problem(path, "list-too-short", name=_name(path))
        for index, one in enumerate(value):
            yield from of(file, f"{path}[{index}]", one)
        yield from _twice(file, path, value)

    return found


def each(of: Shape) -> Shape:
    """A value for each of some names of the file's own, such as languages."""

    def found(file: Placed, path: str, value: Any) -> Iterator[Problem]:
        if not isinstance(value, Mapping) or not value:
            yield file.problem(path, "text-malformed", name=_name(path))
            return
        for name, one in value.items():
            yield from of(file, f"{path}.{name}", one)

    return found


def part(fields: Mapping[str, Shape], *, needs: tuple[str, ...] = (), whole: str = "mapping-expected") -> Shape:
    """Fields with a shape each; `needs` are those that must be there, `whole` the message for no fields."""

    def found(file: Placed, path: str, value: Any) -> Iterator[Problem]:
        known = ", ".join(fields)
        if not isinstance(value, Mapping):
            yield file.problem(path, whole, name=_name(path), expected=known)
            return
        before = f"{path}." if path else ""
        for name in (name for name in needs if name not in value):
            yield file.problem(before + name, "field-missing", name=name)
        for name, one in value.items():
            if name not in fields:
                yield file.problem(before + name, "field-unknown", at_key=True, name=name, expected=known)
            elif one is not None:  # an empty value has been told when the file was read
                yield from fields[name](file, before + name, one)

    return found


def _twice(file: Placed, path: str, entries: list[Any]) -> Iterator[Problem]:
    ids = [one.get("id") if isinstance(one, Mapping) else None for one in entries]
    for index, name in enumerate(ids):
        if isinstance(name, str) and name in ids[:index]:
            yield file.problem(f"{path}[{index}].id", "id-twice", text=name)


def _name(path: str) -> str:
    return path.rpartition(".")[2]
