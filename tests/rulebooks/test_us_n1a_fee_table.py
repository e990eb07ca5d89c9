"""The US fee table: it passes as it is, and each requirement, once broken, is told by name."""

import pytest

SAMPLE, RULEBOOK = "cedarline-us-growth-fund", "us.n1a.fee_table"
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")


@pytest.fixture(scope="module")
def table(trial):
    """The fee table of the sample, with edits of its definition."""
    return lambda *edits: trial(SAMPLE, RULEBOOK, *edits, lang="en")


@pytest.fixture(scope="module")
def good(table):
    return table()


def errors(checked) -> set[tuple[str, str]]:
    return {(one.rule, one.path) for one in checked.findings if one.severity == "error"}


def shown(checked) -> dict[str, str]:
    return {fact.path: fact.shown for fact in checked.sheets[0].facts}


def test_the_sample_passes_and_is_printed_as_it_must_be(good, losses) -> None:
    assert errors(good) == set()
    assert losses(good, printed=True) == set()


def test_the_table_and_the_example_are_worked_out(good) -> None:
    found = shown(good)
    rows = ("management", "distribution", "other", "acquired", "total", "waiver", "net")
    assert [found[f"figures.n1a.{row}"] for row in rows] == [
        "0.60%", "0.25%", "0.18%", "0.02%", "1.05%", "−0.10%", "0.95%"
    ]  # fmt: skip
    costs = [found[f"figures.n1a.example.{year}"] for year in (1, 3, 5, 10)]
    assert costs == ["US$592", "US$808", "US$1,041", "US$1,710"]


def test_a_new_fund_shows_one_and_three_years(table) -> None:
    found = shown(table(("  turnover:", "  new_fund: yes\n  turnover:")))
    assert [path for path in found if path.startswith("figures.n1a.example.")] == [
        "figures.n1a.example.1", "figures.n1a.example.3"
    ]  # fmt: skip


def test_captions_of_fees_that_do_not_exist_are_left_out(table) -> None:
    said = shown(table(("  distribution: [distribution]\n", "")))
    assert "statements.distribution" not in said and said["figures.n1a.other"] == "0.43%"


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('stated_total: "1.05%"', 'stated_total: "1.04%"', "fee_table.stated_total"),
        ('stated_net: "0.95%"', 'stated_net: "1.05%"', "fee_table.stated_net"),
        ("cost: 808", "cost: 807", "fee_table.stated_example[1].cost"),
        ('rate: "0.60%"', 'rate: "0.61%"', "fee_table.stated_total"),
    ],
)
def test_a_wrong_figure_is_an_error_at_its_line(table, old, new, path) -> None:
    checked = table((old, new))
    assert ("fee-table-disagrees", path) in errors(checked)
    assert checked.document.place(path)[0] > 1


@pytest.mark.parametrize(
    ("edit", "rule", "path"),
    [
        (('  turnover: "38%"\n', ""), "missing-fact", "fee_table.turnover"),
        (("    status: free\n", "    rate: \"1.00%\"\n    of: amount_taken_out\n"), "missing-figure", "figures.n1a.example"),
        (("  management: [management]\n", ""), "missing-figure", "figures.n1a.management"),
    ],
)  # fmt: skip
def test_what_the_form_demands_is_an_error_where_it_is_missing(table, edit, rule, path) -> None:
    assert (rule, path) in errors(table(edit))


def test_a_table_before_the_form_warns_by_date(table) -> None:
    checked = table(("as_of: 2026-11-24", "as_of: 2008-11-24"))
    assert "rulebook-out-of-date" in {one.rule for one in checked.findings}


def test_a_changed_sentence_or_a_lost_section_is_found_on_the_page(good, losses) -> None:
    assert ("html", "statement-changed", "statements.example-assumes") in losses(good, ("5% return", "6% return"))
    assert ("html", "section-order", "") in losses(good, ("Portfolio Turnover</h2>", "Turnover</h2>"))
