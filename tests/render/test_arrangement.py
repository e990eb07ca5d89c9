"""Short things stand side by side, and nothing is lost or put out of order."""

from disclosure.render.arrangement import arranged, ending, is_terse, paired
from disclosure.sheet.model import Bullets, Heading, Paragraph, Run, Section, Sentence, Table, Term


def said(text):
    return (Sentence((Run(text),)),)


def bullets(*items):
    return Bullets(tuple(said(item) for item in items))


def columns(blocks):
    return [len(row.columns) for row in arranged(blocks)]


def test_read_column_by_column_the_blocks_keep_their_order(sheet):
    for section in sheet.parts:
        read = [block for row in arranged(section.blocks) for part in row.columns for block in part]
        assert read == list(section.blocks)


def test_sections_keep_their_order(sheet):
    assert sum(paired(sheet.sections), ()) == sheet.sections


def test_a_list_of_what_suits_stands_beside_one_of_what_does_not():
    blocks = [Heading(said("For")), bullets("one", "two"), Heading(said("Not for")), bullets("one", "two")]
    (row,) = arranged(blocks)
    assert row.columns == (tuple(blocks[:2]), tuple(blocks[2:]))


def test_a_long_text_takes_the_whole_measure():
    assert columns([Heading(said("Long")), Paragraph(said("word " * 300))]) == [1, 1]


def test_no_blocks_make_no_rows():
    assert arranged([]) == ()


def test_two_narrow_tables_stand_side_by_side():
    table = Table((said("Year"), said("Result")), ((said("2024"), said("1%")), (said("2025"), said("2%"))))
    assert columns([table, table]) == [2]


def test_two_brief_sections_share_a_row():
    brief = [Section(str(n), said("?"), (Paragraph(said("Yes.")),)) for n in range(3)]
    table = Section("t", said("?"), (Table((said("a"),), ((said("b"),),)),))
    assert [len(group) for group in paired([table, *brief])] == [1, 1, 2]


def test_only_a_list_of_short_items_is_terse():
    assert is_terse(bullets("one", "two"))
    assert not is_terse(bullets("one"))
    assert not is_terse(bullets("one", "word " * 20))


def test_every_explained_word_is_listed_once(sheet):
    end = ending(sheet.sections[-1], sheet.listed)
    assert sum(end.lists, ()) == sheet.listed


def test_one_explained_word_makes_one_list_or_an_empty_second():
    term = Term("x", "explain", "x", "y", "z")
    section = Section("s", said("?"), (Paragraph(said("Yes.")),))
    assert sum(ending(section, [term]).lists, ()) == (term,)
