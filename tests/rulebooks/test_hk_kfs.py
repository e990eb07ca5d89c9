"""The Hong Kong key facts statement: each thing that its template wants is broken once, and seen."""

import pytest

from disclosure import shipped

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

RULEBOOK, FUND = "hk.kfs", "northlight-global-fund"
TITLES = [
    "Quick facts", "What is this product?", "Objectives and Investment Strategy", "Use of derivatives",
    "What are the key risks?", "How has the fund performed?", "Is there any guarantee?",
    "What are the fees and charges?", "Additional Information", "Important",
]  # fmt: skip


def cut(start: str, end: str) -> tuple[str, str]:
    """The edit that takes a part out of the sample."""
    text = shipped.folder("products", f"{FUND}.yaml").read_text(encoding="utf-8")
    return text[text.index(start) : text.index(end, text.index(start))], ""


def text_of(checked) -> str:
    (sheet,) = checked.sheets
    return "\n".join("".join(one.text for one in group) for _, _, group in sheet.everything())


def test_the_sample_passes_and_is_told_to_be_a_draft(trial, found, losses) -> None:
    checked = trial(FUND, RULEBOOK, lang="en")
    assert [one for one in checked.findings if one.severity == "error" and one.rule != "plainness"] == []
    assert found(checked, "rulebook-unverified") == [("warning", "")]
    assert losses(checked, printed=True) == set()


def test_it_exists_in_english_only(trial) -> None:
    assert trial(FUND, RULEBOOK, lang="zh-CN").sheets == ()


def test_the_questions_stand_in_their_order(trial) -> None:
    (sheet,) = trial(FUND, RULEBOOK, lang="en").sheets
    assert [" ".join(one.text for one in section.title) for section in sheet.sections if section.title] == TITLES


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("  custodian: {zh-CN: 三堡", "  base_currency", "investment.custodian"),
        ("  base_currency:", "  hedged:", "investment.base_currency"),
        ("  open_on:", "  strategy:", "fund.open_on"),
        ("  strategy:\n", "  ongoing_charges:", "fund.strategy"),
        ("  ongoing_charges:", "  year_end:", "fund.ongoing_charges"),
        ("  year_end:", "  derivatives:", "fund.year_end"),
        ("  derivatives:\n", "regimes:", "fund.derivatives"),
        ("  paid_out:\n", "fees:\n", "returns.paid_out"),
        ("limits:\n", "eligibility:\n", "limits"),
        ("how:\n", "currency:", "how"),
        ("  main:\n", "term:\n", "risk.main"),
        ("  past:\n", "  paid_out:", "returns.past"),
        ("  guarantee:\n", "  main:\n", "risk.guarantee"),
        ("fees:\n", "example:\n", "fees"),
    ],
)
def test_a_field_that_the_template_wants_is_missed(trial, found, start: str, end: str, field: str) -> None:
    checked = trial(FUND, RULEBOOK, cut(start, end), lang="en")
    assert ("error", field) in found(checked, "missing-fact")
    assert "ot stated" in text_of(checked)


def test_a_dropped_question_and_a_changed_sentence_are_seen(trial, losses) -> None:
    edits = (("Is there any guarantee?", "Guarantee"), ("based on this statement alone", "based on this alone"))
    seen = losses(trial(FUND, RULEBOOK, lang="en"), *edits, printed=True)
    for where in ("html", "pdf"):
        assert {(where, "section-order", ""), (where, "statement-changed", "statements.not-alone")} <= seen


def test_a_fifth_page_and_a_thin_opening_are_seen(trial, losses) -> None:
    more = "".join(f'<p style="break-before: page">{one}</p>' for one in "abcd")
    thin = "<style>#front strong { font-weight: 400 !important }</style></head>"
    seen = losses(trial(FUND, RULEBOOK, lang="en"), ("</main>", f"{more}</main>"), ("</head>", thin), printed=True)
    assert {("pdf", "too-many-pages", ""), ("pdf", "not-bold", "statements.not-alone")} <= seen


def test_a_guarantee_is_not_denied(trial) -> None:
    said = text_of(trial(FUND, RULEBOOK, ("    covers: none\n", "    covers: full\n    by: {zh-CN: 甲, en: A}\n"), lang="en"))
    assert "does not have any guarantees" not in said
