"""The Chinese fund summary: each thing that its template wants is broken once, and seen."""

import pytest

from disclosure import derive, shipped
from disclosure.product import parse
from disclosure.source import read

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

RULEBOOK, FUND = "cn.fund.summary", "mingyuan-csi-index-fund"
TITLES = ["一、产品概况", "二、基金投资与净值表现", "三、投资本基金涉及的费用", "四、风险揭示与重要提示",
          "五、其他资料查询方式", "六、其他情况说明"]  # fmt: skip
GUARANTEE = "本基金不提供任何保证。投资者可能损失投资本金。"


def cut(start: str, end: str) -> tuple[str, str]:
    """The edit that takes a part out of the sample."""
    text = shipped.folder("products", f"{FUND}.yaml").read_text(encoding="utf-8")
    return text[text.index(start) : text.index(end, text.index(start))], ""


def text_of(checked) -> str:
    (sheet,) = checked.sheets
    return "\n".join("".join(one.text for one in group) for _, _, group in sheet.everything())


def errors(checked) -> list[str]:
    return [one.rule for one in checked.findings if one.severity == "error" and one.rule != "plainness"]


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_the_sample_passes(trial, losses, lang: str) -> None:
    checked = trial(FUND, RULEBOOK, lang=lang)
    assert errors(checked) == []
    assert losses(checked, printed=True) == set()


def test_the_languages_say_the_same(trial) -> None:
    chinese, english = (trial(FUND, RULEBOOK, lang=lang) for lang in ("zh-CN", "en"))
    assert chinese.sheets[0].stated() ^ english.sheets[0].stated() == frozenset()
    assert "the Chinese document is the one that counts" in text_of(english)


def test_the_six_sections_stand_in_their_order(trial) -> None:
    (sheet,) = trial(FUND, RULEBOOK).sheets
    assert ["".join(one.text for one in section.title) for section in sheet.sections if section.title] == TITLES


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("codes:\n", "target:\n", "codes"),
        ("  type: {zh-CN: 股票型", "  objective:", "investment.type"),
        ("  custodian: {zh-CN: 临湖", "  base_currency", "investment.custodian"),
        ("launched:", "next_review:", "launched"),
        ("  operation:", "  open_on:", "fund.operation"),
        ("  open_on:", "  sent_on:", "fund.open_on"),
        ("  managers:\n", "  portfolio:", "fund.managers"),
        ("  objective:\n", "  invests_in:", "investment.objective"),
        ("  invests_in:\n", "  custodian:", "investment.invests_in"),
        ("  strategy:\n", "  managers:", "fund.strategy"),
        ("  portfolio:\n", "  stated_operating_rate", "fund.portfolio"),
        ("  past:\n", "  paid_out:", "returns.past"),
        ("  benchmark:\n", "  past:", "returns.benchmark"),
        ("fees:\n", "example:\n", "fees"),
        ("  main:\n", "  worst:", "risk.main"),
    ],
)
def test_a_field_that_the_template_wants_is_missed(trial, found, start: str, end: str, field: str) -> None:
    checked = trial(FUND, RULEBOOK, cut(start, end), *([("  fees: [redemption]\n", "")] if field == "fees" else []))
    assert ("error", field) in found(checked, "missing-fact")
    assert "未说明" in text_of(checked) or "没有说明" in text_of(checked)


def test_a_young_fund_needs_no_past(trial, found) -> None:
    young = trial(FUND, RULEBOOK, cut("  past:\n", "  paid_out:"), ("launched: 2020-05-20", "launched: 2026-06-01"))
    assert ("error", "returns.past") not in found(young, "missing-fact")


def test_a_wrong_composite_rate_is_an_error_at_its_line(trial, found) -> None:
    wrong = trial(FUND, RULEBOOK, ('stated_operating_rate: "0.22%"', 'stated_operating_rate: "0.21%"'))
    assert found(wrong, "figure-disagrees") == [("error", "fund.stated_operating_rate")]
    (told,) = (one for one in wrong.findings if one.rule == "figure-disagrees")
    assert dict(told.values) == {"text": "0.21%", "computed": "0.22%"}


