"""Outcomes become JUnit XML: a suite a definition, a case a sheet, a failure for what stops it."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from ..check import Report
from .outcome import Outcome, Remark, remarks


def junit(outcomes: Sequence[Outcome], lang: str) -> str:
    """The XML, as build servers read it. Warnings stand in the output of their case."""
    root = Element("testsuites", name="disclosure")
    for outcome in outcomes:
        said = list(remarks([outcome], lang))
        suite = SubElement(root, "testsuite", name=outcome.file)
        for sheet in [_sheet(report) for report in outcome.reports] or [""]:
            mine = [one for one in said if one.sheet in (sheet, "")]
            _case(suite, outcome.file, sheet or "definition", mine)
        _count(suite)
    _count(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _sheet(report: Report) -> str:
    return report.lang if report.regime == "plain.sheet" else f"{report.regime} {report.lang}"


def _case(suite: Element, file: str, name: str, said: Sequence[Remark]) -> None:
    case = SubElement(suite, "testcase", classname=file, name=name)
    errors = [one for one in said if one.level == "error"]
    if errors:
        failure = SubElement(case, "failure", type=errors[0].rule, message=_clean(errors[0].message))
        failure.text = _clean("\n".join(map(_line, errors)))
    others = [one for one in said if one.level == "warning"]
    if others:
        SubElement(case, "system-out").text = _clean("\n".join(map(_line, others)))


def _line(one: Remark) -> str:
    quoted = f"\n    {one.words}" if one.words else ""
    return f"{one.file}:{one.line}:{one.column}: {one.rule}: {one.message}{quoted}"


def _count(element: Element) -> None:
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", "0")


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or " " <= c and not "\ud800" <= c <= "\udfff" and c < "\ufffe")
