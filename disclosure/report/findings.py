"""Findings and reports become lines for people and plain data for machines."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .. import shipped, source
from ..check import Finding, Report
from ..errors import Problem
from ..source import Document
from . import problems
from .made import versions

if TYPE_CHECKING:
    from .outcome import Outcome

SEVERITIES: Mapping[str, Mapping[str, str]] = {
    "en": {"error": "error", "warning": "warning", "note": "note"},
    "zh-CN": {"error": "错误", "warning": "警告", "note": "提示"},
}
_PLAINNESS = {
    "en": "plainness {score} of 100 ({band})",
    "zh-CN": "易懂程度 {score}/100（{band}）",
}
BANDS = {
    "en": {"plain": "plain", "fair": "fair", "hard": "hard"},
    "zh-CN": {"plain": "易懂", "fair": "尚可", "hard": "难懂"},
}


@lru_cache
def _rules() -> Mapping[str, Any]:
    path = shipped.folder("templates", "findings.yaml")
    return dict(source.read(path).data)


@lru_cache
def _words(rule: str) -> Mapping[str, Any]:
    """The message and advice of a rule: a plain-language rule keeps its own beside its examples."""
    own = shipped.folder("templates", "plain", f"{rule}.yaml")
    return dict(source.read(own).data["messages"] if own.exists() else _rules()[rule])


def plain_rule(rule: str) -> Mapping[str, Any] | None:
    """All that is written of a plain-language rule, with its source and examples; None for any other."""
    own = shipped.folder("templates", "plain", f"{rule}.yaml")
    return dict(source.read(own).data) if own.exists() else None


def wording(rule: str, lang: str) -> Mapping[str, str] | None:
    """The message and advice of a rule before its values are filled in; None for what is no rule."""
    known = rule in _rules() or shipped.folder("templates", "plain", f"{rule}.yaml").exists()
    return dict(_words(rule)[lang]) if known else None


def feature_names(spoken: str, lang: str) -> Mapping[str, str]:
    """What the features of a language's readability model are called in a reader's language."""
    return dict(_rules()["features"][spoken][lang])


def message(finding: Finding, lang: str) -> str:
    """What a finding says, and what to do, in a reader's language."""
    words = _words(finding.rule)[lang]
    values = dict(finding.values)
    if "reasons" in values:
        names = feature_names(finding.lang, lang)
        comma = "、" if lang.startswith("zh") else ", "
        values["reasons"] = comma.join(names.get(one, one) for one in values["reasons"].split(", "))
    gap = "；" if lang.startswith("zh") else "; "
    return f"{words['message']}{gap}{words['advice']}".format_map(values)


def line(finding: Finding, document: Document, lang: str) -> tuple[str, str]:
    """One finding as its place, "file:line:column", and what is said: "rule [sheet]: message"."""
    row, column = document.place(finding.path) if finding.path else (1, 1)
    quoted = f"\n    {finding.words}" if finding.words else ""
    said = f"{finding.rule} [{finding.sheet}]: {message(finding, lang)}{quoted}"
    return f"{document.file}:{row}:{column}", said


def score(report: Report, lang: str) -> str:
    """The plainness of one sheet, the familiar scores beside it where there are any, and what they were made with."""
    if report.reading is None:
        return ""
    band = BANDS[lang][report.reading.band]
    first = _PLAINNESS[lang].format(score=report.reading.plainness, band=band)
    rest = [f"{name} {value}" for name, value in report.familiar]
    made = ", ".join(f"{name} {value}" for name, value in versions(report.lang))
    return " · ".join([first, *rest, made])


def as_json(outcomes: "Sequence[Outcome]") -> str:
    """Outcomes as a JSON document with sorted keys: the same input gives the same bytes."""
    told = {"schema": "disclosure/report/1", "products": [_product(one) for one in outcomes]}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)


def _product(outcome: "Outcome") -> dict[str, Any]:
    found = _findings(outcome.document, outcome.findings) if outcome.document else ()
    return {
        "file": outcome.file,
        "sheets": [_sheet(report) for report in outcome.reports],
        "findings": list(found),
        "problems": [_problem(one) for one in outcome.problems],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file, "line": problem.line, "column": problem.column, "field": problem.field,
        "code": problem.code, "message": problems.message(problem, "en"),
    }  # fmt: skip


def _sheet(report: Report) -> dict[str, Any]:
    reading = report.reading
    return {
        "product": report.product,
        "version": report.version,
        "lang": report.lang,
        "regime": report.regime,
        "audience": report.audience,
        "plainness": reading.plainness if reading else None,
        "band": reading.band if reading else None,
        "contributions": {name: str(value) for name, value in reading.contributions} if reading else {},
        "measures": {name: str(value) for name, value in reading.measures} if reading else {},
        "familiar": {name: str(value) for name, value in report.familiar},
        "versions": dict(versions(report.lang)) if reading else {},
    }


def _findings(document: Document, findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    for one in findings:
        row, column = document.place(one.path) if one.path else (1, 1)
        yield {
            "rule": one.rule,
            "severity": one.severity,
            "lang": one.lang,
            "regime": one.regime,
            "section": one.section,
            "field": one.path,
            "line": row,
            "column": column,
            "words": one.words,
            "message": message(one, "en"),
            "values": dict(one.values),
        }
