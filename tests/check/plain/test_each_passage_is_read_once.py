"""A passage that was read before gives what it gave, for the same readers and in the same order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.check.plain import damaged, load, plain_findings
from disclosure.check.plain.registry import RULES, TOGETHER
from disclosure.check.plain.runner import _spots
from disclosure.text.passage import Passage
from disclosure.text.span import Span

PIECES = st.sampled_from(
    ["The fee ", "is paid by us", ". ", "。", "，", ", ", "; ", "(", ")", "（", "）", "not ", "unless ", "without ", "will be ", "may ",
     "possibly ", "and then you ", "and/or ", "5% ", "a 20% chance ", "annualised return of 3% ", "NAV ", "shall ", "accrue ", "bene t ",
     "profit1ng ", "USD 1,500,000 ", "2 million ", "the payment of ", "management fee ", "exit fee ", "redemption fee ", "very " * 30,
     "本产品", "的", "被扣", "不得不", "不", "收益敁率", "年化收益率5%", "概率为1%", "1.5万元", "15,000元", "进行评估", "和/或", "也许", "可能",
     "很长" * 20, "您", "\n", "1, 2, 3, 4, 5, 6 "]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=12).map("".join)
ROLES = st.sampled_from(["prose", "bullet", "heading", "cell", "statutory"])
PASSAGES = st.lists(st.builds(Passage, TEXTS, ROLES), max_size=6)


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(max_examples=300, deadline=None)
@given(passages=PASSAGES)
def test_all_rules_at_once_find_what_each_rule_finds_by_itself(lang: str, passages: list[Passage]) -> None:
    whole = plain_findings(passages, lang, "retail")
    assert whole == plain_findings(passages, lang, "retail", rules=list(RULES))
    assert whole == plain_findings(passages, lang, "retail")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(max_examples=150, deadline=None)
@given(passages=PASSAGES)
def test_damage_does_not_depend_on_the_reader(lang: str, passages: list[Passage]) -> None:
    rule = next(one for one in RULES if one.ID == "damaged-text")
    alone = frozenset(spot.passage for spot in _spots(rule, load(rule.ID), passages, lang, "default", ""))
    assert damaged(passages, lang) == damaged(passages, lang, "retail") == alone


def test_the_rules_that_read_passages_together_are_rules() -> None:
    assert {module.ID for module in RULES} > TOGETHER


def test_the_same_words_in_another_role_or_with_explained_terms_are_read_anew() -> None:
    words = "Interest will accrue daily."
    plain = plain_findings([Passage(words, "prose")], "en", "retail")
    assert [one.rule for one in plain] == ["legalese"]
    assert plain_findings([Passage(words, "statutory")], "en", "retail") == ()
    assert plain_findings([Passage(words, "prose", (Span(14, 20, "accrue"),))], "en", "retail") == ()
    assert plain_findings([Passage(words, "prose")], "en", "retail") == plain


def test_what_was_found_in_one_place_is_told_where_it_stands_now() -> None:
    shall = Passage("You shall pay.", "prose")
    first = plain_findings([shall], "en", "retail", sections=["cost"], paths=[[(20, "summary")]])
    second = plain_findings([Passage("Costs", "heading"), shall], "en", "retail", sections=["a", "tax"], paths=[[], [(20, "tax")]])
    assert [(one.section, one.path) for one in (*first, *second)] == [("cost", "summary"), ("tax", "tax")]
