"""What checking one definition came to, as a value that every report format is made from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from .. import shipped, source
from ..check import Finding, Report
from ..errors import Problem
from ..sheet import Sheet
from ..source import Document
from . import findings as words
from . import problems as trouble
from .made import versions

__all__ = ["Help", "LEVELS", "Outcome", "Remark", "advised", "by_sheet", "meaning", "remarks", "versions"]

LEVELS = ("error", "warning", "note")
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


@dataclass(frozen=True, slots=True)
class Help:
    """What to tell of a rule: what it finds, why that matters, what to do; and a text that has it beside one that has not.

    Where the rule names something of the text stands "…"; the two texts are empty where a rule has no examples.
    """

    what: str
    why: str
    advice: str
    found: str = ""
    clean: str = ""


def advised(rule: str, level: str, lang: str) -> Help:
    """The help of a rule or of a problem, in a reader's language."""
    short, _ = meaning(rule, lang)
    told, own = words.wording(rule, lang), words.plain_rule(rule)
    why = str(_said(lang)["why"][level])
    advice = _NAMED.sub("…", str(told["advice"])) if told else str(_said(lang)["why"]["definition"])
    if not own:
        return Help(short, why, advice)
    spoken = lang if own["examples"].get(lang) else next(iter(own["examples"]))
    examples = own["examples"][spoken]
    fires, silent = examples.get("fires") or [{"text": ""}], examples.get("silent") or [""]
    return Help(short, f"{why} {_said(lang)['source']} {own['source']}", advice, str(fires[0]["text"]), str(silent[0]))


@lru_cache
def _said(lang: str) -> Mapping[str, Any]:
    return dict(source.read(shipped.folder("templates", "report.yaml")).data[lang]["help"])


def meaning(rule: str, lang: str) -> tuple[str, str]:
    """What a rule or a problem says of any text, "…" for what it names, and its advice if that names nothing."""
    told = words.wording(rule, lang)
    if told is None:
        return trouble.message(Problem("", 0, 0, "", rule), lang), ""
    advice = str(told["advice"])
    return _NAMED.sub("…", str(told["message"])), "" if _NAMED.search(advice) else advice
