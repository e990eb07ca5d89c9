"""The draft of the UK product summary: the plain sheet, with its own demands, and never without a warning."""

import pytest

from disclosure.render.html import html

# WeasyPrint leaves the file of its colour profile to be closed by the garbage collector.
pytestmark = pytest.mark.filterwarnings(
    r"ignore:.*sRGB2014\.icc:pytest.PytestUnraisableExceptionWarning"
)

SAMPLE, RULEBOOK = "alderwick-balanced-fund", "uk.cci"


@pytest.fixture(scope="module")
def summary(trial):
    """The summary of the sample, with edits of its definition."""
    return lambda *edits: trial(SAMPLE, RULEBOOK, *edits, lang="en")


def errors(checked) -> set[tuple[str, str]]:
    return {(one.rule, one.path) for one in checked.findings if one.severity == "error"}


def warnings(checked) -> set[str]:
    return {one.rule for one in checked.findings if one.severity == "warning"}


def test_the_sample_has_everything_and_still_the_warning_of_a_draft(summary) -> None:
    checked = summary()
    assert errors(checked) == set()
    assert warnings(checked) == {"rulebook-unverified"}
    assert "5 (fifth of ten)" in {fact.shown for fact in checked.sheets[0].facts}


def test_its_page_goes_by_its_own_name(summary, losses) -> None:
    checked = summary()
    (sheet,) = checked.sheets
    assert sheet.labels["regime"] == "UK product summary (CCI, draft)"
    assert "UK product summary (CCI, draft)" in html(sheet)
    assert "Plain product sheet" not in html(sheet)
    assert losses(checked, printed=True) == set()


def test_before_its_first_day_it_is_out_of_date(summary) -> None:
    early = (("as_of: 2027-06-08", "as_of: 2027-06-07"),)
    assert warnings(summary(*early)) == {"rulebook-unverified", "rulebook-out-of-date"}


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("  objective:\n    en: To grow over five years or more by holding both shares and bonds.\n", "", "investment.objective"),
        ("scale: uk-cci, level: 5", "scale: provider-5, level: 3", "risk.ratings[uk-cci].level"),
        ("  can_lose: all\n", "", "risk.can_lose"),
        ("example:\n  amount: 10000\n  after: [P1Y, P3Y, P5Y]\n", "", "example"),
    ],
)
def test_what_it_demands_is_an_error_where_it_is_missing(summary, old, new, path) -> None:
    assert ("missing-fact", path) in errors(summary((old, new)))
