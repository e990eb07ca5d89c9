"""The figures command: computations come in as JSON lines, their figures go out, one line for each."""

import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TextIO

import click

from ..figures.computations import compute
from ..figures.figure import NotComputable
from ..figures.rounding import half_up
from .exits import Exit

PLACES = 15
"""Decimals printed of a figure that no rule rounds."""


def compute_lines(stream: TextIO | None = None) -> int:
    """Answer each line `{"id", "computation", "inputs"}`; 3 where a line is none."""
    broken = False
    for line in stream or sys.stdin:
        if line.strip():
            answer, whole = _answer(line)
            broken = broken or not whole
            click.echo(answer)
    return Exit.INVALID_INPUT if broken else Exit.CLEAN


def _answer(line: str) -> tuple[str, bool]:
    """What to say to one line, and whether the line was a computation at all."""
    try:
        asked = json.loads(line, parse_float=str, parse_constant=str)
    except ValueError as error:
        return _refusal(None, f"this line is not JSON: {error}"), False
    if not isinstance(asked, dict) or not isinstance(asked.get("computation"), str):
        return _refusal(_id(asked), 'a line is {"id": …, "computation": "…", "inputs": {…}}'), False
    inputs = asked.get("inputs", {})
    if not isinstance(inputs, Mapping):
        return _refusal(_id(asked), '"inputs" must name its parts'), False
    try:
        figures = compute(asked["computation"], inputs)
    except NotComputable as refused:
        return _refusal(_id(asked), str(refused)), True
    told = ", ".join(f"{json.dumps(name)}: {_written(value)}" for name, value in figures.items())
    return f'{{"id": {json.dumps(_id(asked), ensure_ascii=False)}, "figures": {{{told}}}}}', True


def _refusal(asked: Any, why: str) -> str:
    return json.dumps({"id": asked, "error": why}, ensure_ascii=False)


def _id(asked: Any) -> Any:
    return asked.get("id") if isinstance(asked, dict) else None


def _written(value: Decimal | str | list[Decimal]) -> str:
    """A figure as JSON writes it: in full, no exponent, no more places than are of use."""
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    text = format(half_up(value, PLACES), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
