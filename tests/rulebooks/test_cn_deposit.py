"""The deposit statement of a Chinese bank: each thing it must have, broken once."""

from dataclasses import replace

import pytest

from disclosure import regime, shipped
from disclosure.render.html import html
from disclosure.sheet import Sheet
from disclosure.site import Checked
from disclosure.site.form import form_of
from disclosure.verify import expectation, prove

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

NAME, RULES = "hengjiang-term-deposit-1y", "cn.deposit"
SECTIONS = ["product", "rate", "early", "fees", "insurance", "complain"]
LIMIT = "存款保险实行限额偿付，最高偿付限额为人民币50万元。"


@pytest.fixture(scope="module")
def good(trial) -> Checked:
    return trial(NAME, RULES)


def words(sheet: Sheet, section: str) -> str:
    """The words of one section."""
    groups = [sentences for name, _, sentences in sheet.everything() if name == section]
    return "".join(sentence.text for sentences in groups for sentence in sentences)


def without(path: str) -> tuple[str, str]:
    """An edit that takes a top-level field out of the sample."""
    text = shipped.folder("products", f"{NAME}.yaml").read_text(encoding="utf-8")
    lines = text.split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{path}:"))
    end = next(n for n in range(start + 1, len(lines)) if lines[n] and not lines[n].startswith((" ", "#")))
    return "\n".join(lines[start:end]) + "\n", ""


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_the_sample_passes(trial, losses, lang: str) -> None:
    checked = trial(NAME, RULES, lang=lang)
    assert {one.rule for one in checked.findings if one.severity in ("error", "warning")} <= {"plainness"}
    assert [one.id for one in checked.sheets[0].sections] == SECTIONS
    assert losses(checked, printed=True) == set()


def test_interest_is_told_in_money_for_both_ends(good: Checked) -> None:
    (sheet,) = good.sheets
    assert "575元（存5万元）" in words(sheet, "rate")
    assert "利息是12.50元；照原来的利率本来有287.50元" in words(sheet, "early")


def test_deposit_insurance_is_told_in_the_words_of_its_regulation(good: Checked) -> None:
    rules = regime.load(RULES)
    (sheet,) = good.sheets
    assert rules.statement("limit").text["zh-CN"] == LIMIT
    assert all(rules.statement(name).text["zh-CN"] in words(sheet, "insurance") for name in ("limit", "counted-together"))
    assert all(one.verified for one in rules.statements)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("    limit: 500000\n", "    limit: 600000\n", "risk.guarantee.limit"),
        ("    covers: up_to_limit\n", "    covers: part\n", "risk.guarantee.covers"),
    ],
)
def test_an_insurance_the_law_does_not_know_is_an_error_at_its_field(trial, found, old, new, path) -> None:
    assert found(trial(NAME, RULES, (old, new)), "fixed-value") == [("error", path)]


@pytest.mark.parametrize(
    ("field", "missing", "section", "said"),
    [
        ("fees", ["fees"], "fees", "没有说明，不等于不收费"),
        ("rates", ["rates", "rates[paid_to_you].rate"], "rate", "没有说明利率"),
        ("exit", ["exit"], "early", "没有说明能不能提前取"),
        ("risk", ["risk.guarantee", "risk.guarantee.limit"], "insurance", "没有说明这笔存款是否受存款保险"),
        ("term", ["term"], "product", "未说明"),
    ],
)
def test_what_is_not_stated_is_an_error_and_said_to_be_missing(trial, found, field, missing, section, said) -> None:
    checked = trial(NAME, RULES, without(field))
    assert [path for severity, path in found(checked, "missing-fact") if severity == "error"] == missing
    assert said in words(checked.sheets[0], section)


def test_the_rate_of_leaving_early_must_be_stated_where_leaving_costs(trial, found) -> None:
    checked = trial(NAME, RULES, ('  rate: "0.05%"\n  loses', "  loses"))
    assert found(checked, "missing-fact") == [("error", "exit.rate")]
    assert "没有说明提前取按什么利率计息" in words(checked.sheets[0], "early")


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
    assert "section-order" in {loss.rule for loss in prove(expected, html(turned), None)}


@pytest.mark.parametrize(("old", "new", "name"), [("最高偿付限额为", "最高赔付限额为", "limit"), ("依法从投保机构", "从投保机构", "counted-together")])
def test_a_changed_sentence_of_the_regulation_is_seen(good: Checked, losses, old, new, name) -> None:
    assert ("html", "statement-changed", f"statements.{name}") in losses(good, (old, new))


def test_pages_type_and_prominence_are_measured(good: Checked, losses) -> None:
    style = (
        "section { break-before: page } #rate strong { font-size: 10pt !important; font-weight: 400 !important }"
        "#insurance .callout, #insurance .callout strong { font-size: 7pt !important; font-weight: 400 !important }"
    )
    found = losses(good, ("</head>", f"<style>{style}</style></head>"), printed=True)
    assert {(rule, path) for _, rule, path in found} == {
        ("too-many-pages", ""), ("type-too-small", ""),
        ("not-prominent", "rates[fixed].rate"), ("not-bold", "rates[fixed].rate"),
        ("not-prominent", "statements.limit"), ("not-bold", "statements.limit"),
    }  # fmt: skip


def test_a_definition_from_before_deposit_insurance_is_warned_of(trial, found) -> None:
    checked = trial(NAME, RULES, ("as_of: 2026-11-24", "as_of: 2015-04-30"), ("launched: 2026-09-01\n", ""))
    assert found(checked, "rulebook-out-of-date") == [("warning", "as_of")]
