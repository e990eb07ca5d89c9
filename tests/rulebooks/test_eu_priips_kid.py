"""The EU key information document: it passes as it is, and each requirement, once broken, is told by name."""

import pytest

from disclosure import regime
from disclosure.document import FAMILY
from disclosure.render.html import html
from disclosure.render.pdf import pdf
from disclosure.site.form import form_of
from disclosure.verify import expectation, prove
from disclosure.verify import printed as prints
from disclosure.verify.form import misshapen

pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")
SAMPLE, RULEBOOK = "northlight-global-fund", "eu.priips.kid"
TITLES = (
    "Key Information Document", "Purpose", "Product", "What is this product?",
    "What are the risks and what could I get in return?",
    "What happens if Northlight Meridian Funds S.A. is unable to pay out?", "What are the costs?",
    "How long should I hold it and can I take money out early?", "How can I complain?",
    "Other relevant information",
)  # fmt: skip


@pytest.fixture(scope="module")
def kid(trial):
    """The document of the sample, with edits of its definition."""
    return lambda *edits: trial(SAMPLE, RULEBOOK, *edits, lang="en")


@pytest.fixture(scope="module")
def good(kid):
    return kid()


@pytest.fixture(scope="module")
def form(good):
    return form_of(good.sheets[0], good.product, regime.load(RULEBOOK))


@pytest.fixture(scope="module")
def printed(good):
    return pdf(html(good.sheets[0]), "kid")


def text_of(checked) -> str:
    groups = (group for _, _, group in checked.sheets[0].everything())
    return " ".join(sentence.text for group in groups for sentence in group)


def errors(checked) -> set[tuple[str, str]]:
    return {(one.rule, one.path) for one in checked.findings if one.severity == "error"}


def test_the_sample_passes_and_its_pages_are_the_document(good, form, printed) -> None:
    assert errors(good) == set()
    assert form.titles == TITLES
    assert (form.most_pages, form.smallest_type) == (3, 8)
    sheet = good.sheets[0]
    assert prove(expectation(sheet, FAMILY, form), html(sheet), printed) == ()


def test_what_nobody_compared_with_the_law_is_said_to_be_so(good) -> None:
    (one,) = [one for one in good.findings if one.rule == "rulebook-unverified"]
    assert one.severity == "note" and "intended" in one.values["text"]
    assert "risk-guide" not in one.values["text"].split(", ")


def test_both_cost_tables_and_the_scenarios_say_what_the_rules_give(good) -> None:
    sheet = good.sheets[0]
    shown = {fact.path: fact.shown for fact in sheet.facts}
    assert [shown[f"figures.priips.cost.{after}.total"] for after in ("P1Y", "P5Y")] == ["€466", "€1,265"]
    assert [shown[f"figures.priips.cost.{after}.impact"] for after in ("P1Y", "P5Y")] == ["4.8%", "2.4%"]
    assert (shown["figures.priips.before"], shown["figures.priips.after"]) == ("7.9%", "5.5%")
    rows = ("entry", "exit", "running", "transaction", "incidental")
    assert [shown[f"figures.priips.row.{row}"] for row in rows] == ["€300", "€0", "€147", "€18", "€0"]
    assert shown["figures.priips.stress.P5Y.yearly"] == "−14.3%"
    assert "We have classified this product as 4 out of 7, which is a medium risk class." in text_of(good)


@pytest.mark.parametrize(
    ("level", "market", "volatility", "said"),
    [
        ("1", "1", "0.40%", "the lowest risk class. This rates the potential losses from future performance at a very low level, and poor market conditions are very unlikely to impact"),
        ("3", "3", "8.00%", "a medium-low risk class. This rates the potential losses from future performance at a medium-low level, and poor market conditions are unlikely to impact"),
        ("6", "6", "44.00%", "the second-highest risk class. This rates the potential losses from future performance at a high level, and poor market conditions are very likely to impact"),
        ("7", "7", "80.00%", "the highest risk class. This rates the potential losses from future performance at a very high level, and poor market conditions are very likely to impact"),
    ],
)  # fmt: skip
def test_each_class_has_its_words(kid, level, market, volatility, said) -> None:
    checked = kid(
        ("{scale: eu-sri, level: 4, by: issuer}", f"{{scale: eu-sri, level: {level}, by: issuer}}"),
        ("market_risk: 4", f"market_risk: {market}"), ("15.80%", volatility),
    )  # fmt: skip
    assert errors(checked) == set()
    assert said in text_of(checked)


@pytest.mark.parametrize(
    ("old", "new", "rule", "path"),
    [
        ("level: 4, by", "level: 3, by", "priips-disagrees", "risk.ratings[0].level"),
        ("market_risk: 4", "market_risk: 3", "priips-disagrees", "risk.sri.market_risk"),
        ("credit_risk: 1", "credit_risk: 4", "priips-disagrees", "risk.ratings[0].level"),
        ('impact: "2.4%"', 'impact: "2.3%"', "priips-disagrees", "priips.stated_costs[1].impact"),
        ("total: 1265", "total: 1264", "priips-disagrees", "priips.stated_costs[1].total"),
        ('gets_back: 13070, yearly: "5.5%"', 'gets_back: 13170, yearly: "5.5%"', "priips-disagrees", "returns.scenarios[6].gets_back"),
        ('gets_back: 4610, yearly: "-14.3%"', 'gets_back: 9040, yearly: "-2.0%"', "scenario-order", "returns.scenarios[5].name"),
        ("after: [P1Y, P5Y]", "after: [P1Y, P3Y, P5Y]", "holding-periods", "example.after"),
    ],
)  # fmt: skip
def test_a_wrong_figure_is_an_error_at_its_line(kid, old, new, rule, path) -> None:
    checked = kid((old, new))
    assert (rule, path) in errors(checked)
    assert checked.document.place(path)[0] > 1


