"""Exceptions stand in the definition: they silence notes and warnings, for a time, and never an error."""

import pytest

SUMMARY = "An account to save in."


def defined(definition: str, words: str, exceptions: str) -> str:
    return definition.replace(SUMMARY, words) + f"exceptions:\n  - {{{exceptions}}}\n"


def told(checked, *rules: str) -> list[tuple[str, str, str]]:
    return [(one.rule, one.lang, one.path) for one in checked.findings if one.rule in rules or one.rule.startswith("exception")]


LEGAL = "You shall save."
SAYS = "rule: legalese, lang: en, reason: The contract says shall, until: "


def test_without_an_exception_it_is_told(made, definition) -> None:
    assert told(made(definition.replace(SUMMARY, LEGAL)), "legalese") == [("legalese", "en", "summary")]


@pytest.mark.parametrize("field", ["", "field: summary, ", "field: summary.en, "])
def test_an_exception_silences(made, definition, field: str) -> None:
    assert told(made(defined(definition, LEGAL, field + SAYS + "2026-11-24")), "legalese") == []


def test_one_for_another_field_does_not(made, definition) -> None:
    found = told(made(defined(definition, LEGAL, "field: how, " + SAYS + "2027-01-01")), "legalese")
    assert found == [("legalese", "en", "summary"), ("exception-unused", "en", "exceptions[0]")]


def test_a_field_is_no_beginning_of_another(made, definition) -> None:
    found = told(made(defined(definition, LEGAL, "field: summ, " + SAYS + "2027-01-01")), "legalese")
    assert found == [("legalese", "en", "summary"), ("exception-unused", "en", "exceptions[0]")]


def test_one_that_has_run_out_on_the_day_of_the_definition_is_told(made, definition) -> None:
    found = told(made(defined(definition, LEGAL, SAYS + "2026-11-23")), "legalese")
    assert found == [("legalese", "en", "summary"), ("exception-expired", "en", "exceptions[0].until")]


def test_one_without_a_language_must_be_of_use_in_each(made, definition) -> None:
    text = defined(definition, LEGAL, SAYS.replace("lang: en, ", "") + "2027-01-01")
    assert told(made(text), "legalese") == [("exception-unused", "zh-CN", "exceptions[0]")]


def test_an_error_is_never_silenced(made, definition) -> None:
    text = defined(definition, "The bene t is yours.", "rule: damaged-text, lang: en, reason: So, until: 2027-01-01")
    found = told(made(text), "damaged-text")
    assert found == [("damaged-text", "en", "summary"), ("exception-refused", "en", "exceptions[0].rule")]


def test_what_a_rulebook_asks_for_is_never_silenced(made, definition) -> None:
    text = definition + "exceptions:\n  - {rule: missing-fact, reason: So, until: 2027-01-01}\n"
    checked = made(text)
    assert {one.severity for one in checked.findings if one.rule == "missing-fact"} >= {"warning"}
    assert {one[0] for one in told(checked)} <= {"exception-unused", "exception-refused"} and told(checked)


def test_an_exception_is_not_printed_and_not_missed(made, definition) -> None:
    checked = made(defined(definition, LEGAL, SAYS + "2027-01-01"))
    assert [one for one in checked.findings if one.rule == "unprinted-fact"] == []
    assert all("The contract says" not in sentence.text for sheet in checked.sheets
               for _, _, sentences in sheet.everything() for sentence in sentences)  # fmt: skip
