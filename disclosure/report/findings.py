"""Findings and reports become lines for people and plain data for machines."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from .. import shipped, source
from ..check import Finding, Report
from ..source import Document

SEVERITIES: Mapping[str, Mapping[str, str]] = {
    "en": {"error": "error", "warning": "warning", "note": "note"},
    "zh-CN": {"error": "错误", "warning": "警告", "note": "提示"},
}
_PLAINNESS = {
    "en": "plainness {score} of 100 ({band})",
    "zh-CN": "易懂程度 {score}/100（{band}）",
}
_BANDS = {
    "en": {"plain": "plain", "fair": "fair", "hard": "hard"},
    "zh-CN": {"plain": "易懂", "fair": "尚可", "hard": "难懂"},
}


@lru_cache
def _rules() -> Mapping[str, Any]:
    path = shipped.folder("templates", "findings.yaml")
    return dict(source.read(path).data)


def message(finding: Finding, lang: str) -> str:
    """What a finding says, and what to do, in a reader's language."""
    words = _rules()[finding.rule][lang]
    values = dict(finding.values)
    if "reasons" in values:
        names = _rules()["features"][finding.lang]
        values["reasons"] = ", ".join(names.get(one, one) for one in values["reasons"].split(", "))
    gap = "；" if lang.startswith("zh") else "; "
    return f"{words['message']}{gap}{words['advice']}".format_map(values)


def line(finding: Finding, document: Document, lang: str) -> str:
    """One finding as "file:line:column: severity rule [sheet]: message"."""
    row, column = document.place(finding.path) if finding.path else (1, 1)
    severity = SEVERITIES[lang][finding.severity]
    head = f"{document.file}:{row}:{column}: {severity} {finding.rule} [{finding.lang}]"
    quoted = f"\n    {finding.words}" if finding.words else ""
    return f"{head}: {message(finding, lang)}{quoted}"


def score(report: Report, lang: str) -> str:
    """The plainness of one sheet, with the familiar scores beside it where there are any."""
    if report.reading is None:
        return ""
    band = _BANDS[lang][report.reading.band]
    first = _PLAINNESS[lang].format(score=report.reading.plainness, band=band)
    rest = [f"{name} {value}" for name, value in report.familiar]
    return " · ".join([first, *rest])


def as_data(document: Document, reports: Sequence[Report], findings: Iterable[Finding]) -> dict[str, Any]:
    """One definition's reports as plain data, for JSON."""
    return {
        "file": document.file,
        "sheets": [_sheet(report) for report in reports],
        "findings": list(_findings(document, findings)),
    }


def as_json(data: Sequence[Mapping[str, Any]]) -> str:
    """Reports as a JSON document with sorted keys: the same input gives the same bytes."""
    return json.dumps({"schema": "disclosure/report/1", "products": data}, ensure_ascii=False,
                      indent=1, sort_keys=True)


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
    }


def _findings(document: Document, findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    for one in findings:
        row, column = document.place(one.path) if one.path else (1, 1)
        yield {
            "rule": one.rule,
            "severity": one.severity,
            "lang": one.lang,
            "section": one.section,
            "field": one.path,
            "line": row,
            "column": column,
            "words": one.words,
            "message": message(one, "en"),
            "values": dict(one.values),
        }
