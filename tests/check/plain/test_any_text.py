"""Whatever the text: every rule runs, and every place it names is really there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.check.plain import load
from disclosure.check.plain.registry import RULES
from disclosure.check.plain.runner import _spots
from disclosure.text.passage import Passage

PIECES = st.sampled_from(
    ["本产品", "的", "敁", "癿", "(", "（", ")", "）", "，", "。", ".", ",", "年化收益率", "5%", "1万元", "15,000元", "/", "和/或", " ", "\n",
     "shall", "not", "unless", "without", "the fee", "NAV", "(NAV)", "of ce", "may", "possibly", "make", "a payment", "被", "进行",
     "评估", "不", "不会", "rate", "rose by", "25 bp", "\ufffd", "â€™", "AABB", "exit fee", "redemption fee", "；", "1:30", "您", "你",
     "account balance", "management fee", "概率为", "0.000001%", "100%", "’", "[", "]", "\u2f00", "\U0001f600"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join)
ROLES = st.sampled_from(["prose", "bullet", "heading", "cell", "statutory"])
PASSAGES = st.lists(st.builds(Passage, TEXTS, ROLES), max_size=4)


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@settings(max_examples=150, deadline=None)
@given(passages=PASSAGES)
def test_every_rule_runs_and_points_at_what_is_there(lang: str, passages: list[Passage]) -> None:
    for module in RULES:
        for spot in _spots(module, load(module.ID), passages, lang, "retail", ""):
            text = passages[spot.passage].text
            assert 0 <= spot.start < spot.end <= len(text)
            assert text[spot.start : spot.end] == spot.words
