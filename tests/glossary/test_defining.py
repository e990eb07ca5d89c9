"""A definition is said of the form that the text uses."""

import pytest

from disclosure.glossary import Entry, defined

FEE = Entry(
    "x", "en", "origination fee", "charge", ("arrangement fee", "setting-up fee", "OF"),
    define="An origination fee is a charge for setting up.",
)  # fmt: skip
RISK = Entry("y", "zh-CN", "风险承受能力评估", "问卷", ("风险测评",), define="风险承受能力评估是一份问卷。")


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("origination fee", "An origination fee is a charge for setting up."),
        ("Origination fees", "An origination fee is a charge for setting up."),
        ("Arrangement fee", "An arrangement fee is a charge for setting up."),
        ("arrangement fees", "An arrangement fee is a charge for setting up."),
        ("setting-up fee", "A setting-up fee is a charge for setting up."),
        ("OF", "An OF is a charge for setting up."),
    ],
)
def test_english(term: str, said: str) -> None:
    assert defined(FEE, term) == said


def test_chinese() -> None:
    assert defined(RISK, "风险测评") == "风险测评是一份问卷。"
    assert defined(RISK, "风险承受能力评估") == RISK.define


def test_a_verb_does_not_take_the_place_of_its_noun() -> None:
    entry = Entry("h", "en", "hedging", "shield", ("hedged",), define="Hedging is a second deal.")
    assert defined(entry, "hedged") == "Hedging is a second deal."


def test_a_definition_that_begins_otherwise_stays() -> None:
    entry = Entry("z", "en", "waive", "give up", ("waived",), define="To waive a right is to give it up.")
    assert defined(entry, "waived") == entry.define
