"""Languages that do not state the same are seen: the sheets by their facts, the texts by their numbers."""

from dataclasses import replace

import pytest

from disclosure.check import compare
from disclosure.check.rules.same_facts import find, numbers


def tax(definition: str, chinese: str, english: str) -> str:
    return f'{definition}tax: {{zh-CN: "{chinese}", en: "{english}"}}\n'


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("赔付最高50万元", "It pays up to 500,000."),
        ("赔付最高1.5万元", "It pays up to 15,000."),
        ("赔付最高2亿元", "It pays up to 200 million."),
        ("赔付最高1,000万元", "It pays up to 10,000,000."),
        ("税率2.50%，分3次", "In 3 parts, at 2.5%."),
        ("工作日9:00至17:30", "From 9:00 to 17:30 on working days."),
        ("到2027年3月31日为止", "Until 31 March 2027."),
        ("从2027年5月1日起", "From May 1, 2027."),
        ("没有数字", "No number."),
    ],
)
def test_the_same_numbers_in_other_habits_agree(made, definition, seen, chinese: str, english: str) -> None:
    found = made(tax(definition, chinese, english)).compared
    assert seen(found, "languages-differ") == []


@pytest.mark.parametrize(
    ("chinese", "english", "unlike"),
    [
        ("赔付最高50万元", "It pays up to 50,000.", "50,000, 500,000"),
        ("赔付最高50万元", "It pays up to 50 million.", "500,000, 50,000,000"),
        ("收3次，每次5元", "Charged 5 each time.", "3"),
        ("收3次，每次3元", "Charged 3 each time.", "3"),
        ("税率2.5%", "The rate is 25%.", "2.5, 25"),
        ("到2027年3月31日", "Until 31 May 2027.", "3, 5"),
    ],
)
def test_other_numbers_are_seen(made, definition, seen, chinese: str, english: str, unlike: str) -> None:
    found = made(tax(definition, chinese, english)).compared
    assert seen(found, "languages-differ") == [("error", "en", "tax.en")]
    assert sorted(found[0].values["text"].split(", ")) == sorted(unlike.split(", "))


def test_every_text_is_compared(made, definition, seen) -> None:
    text = definition.replace("年费, en: Yearly fee", "2号年费, en: Yearly fee").replace("银行, en: Bank", "银行, en: Bank 1")
    assert seen(made(text).compared, "languages-differ") == [
        ("error", "en", "provider.name.en"), ("error", "en", "fees[0].name.en"),
    ]


def test_a_fact_that_one_sheet_lacks_is_named(everything) -> None:
    chinese, english = everything["hengjiang-stable-180d"].sheets
    less = replace(english, facts=tuple(fact for fact in english.facts if fact.path != "fees[1].rate"))
    (found,) = find((chinese, less))
    assert (found.rule, found.severity, found.lang, found.path, found.values["text"]) == (
        "languages-differ", "error", "en", "fees[1].rate", "0.3%",
    )


def test_a_fact_with_another_value_is_named_on_both_sides(everything) -> None:
    chinese, english = everything["hengjiang-stable-180d"].sheets
    facts = tuple(replace(f, value="0.9%") if f.path == "fees[1].rate" else f for f in english.facts)
    found = find((chinese, replace(english, facts=facts)))
    assert [(one.lang, one.path, one.values["text"]) for one in found] == [
        ("zh-CN", "fees[1].rate", "0.9%"), ("en", "fees[1].rate", "0.3%"),
    ]


def test_one_language_has_nothing_to_compare(made, definition) -> None:
    assert made(definition, languages=("en",)).compared == ()
    assert compare(made(definition).sheets[:1], made(definition).product) == ()


def test_numbers_are_exact() -> None:
    assert numbers("0.10%") == numbers("0.1%") != numbers("0.01%")
