"""What can be wrong with an input: problems with a place and advice, gathered into one error."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in an input file.

    `code` names a message in `templates/messages/<lang>.yaml`, `values` fill it in, so that the
    same problem can be told in the reader's language. `line` and `column` count from 1; 0 means
    the whole file.
    """

    file: str
    line: int
    column: int
    field: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value}" for key, value in self.values.items())
        return f"{self.file}:{self.line}:{self.column}: {self.field}: {self.code}({details})"


class DisclosureError(Exception):
    """Invalid input: every problem found, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda p: (p.file, p.line, p.column, p.field))
        )
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


class EnvironmentProblem(Exception):
    """The machine, not the input, stands in the way: a missing library, a full disk, a held lock.

    `code` and `values` are worded as for `Problem`; exit code 2.
    """

    def __init__(self, code: str, **values: str) -> None:
        self.code = code
        self.values = values
        super().__init__(f"{code}({values})")

    def __reduce__(self) -> tuple[Any, ...]:
        return _environment_problem, (self.code, self.values)


def _environment_problem(code: str, values: dict[str, str]) -> EnvironmentProblem:
    return EnvironmentProblem(code, **values)
