"""The American credit card table: each demand of 12 CFR 1026.60, kept once and broken once."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure import regime, shipped
from disclosure.check.rules import row_not_permitted
from disclosure.render.html import html
from disclosure.render.pdf import pdf
from disclosure.sheet import Sheet
from disclosure.sheet.model import Table
from disclosure.site import Checked
from disclosure.verify import printed
from disclosure.verify.letters import letters

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

SAMPLE, RULEBOOK = "ridgeway-rewards-card", "us.regz.card_table"
BIG = "22.99%</strong>"


@pytest.fixture(scope="module")
def good(trial) -> Checked:
    return trial(SAMPLE, RULEBOOK, lang="en")


def rows(sheet: Sheet) -> dict[str, str]:
    """The rows of the tables by their names, with bold print between asterisks."""
    tables = (block for section in sheet.sections for block in section.blocks if isinstance(block, Table))
    return {said(row[0]): said(row[1]) for table in tables for row in table.rows}


def said(cell) -> str:
    runs = [run for sentence in cell for run in (*sentence.runs, None)]
    text = "".join(" " if run is None else f"*{run.text}*" if run.strong else run.text for run in runs)
    return " ".join(text.replace("**", "").split())


def test_the_sample_passes(good: Checked, losses) -> None:
    assert {one.rule for one in good.findings if one.severity in ("error", "warning")} <= {"plainness"}
    assert losses(good, printed=True) == set()


def test_the_rows_in_the_order_of_the_model_form(good: Checked) -> None:
    assert rows(good.sheets[0]) == {
        "Annual Percentage Rate (APR) for Purchases":
            "*22.99%* This APR will vary with the market based on the US Prime Rate.",
        "APR for Balance Transfers":
            "*1.99%* introductory APR for 15 months. For balances moved within 60 days of opening. After that, "
            "your APR will be *22.99%*. This APR will vary with the market based on the US Prime Rate.",
        "APR for Cash Advances":
            "*28.99%*. Interest starts on the day you take cash. "
            "This APR will vary with the market based on the US Prime Rate.",
        "Penalty APR and When it Applies":
            "*29.99%*. Applies if you pay over 60 days late. Ends after 6 payments in a row on time.",
        "How to Avoid Paying Interest on Purchases":
            "Your due date is at least 25 days after the close of each billing cycle. We will not charge you any "
            "interest on purchases if you pay your entire balance by the due date each month.",
        "Minimum Interest Charge": "If you are charged interest, the charge will be no less than US$1.",
        "For Credit Card Tips from the Consumer Financial Protection Bureau":
            "To learn more about factors to consider when applying for or using a credit card, visit the website of "
            "the Consumer Financial Protection Bureau at http://www.consumerfinance.gov/learnmore.",
        "Annual Fee": "None",
        "Transaction Fees": "",
        "• Balance Transfer": "Either *US$5* or *3.00%* of each transaction, whichever is greater",
        "• Cash Advance": "Either *US$10* or *5.00%* of each transaction, whichever is greater",
        "• Foreign Transaction": "None",
        "Penalty Fees": "",
        "• Late Payment":
            "*US$32*, at most *US$43*. US$43 if it happens again within the next six bills. "
            "Never more than the minimum due.",
        "• Over-the-Credit Limit": "None",
        "• Returned Payment": "*US$32*",
    }  # fmt: skip


def test_a_variable_rate_is_told_without_its_margin(good: Checked) -> None:
    assert "16.24%" not in html(good.sheets[0])


def test_a_row_that_the_law_does_not_permit_is_an_error(good: Checked) -> None:
    (sheet,) = good.sheets
    rates, *rest = sheet.sections
    (table,) = rates.blocks
    extra = replace(table, rows=(*table.rows, (rates.title, rates.title)))
    wrong = replace(sheet, sections=(replace(rates, blocks=(extra,)), *rest))
    found = list(row_not_permitted.find(wrong, regime.load(RULEBOOK)))
    assert [(one.rule, one.severity, one.section, one.words) for one in found] == [
        ("row-not-permitted", "error", "rates", "Interest Rates and Interest Charges")
    ]
    assert list(row_not_permitted.find(sheet, regime.load(RULEBOOK))) == []


def test_what_is_not_permitted_in_the_table_stands_beneath_it(good: Checked) -> None:
    page = html(good.sheets[0])
    beneath = page.index('id="beneath"')
    assert page.rindex("</table>") < beneath
    for words in ("How We Will Calculate Your Balance", "Loss of Introductory APR", "Billing Rights"):
        assert page.index(words) > beneath


def test_the_purchase_rate_stands_at_sixteen_points_and_the_rest_at_ten(good: Checked) -> None:
    (page,) = letters(printed.read(pdf(html(good.sheets[0]), "card")))
    at = page.text.index("22.99%")
    assert set(page.sizes[at : at + 6]) == {Decimal("18.0")}
    assert min(page.sizes) >= 10


def test_a_purchase_rate_below_sixteen_points_is_named(good: Checked, losses) -> None:
    small = (BIG, '<span style="font-size: 15.8pt">22.99%</span></strong>')
    assert losses(good, small, printed=True) == {("pdf", "not-prominent", "rates[purchase].rate")}


def test_type_below_ten_points_is_named(good: Checked, losses) -> None:
    small = ('<section id="beneath">', '<section id="beneath" style="font-size: 9.8pt">')
    assert losses(good, small, printed=True) == {("pdf", "type-too-small", "")}


def test_a_rate_or_fee_that_is_not_bold_is_named(good: Checked, losses) -> None:
    thin = (
        ("28.99%</strong>", '<span style="font-weight: 400">28.99%</span></strong>'),
        ("US$5</strong>", '<span style="font-weight: 400">US$5</span></strong>'),
    )
    assert losses(good, *thin, printed=True) == {
        ("pdf", "not-bold", "rates[cash_advance].rate"), ("pdf", "not-bold", "fees[balance_transfer].amount"),
    }  # fmt: skip


def test_the_least_interest_must_not_be_bold(good: Checked, losses) -> None:
    bold = ("no less than US$1.", "no less than <b>US$1</b>.")
    assert losses(good, bold, printed=True) == {("pdf", "bold-forbidden", "card.minimum_interest")}


MONTHLY = ("    when: yearly\n    status: free\n", "    when: monthly\n    amount: 3\n    payee: provider\n")


def test_a_periodic_fee_is_told_by_the_year_in_bold_and_by_the_month_not(trial, losses) -> None:
    made = trial(SAMPLE, RULEBOOK, MONTHLY, lang="en")
    assert rows(made.sheets[0])["Annual Fee"] == "*US$36* a year (US$3 every month)"
    assert losses(made, printed=True) == set()
    bold = ("(US$3 ", "(<b>US$3</b> ")
    assert losses(made, bold, printed=True) == {("pdf", "bold-forbidden", "fees[monthly].amount")}


@pytest.mark.parametrize(
    ("words", "changed", "name"),
    [
        ("if you pay your entire balance", "if you pay your whole balance", "grace-period"),
        ("factors to consider", "things to consider", "tips"),
        ("your rights to dispute", "your right to dispute", "billing-rights"),
    ],
)
def test_a_changed_statement_is_named(good: Checked, losses, words: str, changed: str, name: str) -> None:
    assert ("html", "statement-changed", f"statements.{name}") in losses(good, (words, changed))


@pytest.mark.parametrize("title", ["Interest Rates and Interest Charges", "Fees"])
def test_a_heading_that_is_missing_is_named(good: Checked, losses, title: str) -> None:
    assert ("html", "section-order", "") in losses(good, (f">{title}</h2>", "></h2>"))


def without(start: str, end: str) -> tuple[str, str]:
    """The edit that takes a part out of the sample."""
    text = shipped.folder("products", f"{SAMPLE}.yaml").read_text(encoding="utf-8")
    return text[text.index(start) : text.index(end, text.index(start))], ""


@pytest.mark.parametrize(
    ("start", "end", "field", "severity", "row"),
    [
        ("  - id: purchase\n", "  - id: transfer-intro", "rates[purchase].rate", "error",
         "Annual Percentage Rate (APR) for Purchases"),
        ("  - id: annual\n", "  - id: balance-transfer", "fees[annual]", "error", "Annual Fee"),
        ("  interest_free:", "  minimum_share:", "card.interest_free", "error",
         "How to Avoid Paying Interest on Purchases"),
        ("  - id: foreign\n", "  - id: late\n", "fees[foreign_transaction]", "warning", ""),
        ("  - id: late\n", "  - id: over-limit\n", "fees[late_payment]", "error", ""),
    ],
)  # fmt: skip
def test_what_the_law_wants_and_nobody_stated(trial, found, start, end, field, severity, row) -> None:
    made = trial(SAMPLE, RULEBOOK, without(start, end), lang="en")
    assert (severity, field) in found(made, "missing-fact")
    assert not row or rows(made.sheets[0])[row] == "Not stated"


def test_a_missing_way_of_calculating_the_balance_is_said_and_an_error(trial, found) -> None:
    made = trial(SAMPLE, RULEBOOK, without("  balance_method:", "  introductory_ends:"), lang="en")
    assert ("error", "card.balance_method") in found(made, "missing-fact")
    assert "Calculate Your Balance:</strong> Not stated." in re.sub(r"\s+", " ", html(made.sheets[0]))


def test_before_its_day_the_rulebook_warns(trial, found) -> None:
    edits = (("as_of: 2026-11-24", "as_of: 2011-12-29"), ("launched: 2025-02-03", "launched: 2010-02-03"))
    assert ("warning", "as_of") in found(trial(SAMPLE, RULEBOOK, *edits, lang="en"), "rulebook-out-of-date")


def test_words_that_nobody_compared_with_the_law_are_told(good: Checked) -> None:
    told = [one.values["text"] for one in good.findings if one.rule == "rulebook-unverified"]
    assert told == ["grace-period, tips, billing-rights"]
