"""The Chinese life insurance brochure: each thing that its rules want is broken once, and seen."""

import pytest

from disclosure import shipped

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

RULEBOOK, POLICY = "cn.life.brochure", "anhe-whole-life-savings"
COPY = "本人已阅读保险条款、产品说明书和投保提示书，了解本产品的特点和保单利益的不确定性"
DIVIDENDS = "本产品为分红保险，其红利分配是不确定的。"
PARTICIPATING = ("design: ordinary", "design: participating")
SHOWN = "".join(f"    - {{year: {year}, value: {year * 1000}}}\n" for year in range(1, 11))
ILLUSTRATED = ("  claims:\n", f"  illustrated:\n{SHOWN}  claims:\n")


def cut(start: str, end: str) -> tuple[str, str]:
    """The edit that takes a part out of the sample."""
    text = shipped.folder("products", f"{POLICY}.yaml").read_text(encoding="utf-8")
    return text[text.index(start) : text.index(end, text.index(start))], ""


def text_of(checked) -> str:
    (sheet,) = checked.sheets
    return "\n".join("".join(one.text for one in group) for _, _, group in sheet.everything())


def errors(checked) -> list[str]:
    return [one.rule for one in checked.findings if one.severity == "error" and one.rule != "plainness"]


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_the_sample_passes(trial, losses, lang: str) -> None:
    checked = trial(POLICY, RULEBOOK, lang=lang)
    assert errors(checked) == []
    assert losses(checked, printed=True) == set()


def test_the_languages_say_the_same(trial) -> None:
    chinese, english = (trial(POLICY, RULEBOOK, lang=lang) for lang in ("zh-CN", "en"))
    assert chinese.sheets[0].stated() ^ english.sheets[0].stated() == frozenset()
    assert "the Chinese document is the one that counts" in text_of(english)


def test_it_opens_with_the_long_term_and_the_loss_in_money(trial) -> None:
    (sheet,) = trial(POLICY, RULEBOOK).sheets
    front = "".join(s.text for block in sheet.sections[0].blocks for s in block.sentences)
    assert front.startswith("这是一份长期保险。")
    assert "已交保费1万元，只能拿回3,260元，损失6,740元" in front


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("  design: ordinary\n", "  example_person", "insurance.design"),
        ("  premium:", "  insured:", "insurance.premium"),
        ("  sum_insured:", "  premium:", "insurance.sum_insured"),
        ("  cooling_off:", "  waiting:", "insurance.cooling_off"),
        ("term:\n", "exit:\n", "term"),
        ("  insured:\n", "  not_insured:", "insurance.insured"),
        ("  not_insured:\n", "  restrictions:", "insurance.not_insured"),
        ("  example_person:", "  type: {zh-CN: 普通型", "insurance.example_person"),
        ("  cancel:\n", "  cooling_off:", "insurance.cancel"),
        ("  loses:\n", "returns:", "exit.loses"),
        ("fees:\n", "example:\n", "fees"),
        ("  complaints:\n", "distributor:", "provider.complaints"),
    ],
)
def test_a_field_that_the_rules_want_is_missed(trial, found, start: str, end: str, field: str) -> None:
    checked = trial(POLICY, RULEBOOK, cut(start, end))
    assert ("error", field) in found(checked, "missing-fact")
    assert "未说明" in text_of(checked) or "没有说明" in text_of(checked)


def test_the_first_ten_years_are_told_one_by_one(trial, found) -> None:
    gap = trial(POLICY, RULEBOOK, ("    - {year: 4, value: 27880, on_death: 49665}\n", ""))
    (told,) = (one for one in gap.findings if one.rule == "missing-fact" and one.severity == "error")
    assert (told.path, told.values["text"]) == ("insurance.cash_values", "insurance.cash_values[year 4]")


def test_a_contract_of_five_years_has_no_sixth(trial, found) -> None:
    five = ("term:\n  type: open\n  recommended: P20Y", "term:\n  type: fixed\n  length: P5Y")
    later = cut("    - {year: 6,", "  claims:")
    assert found(trial(POLICY, RULEBOOK, five, later), "missing-fact") == []
    assert ("error", "insurance.cash_values") in found(trial(POLICY, RULEBOOK, later), "missing-fact")


def test_an_ordinary_policy_is_signed_without_the_line(trial) -> None:
    said = text_of(trial(POLICY, RULEBOOK))
    assert COPY not in said and "投保人签名" in said


def test_uncertain_benefits_bring_the_warning_the_line_and_a_second_table(trial, found, losses) -> None:
    checked = trial(POLICY, RULEBOOK, PARTICIPATING, ILLUSTRATED)
    said = text_of(checked)
    assert COPY in said and DIVIDENDS in said and "可能一分也没有" in said
    assert errors(checked) == []
    assert losses(checked, printed=True) == set()
    bare = trial(POLICY, RULEBOOK, PARTICIPATING)
    assert found(bare, "missing-fact") == [("error", "insurance.illustrated")]


@pytest.mark.parametrize(
    ("design", "words"),
    [("universal", "结算利率超过最低保证利率的部分是不确定的"), ("unit_linked", "投资风险由投保人承担")],
)
def test_each_design_has_its_own_warning(trial, design: str, words: str) -> None:
    said = text_of(trial(POLICY, RULEBOOK, ("design: ordinary", f"design: {design}"), ILLUSTRATED))
    assert words in said and COPY in said and DIVIDENDS not in said


def test_wording_without_the_line_is_seen(trial) -> None:
    from dataclasses import replace

    from disclosure import regime
    from disclosure.check.rules import statement_missing

    rules = regime.load(RULEBOOK)
    (sheet,) = trial(POLICY, RULEBOOK, PARTICIPATING, ILLUSTRATED).sheets
    without = replace(sheet, facts=tuple(one for one in sheet.facts if one.path != "statements.copy"))
    assert [one.values["text"] for one in statement_missing.find(without, rules)] == [COPY]


def test_a_changed_line_and_a_small_warning_are_seen(trial, losses) -> None:
    checked = trial(POLICY, RULEBOOK, PARTICIPATING, ILLUSTRATED)
    small = "<style>#front .callout { font-size: 8pt !important }</style></head>"
    seen = losses(checked, ("投保提示书，了解", "投保提示书，清楚"), ("</head>", small), printed=True)
    assert {(where, "statement-changed", "statements.copy") for where in ("html", "pdf")} <= seen
    assert ("pdf", "not-prominent", "statements.participating") in seen


def test_before_the_rules_were_in_force_the_rulebook_warns(trial, found) -> None:
    early = trial(POLICY, RULEBOOK, ("as_of: 2026-11-24", "as_of: 2023-06-29"))
    assert found(early, "rulebook-out-of-date") == [("warning", "as_of")]