@pytest.mark.parametrize(
    "edit",
    [
        ('rate: "0.15%"\n    of: net_assets\n    payee: manager', "status: not_stated\n    payee: manager"),
        ('rate: "0.05%"\n    of: net_assets\n    payee: custodian', 'rate: "0.05%"\n    rate_up_to: "0.06%"\n    of: net_assets\n    payee: custodian'),
        ("payee: custodian", "payee: third_party"),
    ],
)  # fmt: skip
def test_a_rate_that_cannot_be_known_is_not_worked_out(edit: tuple[str, str], tmp_path) -> None:
    text = shipped.folder("products", f"{FUND}.yaml").read_text(encoding="utf-8")
    assert edit[0] in text
    path = tmp_path / "fund.yaml"
    path.write_text(text.replace(*edit), encoding="utf-8")
    assert "fund.rate" not in derive.derive(parse(read(path)))


def test_each_step_of_a_fee_is_a_row_between_its_bounds(trial) -> None:
    said = text_of(trial(FUND, RULEBOOK))
    for row in ("M＜100万元", "100万元≤M＜500万元", "M≥500万元", "每笔1,000元", "N＜7天", "7天≤N＜30天", "N≥180天"):
        assert row in said
    upper = text_of(trial(FUND, RULEBOOK, ("bound: below", "bound: up_to")))
    for row in ("M≤100万元", "100万元＜M≤500万元", "M＞500万元"):
        assert row in upper


def test_a_dropped_section_and_a_changed_statement_are_seen(trial, losses) -> None:
    checked = trial(FUND, RULEBOOK)
    seen = losses(checked, ("五、其他资料查询方式", "五、其他"), (GUARANTEE.split("。")[0], "本基金提供保证"), printed=True)
    for where in ("html", "pdf"):
        assert {(where, "section-order", ""), (where, "statement-changed", "statements.no-guarantee")} <= seen


def test_a_fifth_page_and_small_type_are_seen(trial, losses) -> None:
    more = "".join(f'<p style="break-before: page">{one}</p>' for one in "一二三四")
    seen = losses(trial(FUND, RULEBOOK), ("</main>", f'{more}<p style="font-size: 6pt">小字</p></main>'), printed=True)
    assert {("pdf", "too-many-pages", ""), ("pdf", "type-too-small", "")} <= seen


def test_a_portfolio_of_more_than_everything_is_refused(trial) -> None:
    from disclosure.errors import DisclosureError

    with pytest.raises(DisclosureError) as refused:
        trial(FUND, RULEBOOK, ('share: "94.31%"', 'share: "96.31%"'))
    assert [problem.code for problem in refused.value.problems] == ["portfolio-above-all"]


def test_before_the_template_the_rulebook_warns(trial, found) -> None:
    early = trial(FUND, RULEBOOK, ("as_of: 2026-11-24", "as_of: 2020-08-31"))
    assert found(early, "rulebook-out-of-date") == [("warning", "as_of")]


def test_the_years_are_drawn_over_and_under_the_line(trial) -> None:
    from disclosure.render.drawing import chart
    from disclosure.sheet.model import Picture

    (sheet,) = trial(FUND, RULEBOOK).sheets
    (years,) = (
        block.data for section in sheet.sections for block in section.blocks
        if isinstance(block, Picture) and block.name == "yearly-returns"
    )  # fmt: skip
    drawn = chart(years)
    assert [year for _, year in drawn.years] == ["2021", "2022", "2023", "2024", "2025"]
    assert [bar.y < drawn.zero for bar in drawn.bars] == [False] * 6 + [True] * 4
    assert all(bar.y >= 20 and bar.y + bar.height <= drawn.bottom for bar in drawn.bars)


def test_no_condition_of_a_tiered_fee_is_lost(trial) -> None:
    more = ("  - id: purchase\n", "  - id: purchase\n    minimum: 5\n    maximum: 900\n    at_most: yes\n")
    said = text_of(trial(FUND, RULEBOOK, more, ("mode: whole", "mode: slice")))
    assert "最高；各段分别计算；最少5元；最多900元" in said


def test_a_fee_of_any_time_stands_in_one_of_the_tables(trial) -> None:
    event = ("example:\n", "  - id: switch\n    name: {zh-CN: 转换费, en: Switching fee}\n    when: event\n    amount: 25\nexample:\n")
    said = text_of(trial(FUND, RULEBOOK, event))
    assert "转换费" in said and "25元" in said
