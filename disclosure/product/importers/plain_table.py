"""A row of field paths and texts ("name.en", "fees[0].rate") becomes the plain data of a definition."""

import re
from collections.abc import Mapping
from typing import Any

_PATH = re.compile(r"[a-z_]+(\[\d{1,3}\])?(\.[A-Za-z_-]+(\[\d{1,3}\])?)*\Z")
_STEP = re.compile(r"([A-Za-z_-]+)|\[(\d+)\]")


class PathMalformed(ValueError):
    """The name of a column is no field of a definition; `args[0]` is the name."""


def product(row: Mapping[str, Any]) -> dict[str, Any]:
    """The definition that a row writes out; entries of a list are closed up where a number is left out.

    Raises PathMalformed for the name of a column that is no path.
    """
    tree: dict[Any, Any] = {}
    for path, value in row.items():
        if not _PATH.match(path):
            raise PathMalformed(path)
        steps = [int(index) if index else name for name, index in _STEP.findall(path)]
        _put(tree, steps, value, path)
    return {str(key): _listed(value) for key, value in tree.items()}


def _put(tree: dict[Any, Any], steps: list[Any], value: Any, path: str) -> None:
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
        if not isinstance(tree, dict):
            raise PathMalformed(path)
    tree[steps[-1]] = value


def _listed(node: Any) -> Any:
    """A mapping whose keys are numbers as the list that it stands for."""
    if not isinstance(node, dict):
        return node
    if node and all(isinstance(key, int) for key in node):
        return [_listed(node[key]) for key in sorted(node)]
    return {str(key): _listed(value) for key, value in node.items()}
