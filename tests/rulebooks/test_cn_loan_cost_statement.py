"""The statement of the all-in cost of a loan in China: each thing it must have, broken once."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure import derive, product, regime, source
from disclosure.check import run as checked_by
from disclosure.figures.loan import pboc_2021_3_annual_rate
from disclosure.figures.rounding import half_up
from disclosure.render.html import html
from disclosure.sheet import Sheet
from disclosure.site.form import form_of
from disclosure.site.gather import terms_of
from disclosure.verify import expectation, prove

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

NAME, RULES = "hengjiang-personal-loan", "cn.loan.cost_statement"
PLACE = Path(__file__).parents[2] / "products" / f"{NAME}.yaml"
SECTIONS = ["loan", "costs", "total", "contingent", "promise", "sign"]
PARTNER = """\
fees:
  - id: guarantee
    name: {zh-CN: 担保费, en: Guarantee fee}
    when: monthly
    rate: "0.20%"
    of: principal
    payee: third_party
    payee_name: {zh-CN: 云岭融资担保有限公司, en: Yunling Guarantee Co. Ltd.}
"""


def figures_of(*edits: tuple[str, str]) -> dict[str, Decimal]:
    """The figures of the sample after edits, as they are printed where they are rates."""
    text = PLACE.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    found = derive.derive(product.parse(source.parse(text, "x.yaml")))
    return {name: half_up(one.value, 2) for name, one in found.items()}


def cell(sheet: Sheet, section: str, row: int, column: int) -> str:
    """The words of one cell of the first table of a section."""
    part = next(one for one in sheet.sections if one.id == section)
    table = next(block for block in part.blocks if hasattr(block, "rows") and hasattr(block, "header"))
    return "".join(sentence.text for sentence in table.rows[row][column])


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_the_sample_passes_on_one_page(trial, losses, lang: str) -> None:
    checked = trial(NAME, RULES, lang=lang)
    assert [one for one in checked.findings if one.severity == "error"] == []
    assert [section.id for section in checked.sheets[0].sections] == SECTIONS
    assert losses(checked, printed=True) == set()


def test_each_item_says_how_much_and_for_whom(trial) -> None:
    (sheet,) = trial(NAME, RULES).sheets
    assert [cell(sheet, "costs", 0, n) for n in range(6)] == [
        "贷款利息", "每个月随还款收取", "年利率6.60%", "3,610.93元", "6.80%", "恒江银行股份有限公司",
    ]  # fmt: skip
    assert [cell(sheet, "costs", 1, n) for n in (3, 4)] == ["1,000元", "2.03%"]
    assert [cell(sheet, "costs", 2, n) for n in (3, 4)] == ["4,610.93元", "8.83%"]
    assert cell(sheet, "contingent", 0, 3) == "10.95%"


def test_the_items_add_up_to_the_rate_of_the_rule() -> None:
    figures = figures_of(("fees:\n", PARTNER))
    shares = [value for name, value in figures.items() if name.startswith("annual.")]
    assert len(shares) == 3
    assert sum(shares) == figures["rate.irr"]
    assert figures["total.guarantee"] == 2400


def test_the_published_example_is_met() -> None:
    """PBOC's own example: 100,000, fee 1,000, twelve payments of 8,833.3: 13.58 % IRR, 12.80 % simple."""
    irr, simple = pboc_2021_3_annual_rate(Decimal(100000), Decimal(1000), [Decimal("8833.3")] * 12, 12)
    assert (half_up(irr.value, 2), half_up(simple.value, 2)) == (Decimal("13.58"), Decimal("12.80"))


def test_a_partner_stands_on_the_statement_by_name(trial, found) -> None:
    checked = trial(NAME, RULES, ("fees:\n", PARTNER))
    assert cell(checked.sheets[0], "costs", 1, 5) == "云岭融资担保有限公司"
    assert found(checked, "missing-fact") == []


def test_a_partner_without_a_name_is_an_error_at_its_fee(trial, found) -> None:
    nameless = PARTNER[: PARTNER.index("    payee_name")]
    checked = trial(NAME, RULES, ("fees:\n", nameless))
    assert found(checked, "missing-fact") == [("error", "fees[0].payee_name")]


