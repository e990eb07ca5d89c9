"""Tables that wording puts one after the other stay two tables, whatever its conditions leave between them."""

import pytest

from disclosure.sheet.markup import tree

ONE = "| A | B |\n|---|---|\n| a | b |\n"
TWO = "| C | D | E |\n|---|:--|--:|\n| c | d | e |\n| f | g | h |\n"


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.iter("tr")] for table in tree(text).iter("table")]


EXPECTED = [[["A", "B"], ["a", "b"]], [["C", "D", "E"], ["c", "d", "e"], ["f", "g", "h"]]]


@pytest.mark.parametrize("gap", ["", "\n", "\n\n\n", "Text.\n", "\n# Title\n\n"])
def test_two_tables(gap: str) -> None:
    assert tables(ONE + gap + TWO) == EXPECTED


def test_empty_lines_between_rows_do_not_matter() -> None:
    assert tables(TWO.replace("| e |\n", "| e |\n\n\n")) == EXPECTED[1:]


def test_rates_and_fees_of_a_loan_are_two_tables(data, sheet_of) -> None:
    name = {"zh-CN": "利率", "en": "Rate"}
    rate = {"id": "r", "kind": "variable", "name": name, "rate": "5.00%", "side": "charged_to_you"}
    loan = data(kind="loan", rates=[rate])
    for lang in ("en", "zh-CN"):
        sheet = sheet_of(loan, lang)
        (cost,) = (section for section in sheet.sections if section.id == "cost")
        rates, fees = (block for block in cost.blocks if type(block).__name__ == "Table")
        assert len(fees.header) == 4
        assert {run.fact.path for row in fees.rows for cell in row for one in cell for run in one.runs if run.fact} >= {
            "fees[0].name", "fees[0].rate", "fees[0].when",
        }


def test_no_sheet_shows_the_rule_under_a_header(checked) -> None:
    for sheet in checked.sheets:
        assert "---" not in "".join(one.text for _, _, group in sheet.everything() for one in group)
