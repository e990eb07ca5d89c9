"""The American truth-in-lending box: each demand of 12 CFR 1026.17 and 1026.18, kept once and broken once."""

from dataclasses import replace
from decimal import Decimal

import pyxirr
import pytest

from disclosure import derive, product, regime, shipped, source
from disclosure.figures.rounding import half_up
from disclosure.render.html import html
from disclosure.site import Checked
from disclosure.site.form import form_of
from disclosure.verify import expectation, prove

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

NAME, RULES = "cedar-hollow-car-secured-loan", "us.tila.box"
STATEMENTS = ["apr", "apr-said", "charge", "charge-said", "financed", "financed-said", "total", "total-said"]


@pytest.fixture(scope="module")
def good(trial) -> Checked:
    return trial(NAME, RULES, lang="en")


def figures_of(*edits: tuple[str, str]) -> dict[str, Decimal]:
    """The figures of the sample after edits."""
    text = shipped.folder("products", f"{NAME}.yaml").read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return {name: one.value for name, one in derive.derive(product.parse(source.parse(text, "x.yaml"))).items()}


def test_the_sample_passes_on_one_page(good: Checked, losses) -> None:
    assert {one.rule for one in good.findings if one.severity in ("error", "warning")} <= {"plainness"}
    assert losses(good, printed=True) == set()


def test_the_four_figures_hang_together() -> None:
    figures = figures_of()
    assert [figures[f"tila.{name}"] for name in ("loan", "prepaid", "financed")] == [12000, 150, 11850]
    assert figures["tila.total"] == 35 * Decimal("377.42") + Decimal("377.49")
    assert figures["tila.charge"] == figures["tila.total"] - figures["tila.financed"]


def test_the_rate_is_twelve_times_the_internal_rate_of_the_payments() -> None:
    payments = [-11850.0, *[377.42] * 35, 377.49]
    assert half_up(figures_of()["tila.apr"], 6) == half_up(Decimal(1200 * pyxirr.irr(payments)), 6)


def test_a_fee_the_law_leaves_out_is_no_finance_charge() -> None:
    counted = figures_of(("    not_finance_charge: [lien-filing]\n", ""))
    assert counted["tila.financed"] == 11822
    assert counted["tila.charge"] - figures_of()["tila.charge"] == 28
    assert counted["tila.apr"] > figures_of()["tila.apr"]


def test_a_monthly_fee_is_in_every_payment() -> None:
    fee = "fees:\n  - {id: m, name: {zh-CN: 月费, en: Monthly fee}, when: monthly, amount: 2, payee: provider}\n"
    figures = figures_of(("fees:\n", fee))
    assert (figures["tila.run.1.amount"], figures["tila.run.2.amount"]) == (Decimal("379.42"), Decimal("379.49"))


def test_a_plan_of_many_amounts_is_told_by_its_ends() -> None:
    figures = figures_of(("type: equal_payment", "type: equal_principal"))
    assert "tila.run.1.count" not in figures
    assert (figures["tila.count"], figures["tila.largest"]) == (36, Decimal("415.83"))
    assert figures["tila.largest"] > figures["tila.smallest"] > Decimal("333.33")


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('stated_apr: "9.11%"', 'stated_apr: "8.25%"', "loan.tila.stated_apr"),
        ('stated_apr: "9.11%"', 'stated_apr: "9.24%"', "loan.tila.stated_apr"),
        ("stated_finance_charge: 1737.19", "stated_finance_charge: 1587.19", "loan.tila.stated_finance_charge"),
    ],
)
def test_a_stated_figure_beyond_its_tolerance_is_an_error_at_its_field(trial, found, old, new, path) -> None:
    assert found(trial(NAME, RULES, (old, new), lang="en"), "beyond-tolerance") == [("error", path)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('stated_apr: "9.11%"', 'stated_apr: "9.23%"'),
        ('stated_apr: "9.11%"', 'stated_apr: "8.99%"'),
        ("stated_finance_charge: 1737.19", "stated_finance_charge: 1747.19"),
    ],
)
def test_a_stated_figure_within_its_tolerance_is_silent(trial, found, old, new) -> None:
    assert found(trial(NAME, RULES, (old, new), lang="en"), "beyond-tolerance") == []


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("    prepayment_penalty: none\n", "", "loan.tila.prepayment_penalty"),
        ("    prepayment_refund: none\n", "", "loan.tila.prepayment_refund"),
        ("    kind: late_payment\n", "", "fees[late_payment]"),
    ],
)
def test_what_the_box_must_say_must_be_stated(trial, found, old, new, missing) -> None:
    checked = trial(NAME, RULES, (old, new), lang="en")
    assert found(checked, "missing-fact") == [("error", missing)]
    terms = next(one for one in checked.sheets[0].sections if one.id == "terms")
    assert any("not stated" in sentence.text for _, said in terms.blocks[0].rows for sentence in said)


