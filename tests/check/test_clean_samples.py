"""The samples break no rule: nothing stands in the way of publishing, and nothing is left to say."""

from disclosure import regime
from disclosure.check import gate
from disclosure.site import Checked


def test_a_sample_has_no_error_and_no_warning(checked: Checked) -> None:
    spoken = [one for one in checked.findings if one.severity != "note"]
    assert spoken == []
    assert gate(checked.findings).passed


def test_the_only_notes_are_matters_of_taste(checked: Checked) -> None:
    taste = {"hard-sentence", "passive", "double-negative", "percent-without-money", "same-term", "reworded"}
    assert {one.rule for one in checked.findings} <= taste


def test_a_sample_is_plain_enough_in_both_languages(checked: Checked) -> None:
    least = regime.audience("retail").least_plainness
    for report in checked.reports:
        warn, fail = least[report.lang]
        assert report.reading is not None and report.reading.plainness >= warn > fail
        assert report.not_checked == ()
