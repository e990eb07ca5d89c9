"""Every value printed on a sheet knows the field it came from, its value without language, and its print."""

from collections.abc import Mapping

import pytest

from disclosure.sheet import Fact, Sheet
from disclosure.site import Checked


def facts(sheet: Sheet, path: str) -> set[Fact]:
    return {fact for fact in sheet.facts if fact.path == path}


@pytest.mark.parametrize(
    ("path", "kind", "value", "chinese", "english"),
    [
        ("fees[1].rate", "rate", "0.3%", "0.30%", "0.30%"),
        ("fees[1].waivers[0].instead_rate", "rate", "0.1%", "0.10%", "0.10%"),
        ("fees[1].waivers[0].until", "date", "2027-03-31", "2027年3月31日", "31\u00a0March\u00a02027"),
        ("limits[2].amount", "money", "1000000 CNY", "100万元", "CNY\u00a01,000,000"),
        ("term.length", "period", "P180D", "180天", "180\u00a0days"),
        ("figures.worst.loss", "money", "650 CNY", "650元", "CNY\u00a0650"),
        ("name", "name", "", "恒江稳健封闭式理财（180天）",
         "Hengjiang Stable Closed-End Wealth Product (180 days)"),
        ("codes[0].value", "name", "Z7999926000118", "Z7999926000118", "Z7999926000118"),
    ],
)
def test_a_fact_has_path_value_and_print(
    everything: Mapping[str, Checked], path: str, kind: str, value: str, chinese: str, english: str
) -> None:
    for sheet, shown in zip(everything["hengjiang-stable-180d"].sheets, (chinese, english), strict=True):
        assert facts(sheet, path) == {Fact(path, kind, value, shown)}  # type: ignore[arg-type]


def test_a_choice_is_a_fact_in_words(everything: Mapping[str, Checked]) -> None:
    chinese, english = everything["hengjiang-stable-180d"].sheets
    (said,), (told,) = facts(chinese, "risk.ratings[1].level"), facts(english, "risk.ratings[1].level")
    assert (said.kind, said.value) == (told.kind, told.value) == ("choice", "cn-r5:3")
    assert said.shown.startswith("R3") and told.shown.startswith("R3") and said.shown != told.shown


def test_the_facts_of_a_sheet_are_those_that_stand_on_it(checked: Checked) -> None:
    for sheet in checked.sheets:
        printed = {
            run.fact for _, _, group in sheet.everything() for one in group for run in one.runs if run.fact
        }
        assert printed == set(sheet.facts)
        assert len(sheet.facts) == len(printed)


def test_every_digit_of_running_text_belongs_to_a_fact_or_a_term(checked: Checked) -> None:
    for sheet in checked.sheets:
        stray = [
            run.text
            for _, _, group in sheet.everything()
            for one in group
            for run in one.runs
            if not run.fact and not run.term and any(map(str.isdigit, run.text))
        ]
        assert stray == []


def test_a_fact_dropped_by_wording_is_not_on_the_sheet(data, edited, sheet_of) -> None:
    words = edited("what.md", "{% set dropped %}{{ p.tax }}{% endset %}\n")
    sheet = sheet_of(data(tax={"zh-CN": "无税", "en": "No tax."}), words=words)
    assert [fact.path for fact in sheet.facts if fact.path == "tax"] == ["tax"]  # printed by cost.md
    (words.folder / "cost.md").write_text("# What does it cost?\n", encoding="utf-8")
    assert facts(sheet_of(data(tax={"zh-CN": "无税", "en": "No tax."}), words=words), "tax") == set()
