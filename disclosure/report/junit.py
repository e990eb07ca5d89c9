"""Outcomes become JUnit XML: a suite a definition, a case a sheet, a failure for what stops it."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from ..check import Report
from .outcome import Outcome, Remark, by_sheet, remarks, versions


def junit(outcomes: Sequence[Outcome], lang: str) -> str:
    """The XML, as build servers read it. Warnings stand in the output of their case; no time is measured."""
    root = Element("testsuites", name="disclosure")
    for outcome in outcomes:
        suite = SubElement(root, "testsuite", name=_clean(outcome.file))
        _made_with(suite, outcome)
        for name, said in _cases(outcome, lang):
            _case(suite, outcome.file, name, said)
        _count(suite)
    _count(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _cases(outcome: Outcome, lang: str) -> Iterator[tuple[str, list[Remark]]]:
    """The sheets of a definition, or itself where it has none."""
    if not outcome.reports:
        yield "definition", list(remarks([outcome], lang))
    for report, said in by_sheet(outcome, lang):
        yield _sheet(report), said


def _sheet(report: Report) -> str:
    return report.lang if report.regime == "plain.sheet" else f"{report.regime} {report.lang}"


def _made_with(suite: Element, outcome: Outcome) -> None:
    spoken = dict.fromkeys(report.lang for report in outcome.reports)
    made = dict(one for lang in spoken for one in versions(lang))
    if made:
        properties = SubElement(suite, "properties")
        for name, value in made.items():
            SubElement(properties, "property", name=name, value=value)


def _case(suite: Element, file: str, name: str, said: Sequence[Remark]) -> None:
    """One case; servers take what stands before the last dot of its class for a package, so no ending is there."""
    case = SubElement(suite, "testcase", classname=_clean(file.removesuffix(".yaml")), name=name, time="0")
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
    element.set("skipped", "0")
    element.set("time", "0")


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(one for one in text if one in "\t\n" or " " <= one < "\ud800" or "\ue000" <= one < "\ufffe" or one > "\uffff")
