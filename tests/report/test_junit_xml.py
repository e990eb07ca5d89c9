"""JUnit XML as build servers read it: right counts, a time, and only characters that XML can hold."""

from xml.etree import ElementTree

import pytest

from disclosure.errors import Problem
from disclosure.report.junit import junit
from disclosure.report.outcome import Outcome

COUNTS = ("tests", "failures", "errors", "skipped", "time")


def test_counts_add_up(hard: Outcome, unfinished: Outcome, broken: Outcome) -> None:
    root = ElementTree.fromstring(junit([hard, unfinished, broken], "en"))
    assert root.tag == "testsuites" and [root.get(name) for name in COUNTS] == ["5", "2", "0", "0", "0"]
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == [hard.file, unfinished.file, broken.file]
    for suite in suites:
        cases = suite.findall("testcase")
        failed = sum(case.find("failure") is not None for case in cases)
        assert [suite.get(name) for name in COUNTS] == [str(len(cases)), str(failed), "0", "0", "0"]
        assert all(case.get("time") == "0" and case.get("classname") and case.get("name") for case in cases)


def test_a_class_has_no_ending_that_a_server_takes_for_its_name(plain: Outcome) -> None:
    case = ElementTree.fromstring(junit([plain], "en")).find(".//testcase")
    assert case is not None and str(case.get("classname")).endswith("/saver")


def test_elements_stand_in_the_order_that_servers_want(hard: Outcome, unfinished: Outcome) -> None:
    for suite in ElementTree.fromstring(junit([hard, unfinished], "en")):
        assert [one.tag for one in suite] == ["properties", "testcase", "testcase"]
        for case in suite.findall("testcase"):
            assert [one.tag for one in case] in (["failure", "system-out"], ["failure"], ["system-out"], [])


def test_the_versions_stand_with_the_suite(plain: Outcome) -> None:
    root = ElementTree.fromstring(junit([plain], "en"))
    names = [one.get("name") for one in root.findall("testsuite/properties/property")]
    assert names[0] == "Disclosure" and {"readability.en", "readability.zh-CN"} <= set(names)


def test_notes_are_not_printed_and_warnings_do_not_fail(hard: Outcome) -> None:
    root = ElementTree.fromstring(junit([hard], "en"))
    assert root.find(".//failure") is None
    said = "".join(str(one.text) for one in root.iter("system-out"))
    assert "missing-fact" in said and "hard-sentence" not in said


@pytest.mark.parametrize("bad", ["\x00", "\x08", "\x0b", "\x1b", "\ud800", "\udcff", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_left_out(bad: str) -> None:
    problem = Problem(f"a{bad}.yaml", 1, 1, "", f"made-up{'-'}code", {"text": f"x{bad}y 储😀\t&<>\"]]>"})
    text = junit([Outcome(f"a{bad}.yaml", problems=(problem,))], "en")
    root = ElementTree.fromstring(text.encode("utf-8"))
    suite = root.find("testsuite")
    assert suite is not None and suite.get("name") == "a.yaml" and bad not in text
    assert "储😀" in str(root.find(".//failure").text)  # type: ignore[union-attr]


def test_no_definition_is_an_empty_run() -> None:
    root = ElementTree.fromstring(junit([], "en"))
    assert (root.get("tests"), list(root)) == ("0", [])
