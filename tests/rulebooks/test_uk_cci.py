"""The draft of the UK product summary: the plain sheet, with its own demands, and never without a warning."""

import pytest

SAMPLE, RULEBOOK = "northlight-global-fund", "uk.cci"
RATED = ("{scale: eu-sri, level: 4, by: issuer}\n", "{scale: eu-sri, level: 4, by: issuer}\n    - {scale: uk-cci, level: 6, by: issuer}\n")


@pytest.fixture(scope="module")
def summary(trial):
    """The summary of the sample, with edits of its definition."""
    return lambda *edits: trial(SAMPLE, RULEBOOK, *edits, lang="en")


def errors(checked) -> set[tuple[str, str]]:
    return {(one.rule, one.path) for one in checked.findings if one.severity == "error"}


def test_a_product_with_a_score_passes_with_the_warnings_of_a_draft(summary) -> None:
    checked = summary(RATED)
    assert errors(checked) == set()
    told = {(one.rule, one.severity) for one in checked.findings if one.rule.startswith("rulebook-")}
    assert told == {("rulebook-unverified", "warning"), ("rulebook-out-of-date", "warning")}
    assert "6 (sixth of ten)" in {fact.shown for fact in checked.sheets[0].facts}


def test_from_its_first_day_it_is_in_date(summary) -> None:
    checked = summary(RATED, ("as_of: 2026-11-24", "as_of: 2027-06-08"), ("next_review: 2027-02-15", "next_review: 2028-02-15"))
    assert "rulebook-out-of-date" not in {one.rule for one in checked.findings}


@pytest.mark.parametrize(
    ("edits", "path"),
    [((), "risk.ratings[uk-cci].level"), ((RATED, ("  can_lose: all\n", "")), "risk.can_lose")],
)
def test_what_it_demands_is_an_error_where_it_is_missing(summary, edits, path) -> None:
    assert ("missing-fact", path) in errors(summary(*edits))
