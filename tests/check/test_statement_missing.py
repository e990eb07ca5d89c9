"""Words that a law prescribes are missed where a sheet does not print them, whole and unchanged."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from disclosure import derive, regime, wording
from disclosure.check import Finding
from disclosure.check.rules import required_unprinted, statement_missing
from disclosure.regime import Regime, Statement
from disclosure.sheet import Sheet, compose
from disclosure.site import Checked
from disclosure.site.gather import terms_of

Composed = Callable[..., Sheet]


@pytest.fixture(scope="module")
def card_rules() -> Regime:
    return regime.load("us.regz.card_table")


@pytest.fixture(scope="module")
def product(everything: Mapping[str, Checked]):
    return everything["ridgeway-rewards-card"].product


@pytest.fixture(scope="module")
def composed(product) -> Composed:
    """The sheet of the card by a rulebook."""

    def sheet(rules: Regime) -> Sheet:
        return compose(
            product, derive.derive(product), wording=wording.load("en"), regime=rules, glossary=terms_of("en")
        )

    return sheet


def missed(sheet: Sheet, rules: Regime) -> list[tuple[str, str, str]]:
    found: list[Finding] = list(statement_missing.find(sheet, rules))
    return [(one.severity, one.values["text"], one.values["citation"]) for one in found]


def test_a_whole_sheet_misses_nothing(composed: Composed, card_rules: Regime) -> None:
    assert missed(composed(card_rules), card_rules) == []


def test_what_stood_in_a_section_that_is_gone_is_missed_with_its_article(composed, card_rules: Regime) -> None:
    short = replace(card_rules, sections=card_rules.sections[:2])
    statement = card_rules.statement("billing-rights")
    assert missed(composed(short), card_rules) == [("error", statement.text["en"], "12 CFR 1026.6(b)(2)(xv); model form G-17")]


def test_words_that_the_rulebook_has_changed_since_are_missed(composed: Composed, card_rules: Regime) -> None:
    old = composed(card_rules)
    new = [
        replace(one, text={"en": one.text["en"].replace("entire", "whole")}) if one.id == "grace-period" else one
        for one in card_rules.statements
    ]
    assert [text for _, text, _ in missed(old, replace(card_rules, statements=tuple(new)))] == [new[0].text["en"]]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (Statement("more", {"en": "More."}, "Art. 1", True), ["More."]),
        (Statement("more", {"en": "More."}, "Art. 1", True, optional=True), []),
        (Statement("more", {"en": "More."}, "Art. 1", True, kinds=("card",)), ["More."]),
        (Statement("more", {"en": "More."}, "Art. 1", True, kinds=("loan", "fund")), []),
        (Statement("more", {"en": "More."}, "Art. 1", True, beside=("rates[0].rate",)), ["More."]),
        (Statement("more", {"en": "More."}, "Art. 1", True, beside=("rates[0].rate=22.99%",)), ["More."]),
        (Statement("more", {"en": "More."}, "Art. 1", True, beside=("rates[0].rate=9.99%",)), []),
        (Statement("more", {"en": "More."}, "Art. 1", True, beside=("term", "exit")), []),
    ],
)  # fmt: skip
def test_which_statements_a_sheet_must_carry(composed, card_rules: Regime, statement: Statement, expected) -> None:
    more = replace(card_rules, statements=(*card_rules.statements, statement))
    assert [text for _, text, _ in missed(composed(card_rules), more)] == expected


def test_a_statement_is_cut_at_the_places_of_facts(card_rules: Regime) -> None:
    parts = card_rules.statement("grace-period").parts("en")
    assert [part[:24] for part in parts] == ["Your due date is at leas", "{days}", " after the close of each"]
    assert "".join(parts) == card_rules.statement("grace-period").text["en"]


def test_what_the_law_wants_and_the_definition_states_must_be_printed(composed, product, card_rules: Regime) -> None:
    assert list(required_unprinted.find(product, composed(card_rules), card_rules)) == []
    short = composed(replace(card_rules, sections=card_rules.sections[:1]))
    found = [(one.severity, one.section, one.path) for one in required_unprinted.find(product, short, card_rules)]
    assert ("error", "beneath", "card.balance_method") in found
    assert ("error", "fees", "fees[4]") in found
    assert ("error", "", "fees[4].maximum") in found
    assert all(not path.startswith("rates") for _, _, path in found)


def test_the_plain_sheet_is_not_measured_by_a_law(everything: Mapping[str, Checked], rulebook: Regime) -> None:
    checked = everything["ridgeway-rewards-card"]
    assert list(required_unprinted.find(checked.product, checked.sheets[0], rulebook)) == []


def test_a_title_does_not_stand_for_the_statement_of_the_same_name(composed: Composed, card_rules: Regime) -> None:
    named = Statement("fees", {"en": "Fees"}, "Art. 1", True)
    more = replace(card_rules, statements=(*card_rules.statements, named))
    assert [text for _, text, _ in missed(composed(card_rules), more)] == ["Fees"]
