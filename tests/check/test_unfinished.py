"""A placeholder that was left in a definition is an error, in the language it stands in."""

import pytest

from disclosure.check import gate


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("待填写：税", "Tax is yours.", [("error", "zh-CN", "tax.zh-CN")]),
        ("税款自理。", "TODO: tax", [("error", "en", "tax.en")]),
        ("TODO", "Pay (TODO) tax.", [("error", "zh-CN", "tax.zh-CN"), ("error", "en", "tax.en")]),
        ("自理。", "TODOS and todo lists are taxed.", []),
    ],
)
def test_a_placeholder_is_seen(made, definition, seen, chinese, english, expected) -> None:
    checked = made(f'{definition}tax: {{zh-CN: "{chinese}", en: "{english}"}}\n')
    assert seen(checked.findings, "unfinished") == expected
    assert gate(checked.findings).passed == (not expected)


def test_it_is_seen_in_any_depth(made, definition, seen) -> None:
    text = definition.replace("年费, en: Yearly fee", "年费, en: TODO")
    assert seen(made(text).findings, "unfinished") == [("error", "en", "fees[0].name.en")]
