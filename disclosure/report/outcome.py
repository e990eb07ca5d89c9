"""What checking one definition came to, as a value that every report format is made from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..check import Finding, Report
from ..errors import Problem
from ..sheet import Sheet
from ..source import Document
from . import findings as words
from . import problems as trouble

LEVELS = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One definition: its document with sheets, reports and findings, or, where it could not be read, its problems."""

    file: str
    document: Document | None = None
    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding or a problem at its place: lines and columns count from 1; `sheet` is empty for all sheets."""

    file: str
    line: int
    column: int
    level: str
    rule: str
    sheet: str
    message: str
    words: str = ""


def remarks(outcomes: Sequence[Outcome], lang: str) -> Iterator[Remark]:
    """Everything there is to say, file by file, in a reader's language."""
    for outcome in outcomes:
        for problem in outcome.problems:
            told = trouble.message(problem, lang)
            yield Remark(problem.file, max(problem.line, 1), max(problem.column, 1), "error", problem.code, "", told)
        for finding in outcome.findings:
            assert outcome.document is not None
            line, column = outcome.document.place(finding.path) if finding.path else (1, 1)
            told = words.message(finding, lang)
            yield Remark(
                outcome.file, line, column, finding.severity, finding.rule, finding.sheet, told, finding.words
            )
