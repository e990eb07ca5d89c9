"""A claim in a definition stops its sheet; the finding leads to the field, says why and what to write."""

from dataclasses import replace

import pytest

from disclosure.check import gate
from disclosure.report.findings import message
from disclosure.site import Checked


def test_no_sample_makes_a_claim(checked: Checked) -> None:
    assert [one for one in checked.findings if one.rule == "banned-claim"] == []


@pytest.mark.parametrize(
    ("lang", "text", "words", "claim"),
    [
        ("en", "Your capital is guaranteed.", "capital is guaranteed", "guaranteed-principal"),
        ("zh-CN", "这个账户稳赚不赔。", "稳赚不赔", "guaranteed-return"),
    ],
)
def test_a_claim_in_a_text_is_an_error_at_its_field(made, definition, lang: str, text: str, words: str, claim: str) -> None:
    both = {"en": "It is easy.", "zh-CN": "很简单。"} | {lang: text}
    wealth = definition.replace("kind: deposit", "kind: wealth")
    found = [
        one for one in made(f'{wealth}how: {{zh-CN: "{both["zh-CN"]}", en: "{both["en"]}"}}\n').findings
        if one.rule == "banned-claim"
    ]
    assert {(one.severity, one.lang, one.path, one.words, one.values["claim"]) for one in found} == {("error", lang, "how", words, claim)}
    assert not gate(found).passed


def test_the_message_has_the_words_the_reason_and_the_advice(made, definition) -> None:
    text = definition.replace("kind: deposit", "kind: wealth") + 'how: {zh-CN: "保本理财。", en: "It is easy."}\n'
    found = next(one for one in made(text).findings if one.rule == "banned-claim")
    assert message(found, "en").startswith('"保本" may not be said to the public: it promises that no money can be lost (')
    assert message(found, "zh-CN").startswith("“保本”不能对公众这样说：这是在承诺不会亏本（")
    assert message(found, "zh-CN").endswith("写清在什么情况下会亏、最多亏多少；真有担保的，写明由谁担保、保多少、有什么条件")


def test_a_denial_is_no_claim(made, definition) -> None:
    text = definition.replace("kind: deposit", "kind: wealth")
    text += 'how: {zh-CN: "不保本，也不保证收益。", en: "Neither capital nor income is guaranteed."}\n'
    assert [one for one in made(text).findings if one.rule == "banned-claim"] == []


def test_a_doubtful_claim_warns_and_stops_nothing(made, definition) -> None:
    text = definition.replace("kind: deposit", "kind: wealth") + 'how: {zh-CN: "很简单。", en: "The target return is 4%."}\n'
    found = [one for one in made(text).findings if one.rule == "banned-claim"]
    assert {one.severity for one in found} == {"warning"}
    assert gate([replace(one) for one in found]).passed
