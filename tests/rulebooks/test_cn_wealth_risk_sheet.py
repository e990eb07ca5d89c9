"""The Chinese risk disclosure statement: each thing that its law wants is broken once, and seen."""

import pytest

from disclosure import shipped, source
from disclosure.wording import scales, suitability

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

RULEBOOK = "cn.wealth.risk_sheet"
CLOSED, MIXED = "hengjiang-stable-180d", "hengjiang-growth-mixed"
FRONT = "理财非存款、产品有风险、投资须谨慎"
BENCHMARK = "业绩比较基准不是预期收益率，不代表产品的未来表现和实际收益，不构成对产品收益的承诺。"


def cut(name: str, start: str, end: str) -> tuple[str, str]:
    """The edit that takes a part out of a sample."""
    text = shipped.folder("products", f"{name}.yaml").read_text(encoding="utf-8")
    return text[text.index(start) : text.index(end, text.index(start))], ""


def text_of(checked) -> str:
    (sheet,) = checked.sheets
    return "\n".join(sentence.text for _, _, group in sheet.everything() for sentence in group)


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize("name", [CLOSED, MIXED])
def test_the_samples_pass(trial, losses, name: str, lang: str) -> None:
    checked = trial(name, RULEBOOK, lang=lang)
    assert [one for one in checked.findings if one.severity == "error"] == []
    assert losses(checked, printed=lang == "zh-CN") == set()


def test_both_languages_say_the_same_and_the_english_one_says_it_is_a_courtesy(everything, trial) -> None:
    sheets = [trial(CLOSED, RULEBOOK, lang=lang).sheets[0] for lang in ("zh-CN", "en")]
    assert sheets[0].stated() ^ sheets[1].stated() == frozenset()
    assert "the Chinese document is the one that counts" in text_of(trial(CLOSED, RULEBOOK, lang="en"))


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("codes:\n", "target:\n", "codes"),
        ("  type: {zh-CN: 固定收益类", "  objective:", "investment.type"),
        ("offering:", "investment:\n", "offering.method"),
        ("term:\n", "exit:\n", "term"),
        ("  ratings:\n", "  guarantee:", "risk.ratings"),
        ("  worst:\n", "  note:\n    zh-CN: 这只是", "risk.worst"),
        ("  main:\n", "  worst:", "risk.main"),
        ("  invests_in:\n", "  custodian:", "investment.invests_in"),
        ("fees:\n", "example:\n", "fees"),
        ("exit:\n", "returns:\n", "exit"),
        ("    reason:\n", "    basis:", "returns.benchmark.reason"),
        ("    basis:\n", "  paid_out:", "returns.benchmark.basis"),
        ("launched:", "next_review:", "launched"),
    ],
)
def test_a_field_that_the_law_wants_is_missed(trial, found, start: str, end: str, field: str) -> None:
    checked = trial(CLOSED, RULEBOOK, cut(CLOSED, start, end))
    assert ("error", field) in found(checked, "missing-fact")
    assert any(word in text_of(checked) for word in ("没有说明", "未说明", "没有给出"))


def test_past_results_are_wanted_once_the_product_is_a_month_old(trial, found) -> None:
    young = trial(CLOSED, RULEBOOK, ("launched: 2026-12-08", "launched: 2026-10-25"))
    old = trial(CLOSED, RULEBOOK, ("launched: 2026-12-08", "launched: 2026-10-24"))
    assert ("error", "returns.past") not in found(young, "missing-fact")
    assert ("error", "returns.past") in found(old, "missing-fact")
    assert "成立还不满一个月" in text_of(young) and "没有说明过往业绩" in text_of(old)


def test_past_results_carry_their_warning(trial) -> None:
    assert "理财产品过往业绩不代表其未来表现，不等于理财产品实际收益，投资须谨慎。" in text_of(trial(MIXED, RULEBOOK))


def test_the_higher_rating_counts_and_decides_who_may_buy(trial) -> None:
    said = text_of(trial(CLOSED, RULEBOOK))
    assert "本产品的风险等级是R3（中风险）。" in said.replace("（产品风险由低到高的分档）", "")
    assert "发行机构评为R2（中低风险），销售机构评为R3（中风险）。" in said and "以较高的为准" in said
    assert "评为C3（平衡型）、C4（成长型）、C5（进取型）的客户" in said


def test_without_stated_investors_the_matrix_says_who_may_buy(trial) -> None:
    said = text_of(trial(CLOSED, RULEBOOK, ("  investor_levels: [C3, C4, C5]\n", "")))
    assert "评为C3（平衡型）、C4（成长型）和C5（进取型）的客户" in said


