"""The SARIF log: the parts that code hosts rely on, rules described in both languages, levels as ours."""

import json
import re
from typing import Any

import pytest

from disclosure import __version__
from disclosure.report.outcome import Outcome, advised
from disclosure.report.sarif import sarif

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}, "additionalProperties": False}
HELP = {
    "type": "object", "required": ["text", "markdown"], "additionalProperties": False,
    "properties": {name: {"type": "string", "minLength": 30} for name in ("text", "markdown")},
}  # fmt: skip
RULE = {
    "type": "object", "required": ["id", "shortDescription", "help", "defaultConfiguration"], "additionalProperties": False,
    "properties": {
        "id": {"type": "string"}, "shortDescription": TEXT, "help": HELP,
        "defaultConfiguration": {"type": "object", "properties": {"level": {"enum": ["error", "warning", "note"]}}},
    },
}  # fmt: skip
RESULT = {
    "type": "object", "additionalProperties": False,
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": 0}, "message": TEXT,
        "level": {"enum": ["error", "warning", "note"]},
        "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": {
            "type": "object", "required": ["physicalLocation"], "properties": {"physicalLocation": {
                "type": "object", "required": ["artifactLocation", "region"], "properties": {"region": {
                    "type": "object", "required": ["startLine", "startColumn"],
                    "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn")},
                }},
            }},
        }},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
        "properties": {"type": "object"},
    },
}  # fmt: skip


def run_of(text: str) -> dict[str, Any]:
    log = json.loads(text)
    assert log["version"] == "2.1.0" and log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    return run


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_rules_and_results_have_their_form(hard: Outcome, unfinished: Outcome, broken: Outcome, lang: str) -> None:
    from jsonschema import validate

    run = run_of(sarif([hard, unfinished, broken], lang))
    rules = run["tool"]["driver"]["rules"]
    validate(rules, {"type": "array", "uniqueItems": True, "items": RULE})
    validate(run["results"], {"type": "array", "items": RESULT})
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert run["language"] == lang and re.fullmatch("[a-z]{2}(-[A-Z]{2})?", lang)


def test_levels_are_the_severities(hard: Outcome, unfinished: Outcome) -> None:
    run = run_of(sarif([hard, unfinished], "en"))
    assert sorted(one["level"] for one in run["results"]) == sorted(
        one.severity for outcome in (hard, unfinished) for one in outcome.findings
    )
    levels = {one["id"]: one["defaultConfiguration"]["level"] for one in run["tool"]["driver"]["rules"]}
    assert (levels["unfinished"], levels["hard-sentence"]) == ("error", "note")


def test_rules_are_described_in_the_readers_language(unfinished: Outcome) -> None:
    for lang, said in (("en", 'still to be written: "…"'), ("zh-CN", "还没写完：“…”")):
        rules = {one["id"]: one for one in run_of(sarif([unfinished], lang))["tool"]["driver"]["rules"]}
        assert rules["unfinished"]["shortDescription"]["text"] == said
        assert "{" not in json.dumps([one["shortDescription"] for one in rules.values()]).replace('{"text"', "")


def test_help_says_what_why_and_what_to_do() -> None:
    told = advised("passive", "note", "en")
    assert told.what == '"…" does not say who acts' and told.why.startswith("It stops nothing;")
    assert "plainlanguage.gov" in told.why and told.advice.startswith("say who does it")
    assert (told.found[:24], told.clean[:21]) == ("The form must be signed ", "You must sign the for")
    assert advised("passive", "note", "zh-CN").found.startswith("账户资金")
    assert advised("unfinished", "error", "en").why == "A sheet that has this is not published."


def test_it_says_whether_all_was_read_and_with_what(plain: Outcome, broken: Outcome) -> None:
    whole, part = run_of(sarif([plain], "en")), run_of(sarif([plain, broken], "en"))
    assert whole["invocations"] == [{"executionSuccessful": True}]
    assert part["invocations"] == [{"executionSuccessful": False}]
    made = whole["properties"]["versions"]
    assert made["Disclosure"] == __version__ and {"textstat", "jieba", "readability.en", "readability.zh-CN"} <= set(made)


def test_nothing_checked_is_a_log_too() -> None:
    run = run_of(sarif([], "en"))
    assert (run["results"], run["artifacts"], run["tool"]["driver"]["rules"]) == ([], [], [])


@pytest.mark.parametrize(
    ("file", "uri"),
    [("a b.yaml", "a%20b.yaml"), ("a:b.yaml", "a%3Ab.yaml"), ("储蓄.yaml", "%E5%82%A8%E8%93%84.yaml"), ("\udcff.yaml", "%FF.yaml"),
     ("/a b.yaml", "file:///a%20b.yaml"), ("/\udcff.yaml", "file:///%FF.yaml")],
)  # fmt: skip
def test_a_file_is_an_address(file: str, uri: str) -> None:
    text = sarif([Outcome(file)], "en")
    assert run_of(text)["artifacts"] == [{"location": {"uri": uri}}]
    assert text.encode("utf-8")