def test_a_fee_that_says_not_who_charges_it_is_an_error_at_its_fee(trial, found) -> None:
    checked = trial(NAME, RULES, ("of: repaid_early\n    payee: provider", "of: repaid_early"))
    assert found(checked, "missing-fact") == [("error", "fees[2].payee")]


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("fees:\n  - id: arrangement", "details:\n  - id: arrangement", "fees"),
        ("example:\n  amount: 100000\n  after: [P1Y]\n", "", "example.amount"),
    ],
)
def test_what_the_law_wants_stated_must_be_stated(trial, found, old: str, new: str, missing: str) -> None:
    if missing == "fees":
        text = PLACE.read_text(encoding="utf-8")
        old, new = text[text.index("fees:\n  - id") : text.index("example:")], ""
        checked = trial(NAME, RULES, (old, new), ("  fees: [early-repayment]\n", ""), ("  - claim: fees\n", "  - claim: rates\n"))
    else:
        checked = trial(NAME, RULES, (old, new))
    assert ("error", missing) in found(checked, "missing-fact")
    assert found(checked, "missing-figure") == [("error", "figures.rate.irr")]


def test_a_fee_that_cannot_be_counted_leaves_no_total(trial, found) -> None:
    checked = trial(NAME, RULES, ("    amount: 1000\n", "    status: not_stated\n"))
    assert found(checked, "missing-fact") == [("error", "fees[0].rate")]
    assert found(checked, "missing-figure") == [("error", "figures.rate.irr")]


@pytest.mark.parametrize("rate", ["8.49%", "6.60%", "8.80%"])
def test_a_wrong_total_is_an_error_at_its_field(trial, found, rate: str) -> None:
    """8.49 % is the simple rate: right on a sheet that names it so, wrong as the total of this one."""
    checked = trial(NAME, RULES, ('stated_annual_rate: "8.83%"', f'stated_annual_rate: "{rate}"'))
    assert found(checked, "figure-disagrees") == [("error", "loan.stated_annual_rate")]


def test_a_wrong_comparison_rate_is_an_error_at_its_field(trial, found) -> None:
    checked = trial(NAME, RULES, ('comparison: "8.83%"', 'comparison: "7.20%"'))
    assert found(checked, "figure-disagrees") == [("error", "rates[0].comparison")]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_dropped_section_is_missed(trial, section: str) -> None:
    checked = trial(NAME, RULES)
    (sheet,) = checked.sheets
    full = form_of(sheet, checked.product, regime.load(RULES))
    less = replace(sheet, sections=tuple(one for one in sheet.sections if one.id != section))
    found = {loss.rule for loss in prove(replace(expectation(less, "Disclosure-Sans-SC"), form=full), html(less), None)}
    assert "section-order" in found


@pytest.mark.parametrize("statement", ["nothing-else", "confirmed"])
def test_a_changed_statement_is_seen_on_the_page(trial, losses, statement: str) -> None:
    said = regime.load(RULES).statement(statement).text["zh-CN"]
    assert ("html", "statement-changed", f"statements.{statement}") in losses(
        trial(NAME, RULES), (said, said.replace("息费", "利息"))
    )


def test_a_statement_that_is_not_made_is_missed(trial, found) -> None:
    checked = trial(NAME, RULES)
    (sheet,) = checked.sheets
    rules = regime.load(RULES)
    less = replace(sheet, facts=tuple(one for one in sheet.facts if one.value != "nothing-else"))
    report = checked_by(
        less, checked.product, regime=rules, audience=regime.audience("retail"), glossary=terms_of("zh-CN")
    )
    assert [one.values["regime"] for one in report.findings if one.rule == "statement-missing"] == [RULES]


def test_a_second_page_a_small_total_and_a_large_daily_rate_are_seen(trial, losses) -> None:
    style = (
        "#total strong { font-size: 12pt !important; font-weight: 400 !important }"
        "#contingent td { font-size: 20pt !important } #sign { break-before: page }"
    )
    found = losses(trial(NAME, RULES), ("</head>", f"<style>{style}</style></head>"), printed=True)
    assert {rule for _, rule, _ in found} == {"too-many-pages", "not-prominent"}


def test_type_below_the_limit_is_seen(trial, losses) -> None:
    small = ("</head>", "<style>#sign p { font-size: 6pt !important }</style></head>")
    assert {rule for _, rule, _ in losses(trial(NAME, RULES), small, printed=True)} == {"type-too-small"}


def test_a_definition_from_before_the_rule_is_warned_of(trial, found) -> None:
    checked = trial(NAME, RULES, ("as_of: 2026-11-24", "as_of: 2026-07-31"))
    assert found(checked, "rulebook-out-of-date") == [("warning", "as_of")]


def test_words_nobody_compared_with_the_law_are_named(trial) -> None:
    (note,) = [one for one in trial(NAME, RULES).findings if one.rule == "rulebook-unverified"]
    assert (note.severity, note.values["text"]) == ("note", "yearly, nothing-else, confirmed")


def test_the_rulebook_is_of_its_day() -> None:
    rules = regime.load(RULES)
    assert (str(rules.effective_from), rules.verified, rules.paper.most_pages) == ("2026-08-01", False, 1)
