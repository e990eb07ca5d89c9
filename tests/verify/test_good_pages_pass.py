"""A page that shows everything is believed, however its lines break."""

import pytest

from disclosure.render.html import html
from disclosure.site import Checked
from disclosure.document import FAMILY
from disclosure.verify import expectation, prove
from disclosure.verify.walk import Loose, in_any_order
from disclosure.verify.words import squeezed


def test_every_page_of_every_sample_passes(checked: Checked) -> None:
    for sheet in checked.sheets:
        assert prove(expectation(sheet, FAMILY), html(sheet), None) == ()


def test_every_published_file_passes(checked: Checked, site) -> None:
    for sheet in checked.sheets:
        folder = site / sheet.product
        page = (folder / f"{sheet.lang}.html").read_text(encoding="utf-8")
        assert prove(expectation(sheet, FAMILY), page, (folder / f"{sheet.lang}.pdf").read_bytes()) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" of the value", "\n   of\u00a0the value"),
        ("bonds", "bo\u00adnds"),
        ("</p>", "</p>\n<!-- nothing -->\n"),
        ("<main", "<main data-x='not &lt;p&gt;'"),
        ("CNY", "C<b>N</b>Y"),
        ("</body>", "<p hidden>more<br>and more</p></body>"),
    ],
)
def test_the_writing_of_the_page_does_not_matter(pages, proved, old: str, new: str) -> None:
    head, start, body = pages["en"].partition("<body")
    assert old in body
    assert proved("en", head + start + body.replace(old, new)) == ()


def test_what_is_expected_is_what_the_sheet_says(sheets) -> None:
    expected = expectation(sheets["en"], FAMILY)
    assert ("fees[1].rate", "0.30%") in expected.facts
    assert ("codes[0].value", "Z7999926000118") in expected.facts
    said = [one for passage in expected.passages for one in passage.sentences]
    assert "It is not a deposit, and you can lose money." in said
    assert len(said) > 80
    shown = {fact.path for fact in sheets["en"].facts if fact.kind not in ("text", "statutory")}
    assert {path for path, _ in expected.facts} == shown


def test_each_fact_stands_where_its_passage_says(sheets) -> None:
    for sheet in sheets.values():
        for passage in expectation(sheet, FAMILY).passages:
            for one in passage.stated:
                assert passage.words[one.start : one.end] == squeezed(one.shown)


def test_rows_of_tables_are_known(sheets) -> None:
    expected = expectation(sheets["en"], FAMILY)
    fees = next(table for table in expected.tables if expected.passages[table[0][0]].sentences == ("Fee",))
    names = ["".join(expected.passages[row[0]].sentences) for row in fees]
    assert names[0] == "Fee" and names[2].startswith("Management fee")
    assert len({len(row) for row in fees}) == 1


def test_a_line_may_break_in_a_code_but_not_in_a_figure(pages, proved) -> None:
    assert proved("en", pages["en"].replace("Z7999926000118", "Z7999926<br>000118")) == ()
    losses = proved("en", pages["en"].replace("1,000,000", "1,000,<br>000"))
    assert [loss.path for loss in losses if loss.path.startswith("limits")] == ["limits[2].amount"]


def test_a_code_with_another_digit_is_lost(pages, proved) -> None:
    for wrong in ("Z7999926000119", "Z79999260001180", "Z799992600011"):
        losses = proved("en", pages["en"].replace("Z7999926000118", wrong))
        assert "codes[0].value" in {loss.path for loss in losses}


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        (("It is not a deposit.",), True),
        (("First. It is not", "a deposit. More."), True),
        (("It is not [a drawing]", "a deposit. More."), True),
        (("It is", "a deposit. More."), False),
        (("It is not", "More. a deposit."), False),
        (("a deposit.", "It is not"), False),
    ],
)
def test_a_sentence_may_be_parted_by_a_page_only(pages: tuple[str, ...], found: bool) -> None:
    tight = [squeezed(page) for page in pages]
    breaks = [len(tight[0])] if len(tight) > 1 else []
    missing, _ = in_any_order(["Itisnotadeposit."], Loose((), ()), "".join(tight), breaks)
    assert (not missing) == found
