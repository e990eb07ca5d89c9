"""Every shipped entry does what its own examples say, and its wording is fit to print."""

import re
from pathlib import Path

import pytest

from disclosure.glossary import Entry, Glossary, failures, load

FOLDER = Path(__file__).parents[2] / "glossary"
LANGUAGES = ("en", "zh-CN")


@pytest.fixture(scope="module", params=LANGUAGES)
def shipped(request: pytest.FixtureRequest) -> Glossary:
    return load(request.param, [FOLDER])


def test_every_example_comes_out_as_stated(shipped: Glossary) -> None:
    assert failures(shipped) == ()


def test_a_retired_entry_need_not_do_what_its_examples_say() -> None:
    wrong = Entry("a", "en", "levy", plain="charge", mode="replace", examples=(("a levy", "a tax"),))
    retired = Entry("b", "en", "duty", plain="charge", status="retired", examples=(("a duty", "a charge"),))
    assert [failure.entry for failure in failures(Glossary.of([wrong, retired]))] == ["a"]


def test_there_are_enough_entries_for_a_sheet(shipped: Glossary) -> None:
    assert len(shipped.entries) > 130


def test_explanations_are_short_and_hold_no_digit(shipped: Glossary) -> None:
    for entry in shipped.entries:
        for wording in entry.wordings_all:
            size = len(wording.split()) if entry.lang == "en" else len(wording)
            assert size <= (12 if entry.lang == "en" else 20), entry.id
            assert not re.search(r"\d", wording + entry.define), entry.id


def test_no_explanation_uses_another_entry_s_term_as_its_whole_wording(shipped: Glossary) -> None:
    terms = {surface.lower() for entry in shipped.entries for surface in entry.surfaces}
    assert [e.id for e in shipped.entries if terms & {wording.lower() for wording in e.wordings_all}] == []


def test_what_is_replaced_was_reviewed(shipped: Glossary) -> None:
    """A house may replace what it likes; of the shipped entries only those that a second person has read."""
    swapped = [entry for entry in shipped.entries if entry.mode == "replace"]
    assert [entry.id for entry in swapped if entry.status not in ("reviewed", "approved")] == []
    assert all(entry.reviewer and entry.reviewed for entry in shipped.entries if entry.status in ("reviewed", "approved"))


def test_definitions_end_like_sentences(shipped: Glossary) -> None:
    ends = {"en": ".", "zh-CN": "。"}
    assert [e.id for e in shipped.entries if e.define and not e.define.endswith(ends[e.lang])] == []