def test_investors_below_the_higher_rating_are_a_contradiction(trial, found) -> None:
    below = trial(CLOSED, RULEBOOK, ("[C3, C4, C5]", "[C2, C3, C4, C5]"))
    assert found(below, "investor-below-product") == [("error", "target.investor_levels[0]")]
    unknown = trial(CLOSED, RULEBOOK, ("[C3, C4, C5]", "[C3, 平衡型]"))
    assert found(unknown, "investor-level-unknown") == [("warning", "target.investor_levels[1]")]
    narrower = trial(CLOSED, RULEBOOK, ("[C3, C4, C5]", "[C5]"))
    assert [one for one in narrower.findings if one.rule.startswith("investor-")] == []


def test_the_matrix_is_whole() -> None:
    for scale, matrix in suitability().items():
        codes = [one["code"] for one in matrix["investors"]]
        assert len(matrix["fits"]) == len(scales()[scale]["levels"])
        assert all(set(fits) <= set(codes) for fits in matrix["fits"])
        # Whoever may buy a riskier product may buy every product less risky.
        assert all(set(riskier) <= set(fits) for fits, riskier in zip(matrix["fits"], matrix["fits"][1:], strict=False))


def test_what_an_offering_says_upside_down_is_refused(trial) -> None:
    from disclosure.errors import DisclosureError

    with pytest.raises(DisclosureError) as refused:
        trial(CLOSED, RULEBOOK, ("closes: 2026-12-07", "closes: 2026-11-29"))
    assert [problem.code for problem in refused.value.problems] == ["offering-upside-down"]


def test_a_changed_statement_is_seen_on_page_and_paper(trial, losses) -> None:
    seen = losses(trial(CLOSED, RULEBOOK), (FRONT, "理财非存款，产品有风险，投资须谨慎"), printed=True)
    assert {(where, "statement-changed", "statements.not-a-deposit") for where in ("html", "pdf")} <= seen


@pytest.mark.parametrize(("words", "name"), [(BENCHMARK, "not-a-promise"), ("本人已经阅读风险揭示", "copy")])
def test_every_statement_is_looked_for(trial, losses, words: str, name: str) -> None:
    seen = losses(trial(CLOSED, RULEBOOK), (words, "…"))
    assert ("html", "statement-changed", f"statements.{name}") in seen


@pytest.mark.parametrize(
    ("style", "rule"), [("font-size: 9pt", "not-prominent"), ("font-weight: 400", "not-bold")]
)
def test_the_warning_in_front_may_not_be_small_or_thin(trial, losses, style: str, rule: str) -> None:
    edit = ("</head>", f"<style>#front .callout, #front .callout strong {{ {style} !important }}</style></head>")
    assert ("pdf", rule, "statements.not-a-deposit") in losses(trial(CLOSED, RULEBOOK), edit, printed=True)


def test_wording_without_the_warning_beside_the_benchmark_is_seen(trial) -> None:
    from dataclasses import replace

    from disclosure import regime
    from disclosure.check.rules import statement_missing

    (sheet,) = trial(CLOSED, RULEBOOK).sheets
    without = replace(sheet, facts=tuple(one for one in sheet.facts if one.path != "statements.not-a-promise"))
    rules = regime.load(RULEBOOK)
    assert [one.values["text"] for one in statement_missing.find(without, rules)] == [BENCHMARK]
    no_benchmark = replace(without, facts=tuple(f for f in without.facts if not f.path.startswith("returns.benchmark")))
    assert list(statement_missing.find(no_benchmark, rules)) == []


def test_before_the_law_was_in_force_the_rulebook_warns(trial, found) -> None:
    early = trial(CLOSED, RULEBOOK, ("as_of: 2026-11-24", "as_of: 2026-08-31"))
    assert found(early, "rulebook-out-of-date") == [("warning", "as_of")]
    assert found(trial(CLOSED, RULEBOOK), "rulebook-out-of-date") == []


def test_unread_words_are_told_of(trial) -> None:
    (told,) = (one for one in trial(CLOSED, RULEBOOK).findings if one.rule == "rulebook-unverified")
    assert (told.severity, told.values["text"]) == ("note", "not-a-promise, opinion, copy")


def test_the_matrix_is_read_as_written() -> None:
    written = source.read(shipped.folder("templates", "suitability.yaml")).data
    assert list(written) == ["cn-r5"] and written["cn-r5"]["verified"] == "no"
