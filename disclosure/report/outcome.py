"""What checking one definition came to, as a value that every report format is made from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from .. import __version__
from ..check import Finding, Report
from ..check.run import model
from ..errors import Problem
from ..sheet import Sheet
from ..source import Document
from . import findings as words
from . import problems as trouble

LEVELS = ("error", "warning", "note")
_COUNTED_BY = {"en": "textstat", "zh-CN": "jieba"}
_NAMED = re.compile(r"\{[^{}]*\}")


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


def by_sheet(outcome: Outcome, lang: str) -> Iterator[tuple[Report, list[Remark]]]:
    """Each sheet with what was found on it; what compares sheets stands with the one of its language, else the first."""
    own = {id(finding) for report in outcome.reports for finding in report.findings}
    between = [finding for finding in outcome.findings if id(finding) not in own]
    shown = {id(finding) for finding in outcome.findings}
    placed = [next((n for n, one in enumerate(outcome.reports) if one.lang == found.lang), 0) for found in between]
    for number, report in enumerate(outcome.reports):
        mine = [finding for finding in report.findings if id(finding) in shown]
        mine += [finding for finding, place in zip(between, placed, strict=True) if place == number]
        yield report, list(remarks([replace(outcome, findings=tuple(mine), problems=())], lang))


@lru_cache
def versions(lang: str) -> tuple[tuple[str, str], ...]:
    """What a score of a text in a language was made with: the program, the model, and what counts for it."""
    library = _COUNTED_BY[lang]
    try:
        found = version(library)
    except PackageNotFoundError:
        found = ""
    known = (("Disclosure", __version__), (f"readability.{lang}", model(lang).version), (library, found))
    return tuple((name, value) for name, value in known if value)


def meaning(rule: str, lang: str) -> tuple[str, str]:
    """What a rule or a problem says of any text, "…" for what it names, and its advice if that names nothing."""
    told = words.wording(rule, lang)
    if told is None:
        return trouble.message(Problem("", 0, 0, "", rule), lang), ""
    advice = str(told["advice"])
    return _NAMED.sub("…", str(told["message"])), "" if _NAMED.search(advice) else advice
