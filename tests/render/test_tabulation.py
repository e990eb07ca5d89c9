"""A table's columns are wide where its text is long, and figures stand under figures."""

from disclosure.render.tabulation import columns, is_narrow
from disclosure.sheet.model import Fact, Run, Sentence, Table


def said(text, kind=None):
    fact = Fact("x", kind, text, text) if kind else None
    return (Sentence((Run(text, fact=fact),)),)


FEES = Table(
    (said("Fee"), said("How much"), said("In money")),
    (
        (said("Entry fee"), said("3.00% of the money you pay in, at the start"), said("€300", "money")),
        (said("Management fee"), said("1.45% of the value of your holding every year"), said("–")),
    ),
)


def test_shares_never_exceed_the_width():
    assert 970 <= sum(column.share for column in columns(FEES)) <= 1000


def test_long_text_gets_the_most_room():
    first, second, third = (column.share for column in columns(FEES))
    assert second > first > third


def test_only_columns_of_figures_and_dashes_are_aligned_as_figures():
    assert [column.figures for column in columns(FEES)] == [False, False, True]


def test_a_column_that_mixes_figures_and_words_is_not():
    mixed = (Sentence((Run("€300", fact=Fact("x", "money", "300", "€300")), Run(" on top"))),)
    table = Table((said("Fee"), said("Sum")), ((said("Entry"), mixed),))
    assert [column.figures for column in columns(table)] == [False, False]


def test_a_long_code_is_kept_whole():
    table = Table((said("项目"), said("内容")), ((said("提供方许可证编号和名称"), said("B9901H232010001")),))
    assert columns(table)[1].share * 54 >= 17 * 1000


def test_narrow_tables():
    assert not is_narrow(FEES)
    assert is_narrow(Table((said("Year"), said("Result")), ((said("2024"), said("5%")),)))


def test_a_table_without_rows_has_columns():
    assert len(columns(Table((said("a"), said("b")), ()))) == 2


def test_all_tables_of_the_samples_fit(sheet):
    for section in sheet.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                assert 900 <= sum(column.share for column in columns(block)) <= 1000
