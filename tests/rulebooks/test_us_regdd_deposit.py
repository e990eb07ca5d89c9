"""The American account disclosure: each demand of 12 CFR 1030.4(b), kept once and broken once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure import derive, product, regime, shipped, source
from disclosure.figures.rounding import half_up
from disclosure.render.html import html
from disclosure.site import Checked
from disclosure.site.form import form_of
from disclosure.verify import expectation, prove

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

NAME, RULES = "cedar-hollow-certificate-12m", "us.regdd.deposit"
SECTIONS = ["rate", "compounding", "balance", "fees", "limits", "time"]
SAID = [
    "rate-clause", "compounded", "credited", "opening", "earning", "daily-balance", "accrues-on-deposit", "fees-clause",
    "matures", "penalty", "penalty-is", "stays", "renews", "grace",
]  # fmt: skip


@pytest.fixture(scope="module")
def good(trial) -> Checked:
    return trial(NAME, RULES, lang="en")


def yield_of(*edits: tuple[str, str]) -> Decimal | None:
    """The annual percentage yield of the sample after edits, as printed."""
    text = shipped.folder("products", f"{NAME}.yaml").read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    figures = derive.derive(product.parse(source.parse(text, "x.yaml")))
    return half_up(figures["apy.term"].value, 2) if "apy.term" in figures else None


def text_of(checked: Checked, section: str) -> str:
    """The words of one section."""
    (sheet,) = checked.sheets
    groups = [sentences for id_, _, sentences in sheet.everything() if id_ == section]
    return " ".join(sentence.text for sentences in groups for sentence in sentences)


def test_the_sample_passes(good: Checked, losses) -> None:
    assert {one.rule for one in good.findings if one.severity in ("error", "warning")} <= {"plainness"}
    assert [one.id for one in good.sheets[0].sections] == SECTIONS
    assert losses(good, printed=True) == set()


def test_every_clause_of_the_model_form_is_there(good: Checked) -> None:
    assert {fact.value for fact in good.sheets[0].facts if fact.kind == "statutory"} >= set(SAID)
    assert "US$10,000 that is US$100.50" in text_of(good, "time")


@pytest.mark.parametrize(
    ("rate", "every", "expected"),
    [
        ("4.02%", "P1D", "4.10"),  # (1 + 0.0402 / 365)^365
        ("4.02%", "P1M", "4.09"),
        ("4.02%", "P3M", "4.08"),
        ("4.02%", "P1Y", "4.02"),
        ("5.00%", "P1D", "5.13"),
        ("0.00%", "P1D", "0.00"),
    ],
)
def test_the_yield_counts_interest_on_interest(rate: str, every: str, expected: str) -> None:
    edits = (('rate: "4.02%"', f'rate: "{rate}"'), ("compounded: P1D", f"compounded: {every}"))
    assert yield_of(*edits) == Decimal(expected)


def test_without_compounding_a_years_yield_is_the_rate() -> None:
    assert yield_of(("  compounded: P1D\n", "")) == Decimal("4.02")


def test_a_half_years_yield_is_of_a_year() -> None:
    edits = (("  length: P1Y\n  renewal", "  length: P6M\n  renewal"), ("compounded: P1D", "compounded: P1M"))
    assert yield_of(*edits) == Decimal("4.08")


@pytest.mark.parametrize("every", ["P5M", "P2D"])
def test_a_term_of_no_whole_number_of_compoundings_has_no_yield(trial, found, every: str) -> None:
    assert yield_of(("compounded: P1D", f"compounded: {every}")) is None
    checked = trial(NAME, RULES, ("compounded: P1D", f"compounded: {every}"), lang="en")
    assert found(checked, "missing-figure") == [("error", "figures.apy")]
    assert "cannot be worked out" in text_of(checked, "rate")


@pytest.mark.parametrize(("stated", "errors"), [("4.15%", 0), ("4.05%", 0), ("4.16%", 1), ("4.02%", 1), ("4.04%", 1)])
def test_a_stated_yield_may_be_off_by_a_twentieth(trial, found, stated: str, errors: int) -> None:
    checked = trial(NAME, RULES, ('stated_apy: "4.10%"', f'stated_apy: "{stated}"'), lang="en")
    assert found(checked, "beyond-tolerance") == [("error", "savings.stated_apy")] * errors


@pytest.mark.parametrize(
    ("line", "missing", "section"),
    [
        ("  balance_method: daily_balance\n", "savings.balance_method", "balance"),
        ("  accrues_from: day_of_deposit\n", "savings.accrues_from", "balance"),
        ("  penalty: P3M\n", "savings.penalty", "time"),
        ("  renews: yes\n", "savings.renews", "time"),
        ("    credited: P1M\n", "rates[paid_to_you].credited", "compounding"),
    ],
)
def test_what_is_not_stated_is_an_error_and_said_to_be_missing(trial, found, line, missing, section) -> None:
    checked = trial(NAME, RULES, (line, ""), lang="en")
    assert found(checked, "missing-fact") == [("error", missing)]
    assert "not stated" in text_of(checked, section)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("balance_method: daily_balance", "balance_method: average_daily_balance", "average daily balance method"),
        ("accrues_from: day_of_deposit", "accrues_from: day_of_credit", "we receive credit"),
        ("renews: yes", "renews: no", "will not renew automatically"),
        ("penalty: P3M", "penalty: P3M\n  penalty_sure: no", "We may impose a penalty"),
        ("penalty: P3M", "penalty: P90D", "US$99.12"),
        ("compounded: P1D\n", "compounded: P1Y\n", "compounded every year"),
    ],
)
def test_each_choice_has_its_clause(trial, old: str, new: str, said: str) -> None:
    checked = trial(NAME, RULES, (old, new), lang="en")
    assert said in " ".join(text_of(checked, one) for one in SECTIONS)


def test_a_variable_rate_says_that_it_may_change(trial) -> None:
    checked = trial(NAME, RULES, ("kind: fixed\n    side: paid", "kind: variable\n    side: paid"), lang="en")
    assert "Your interest rate and annual percentage yield may change." in text_of(checked, "rate")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_dropped_section_is_missed(good: Checked, section: str) -> None:
    (sheet,) = good.sheets
    full = form_of(sheet, good.product, regime.load(RULES))
    less = replace(sheet, sections=tuple(one for one in sheet.sections if one.id != section))
    expected = replace(expectation(less, "Disclosure-Sans-SC"), form=full)
    assert "section-order" in {loss.rule for loss in prove(expected, html(less), None)}


def test_sections_out_of_order_are_seen(good: Checked) -> None:
    (sheet,) = good.sheets
    full = form_of(sheet, good.product, regime.load(RULES))
    turned = replace(sheet, sections=sheet.sections[::-1])
    expected = replace(expectation(turned, "Disclosure-Sans-SC"), form=full)
    assert {loss.rule for loss in prove(expected, html(turned), None)} == {"section-order"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("This method applies a daily periodic rate", "daily-balance"),
        ("We will impose a penalty", "penalty"),
        ("assumes interest will remain on deposit", "stays"),
    ],
)
def test_a_changed_clause_is_seen(good: Checked, losses, words: str, name: str) -> None:
    changed = losses(good, (words, words.replace(" a ", " one ").replace("will", "may")))
    assert ("html", "statement-changed", f"statements.{name}") in changed


def test_a_yield_smaller_than_the_rate_and_small_type_are_seen(good: Checked, losses) -> None:
    style = (
        "#rate strong { font-size: 11pt !important; font-weight: 400 !important }"
        "#limits li { font-size: 7pt !important }"
    )
    found = losses(good, ("</head>", f"<style>{style}</style></head>"), printed=True)
    assert {rule for _, rule, _ in found} == {"not-prominent", "not-bold", "type-too-small"}
    assert {path for _, _, path in found if path} == {"figures.apy"}


def test_the_rulebook_is_of_its_day_and_of_its_language(trial, found) -> None:
    checked = trial(NAME, RULES, ("as_of: 2026-11-24", "as_of: 2011-12-29"), ("launched: 2026-10-01\n", ""), lang="en")
    assert found(checked, "rulebook-out-of-date") == [("warning", "as_of")]
    (note,) = [one for one in checked.findings if one.rule == "rulebook-unverified"]
    assert "daily-balance" in note.values["text"] and "rate-clause" not in note.values["text"]