@pytest.mark.parametrize(
    ("old", "path"),
    [
        ("  phone: +352 000 5550 01\n", "provider.phone"),
        ("  sri:\n    market_risk: 4\n    credit_risk: 1\n    volatility: \"15.80%\"\n", "risk.sri"),
        ("  recommended: P5Y\n", "term.recommended"),
        ("  objective:\n    zh-CN: 长期增值，争取五年内跑赢所选指数。\n    en: To grow over the long term and aim to beat its index over five years.\n", "investment.objective"),
    ],
)  # fmt: skip
def test_what_the_law_demands_is_an_error_where_it_is_missing(kid, old, path) -> None:
    checked = kid((old, ""))
    assert ("missing-fact", path) in errors(checked)
    assert path == "risk.sri" or "ot stated" in text_of(checked)


def test_a_cost_nobody_stated_is_not_nothing(kid) -> None:
    exit_fee = "  - id: exit\n    name: {zh-CN: 赎回费, en: Exit fee}\n    when: exit\n    status: free\n"
    checked = kid((exit_fee, ""))
    assert ("missing-figure", "figures.priips.row.exit") in errors(checked)
    unknown = kid((exit_fee, exit_fee.replace("free", "not_stated")))
    assert ("missing-figure", "figures.priips.cost") in errors(unknown)


def test_scenarios_left_out_are_missed(kid) -> None:
    checked = kid(('    - {name: stress, after: P1Y, gets_back: 5420, yearly: "-45.8%"}\n', ""),
                  ('    - {name: stress, after: P5Y, gets_back: 4610, yearly: "-14.3%"}\n', ""))  # fmt: skip
    assert ("missing-figure", "figures.priips.stress") in errors(checked)


def test_a_document_before_the_rules_warns_by_date(kid) -> None:
    checked = kid(("as_of: 2026-11-24", "as_of: 2022-11-24"), ("next_review: 2027-02-15", "next_review: 2023-02-15"))
    assert [one.severity for one in checked.findings if one.rule == "rulebook-out-of-date"] == ["warning"]


def test_warnings_stand_where_they_are_due_and_only_there(kid, good) -> None:
    assert "Be aware of currency risk." in text_of(good)
    assert "not simple" not in text_of(good)
    checked = kid(("currency_risk: yes", "currency_risk: no\n  complex: yes\n  liquidity: material"))
    said = text_of(checked)
    assert "Be aware of currency risk." not in said
    assert "You are about to purchase a product that is not simple and may be difficult to understand." in said
    assert "You may not be able to sell your product easily" in said


@pytest.mark.parametrize(
    ("guarantee", "said", "unsaid"),
    [
        ("covers: part\n    against: market_loss\n    share: 90%\n    by: {zh-CN: 甲, en: A Bank}", "receive back at least 90% of your capital", "no minimum guaranteed"),
        ("covers: full\n    against: both\n    by: {zh-CN: 甲, en: A Bank}", "receive back at least 100% of your capital", "does not include any protection"),
        ("covers: none\n    against: market_loss", "Whether a compensation or guarantee scheme covers that loss is not stated.", "No compensation or guarantee scheme"),
        ("covers: none", "No compensation or guarantee scheme covers that loss.", "receive back at least"),
    ],
)  # fmt: skip
def test_what_is_protected_is_said_and_no_more(kid, guarantee, said, unsaid) -> None:
    text = text_of(kid(("covers: none", guarantee)))
    assert said in text and unsaid not in text


def test_a_cell_that_extends_over_others_is_set_once(good) -> None:
    page = html(good.sheets[0])
    assert page.count('rowspan="2"') == 4  # each scenario but the minimum has two rows
    assert page.count('class="group"') == 2
    assert 'colspan="3"' in page


def test_a_changed_sentence_or_a_lost_section_is_found_on_the_page(good, losses) -> None:
    changed = losses(good, ("It is not marketing material.", "It is marketing material."))
    assert ("html", "statement-changed", "statements.intended") in changed
    assert "section-order" in {rule for _, rule, _ in losses(good, ("How can I complain?", "Complaints"))}


def test_a_fourth_page_is_one_too_many(good, form) -> None:
    page = html(good.sheets[0]).replace("<footer", "<p></p><footer").replace("</main>", "<p style='break-before:page'>a</p>" * 2 + "</main>")
    assert "too-many-pages" in {one.rule for one in misshapen(form, prints.read(pdf(page, "long")))}


def test_type_below_the_least_is_found(good, form) -> None:
    page = html(good.sheets[0]).replace("</main>", "<p style='font-size:7pt'>small</p></main>")
    assert "type-too-small" in {one.rule for one in misshapen(form, prints.read(pdf(page, "small")))}