def test_a_late_charge_nobody_stated_is_an_error_at_its_fee(trial, found) -> None:
    unsaid = ('    rate: "5.00%"\n    of: overdue\n    maximum: 25\n', "    status: not_stated\n")
    checked = trial(NAME, RULES, unsaid, lang="en")
    assert found(checked, "missing-fact") == [("error", "fees[2].amount")]
    (sheet,) = checked.sheets
    assert "you will be charged" not in " ".join(fact.shown for fact in sheet.facts)


def test_an_unknown_fee_leaves_no_figures(trial, found) -> None:
    checked = trial(NAME, RULES, ("    amount: 150\n", "    status: not_stated\n"), lang="en")
    assert found(checked, "missing-figure") == [
        ("error", f"figures.tila.{name}") for name in ("apr", "charge", "financed", "total")
    ]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ("prepayment_penalty: possible", "If you pay off early, you may have to pay a penalty."),
        ("prepayment_penalty: none", "If you pay off early, you will not have to pay a penalty."),
    ],
)
def test_prepayment_is_said_in_the_words_of_the_form(trial, terms, said) -> None:
    (sheet,) = trial(NAME, RULES, ("prepayment_penalty: none", terms), lang="en").sheets
    assert said in {fact.shown for fact in sheet.facts}


@pytest.mark.parametrize("section", ["schedule", "itemization"])
def test_a_dropped_section_is_missed(good: Checked, section: str) -> None:
    (sheet,) = good.sheets
    full = form_of(sheet, good.product, regime.load(RULES))
    less = replace(sheet, sections=tuple(one for one in sheet.sections if one.id != section))
    expected = replace(expectation(less, "Disclosure-Sans-SC"), form=full)
    assert {loss.rule for loss in prove(expected, html(less), None)} == {"section-order"}


@pytest.mark.parametrize("statement", [*STATEMENTS, "contract"])
def test_a_changed_statement_is_seen_on_the_page(good: Checked, losses, statement: str) -> None:
    said = regime.load(RULES).statement(statement).text["en"]
    assert ("html", "statement-changed", f"statements.{statement}") in losses(good, (said, said[:-2] + "~~"))


def test_the_two_first_figures_stand_out(good: Checked, losses) -> None:
    style = "#box tbody strong { font-size: 11pt !important; font-weight: 400 !important } #box tbody td { font-size: 12pt }"
    found = losses(good, ("</head>", f"<style>{style}</style></head>"), printed=True)
    assert {(rule, path) for _, rule, path in found} == {
        (rule, f"figures.tila.{name}") for rule in ("not-prominent", "not-bold") for name in ("apr", "charge")
    }  # fmt: skip


def test_the_words_of_the_two_first_stand_out_and_one_page_holds_all(good: Checked, losses) -> None:
    style = (
        "#box thead strong { font-size: 9pt !important; font-weight: 400 !important }"
        "#itemization { break-before: page; font-size: 6pt !important } #itemization li { font-size: 6pt !important }"
    )
    found = losses(good, ("</head>", f"<style>{style}</style></head>"), printed=True)
    rules = {(rule, path) for _, rule, path in found}
    assert {("not-prominent", "statements.apr"), ("not-bold", "statements.charge")} <= rules
    assert {("too-many-pages", ""), ("type-too-small", "")} <= rules


def test_the_rulebook_is_of_its_day_and_of_its_language(trial, found) -> None:
    checked = trial(NAME, RULES, ("as_of: 2026-11-24", "as_of: 2011-12-29"), ("launched: 2026-03-02\n", ""), lang="en")
    assert found(checked, "rulebook-out-of-date") == [("warning", "as_of")]
    assert regime.load(RULES).languages == ("en",)
