"""The sheets of one product say the same figures, dates and levels, as often, in both languages."""

from dataclasses import replace

import pytest

from disclosure.sheet import Sheet
from disclosure.site import Checked
from disclosure.verify.languages import disagreements


def test_the_samples_agree(checked: Checked) -> None:
    first, *others = checked.sheets
    assert [loss for other in others for loss in disagreements(first, other)] == []


def without(sheet: Sheet, path: str) -> Sheet:
    """The sheet without the first section in which a fact of a path is printed."""
    holding = [
        section.id for section in sheet.sections
        if any(run.fact and run.fact.path == path for place, _, group in sheet.everything() if place == section.id
               for sentence in group for run in sentence.runs)
    ]  # fmt: skip
    return replace(sheet, sections=tuple(one for one in sheet.sections if one.id != holding[0]))


@pytest.mark.parametrize("path", ["fees[1].rate", "limits[2].amount"])
def test_a_figure_that_one_language_says_less_often_is_named(sheets, path: str) -> None:
    losses = list(disagreements(sheets["en"], without(sheets["zh-CN"], path)))
    assert path in {loss.path for loss in losses}
    assert {loss.rule for loss in losses} == {"sheets-differ"}
    assert {dict(loss.values)["lang"] for loss in losses} == {"en"}
