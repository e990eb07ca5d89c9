"""A sheet says so where its rulebook is not the law of its day, is a draft, or was never compared with the law."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from disclosure.check.rules import rulebook_state
from disclosure.regime import Regime, Statement
from disclosure.sheet import Sheet
from disclosure.site import Checked, Options, check_one

DAY = date(2026, 11, 24)
OUT, UNREAD = "rulebook-out-of-date", "rulebook-unverified"


@pytest.fixture(scope="module")
def sheet(everything: Mapping[str, Checked]) -> Sheet:
    made = next(one for one in everything["wayfare-travel-cover"].sheets if one.lang == "en")
    assert made.as_of == DAY
    return made


def told(sheet: Sheet, rules: Regime) -> list[tuple[str, str]]:
    return [(one.severity, one.rule) for one in rulebook_state.find(sheet, rules)]


def test_a_rulebook_without_dates_is_never_out_of_date(sheet: Sheet, rulebook: Regime) -> None:
    assert told(sheet, rulebook) == []


@pytest.mark.parametrize(
    ("since", "until", "out"),
    [
        (date(2026, 11, 24), None, False), (date(2026, 11, 25), None, True), (date(2018, 2, 23), None, False),
        (None, date(2026, 11, 24), False), (None, date(2026, 11, 23), True),
        (date(2020, 1, 1), date(2027, 1, 1), False), (date(2027, 1, 1), date(2028, 1, 1), True),
    ],
)  # fmt: skip
def test_the_day_of_the_definition_counts_and_both_ends_are_in(sheet, rulebook, since, until, out: bool) -> None:
    dated = replace(rulebook, effective_from=since, effective_to=until)
    assert told(sheet, dated) == ([("warning", OUT)] if out else [])


def test_the_warning_names_the_days(sheet: Sheet, rulebook: Regime) -> None:
    (finding,) = rulebook_state.find(sheet, replace(rulebook, effective_from=date(2027, 6, 8)))
    assert finding.path == "as_of"
    assert finding.values == {"regime": "plain.sheet", "since": "2027-06-08", "until": "…", "day": "2026-11-24"}


def test_what_nobody_compared_is_a_note_and_a_draft_a_warning(sheet: Sheet, rulebook: Regime) -> None:
    assert told(sheet, replace(rulebook, verified=False)) == [("note", UNREAD)]
    assert told(sheet, replace(rulebook, draft=True)) == [("warning", UNREAD)]
    assert told(sheet, replace(rulebook, draft=True, effective_from=date(2027, 6, 8))) == [
        ("warning", OUT), ("warning", UNREAD),
    ]  # fmt: skip


def test_each_statement_that_nobody_compared_is_named(sheet: Sheet, rulebook: Regime) -> None:
    statements = (
        Statement("read", {"en": "A."}, "Art. 1", True),
        Statement("unread", {"en": "B."}, "Art. 2", False),
        Statement("unread-too", {"en": "C."}, "Art. 3", False, kinds=("insurance",)),
        Statement("of-funds", {"en": "D."}, "Art. 4", False, kinds=("fund",)),
        Statement("optional", {"en": "E."}, "Art. 5", False, optional=True),
    )
    (finding,) = rulebook_state.find(sheet, replace(rulebook, statements=statements))
    assert (finding.rule, finding.severity, finding.values["text"]) == (UNREAD, "note", "unread, unread-too")


def test_an_optional_statement_counts_once_it_is_printed(everything: Mapping[str, Checked], rulebook: Regime) -> None:
    path = Path(everything["ridgeway-rewards-card"].document.file)
    (card,) = check_one(path, Options(regime="us.regz.card_table")).sheets
    tips = Statement("tips", {"en": "B."}, "Art. 2", False, optional=True)
    beside = Statement("moon", {"en": "M."}, "Art. 3", False, beside=("moon",))
    (finding,) = rulebook_state.find(card, replace(rulebook, statements=(tips, beside)))
    assert finding.values["text"] == "tips"
