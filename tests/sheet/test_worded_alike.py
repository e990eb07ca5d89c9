"""Products that are worded alike share a tree and sentences cut before, never each other's facts."""

from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.sheet.markup import tree
from disclosure.sheet.model import Fact, Run
from disclosure.sheet.terms import _joined, _sentences
from disclosure.sheet.trace import Trace
from disclosure.text import for_language
from disclosure.wording import load

PIECES = st.sampled_from(["a fee", "1.5%", ". ", "。", "！", "? ", "…", "…”", "\n", "\r", "\x0b", "\u2028", "- ", "1. ", "费用", "，", " ", "《A。B》", "...", "No. "])
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=10).map("".join)


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@given(parts=st.lists(TEXTS, max_size=4))
def test_runs_are_cut_where_the_language_cuts_their_text(lang: str, parts: list[str]) -> None:
    runs = tuple(Run(part, strong=bool(number % 2)) for number, part in enumerate(parts) if part)
    text = "".join(parts)
    found = _sentences(runs, lang)
    assert [one.text for one in found] == [span.text for span in for_language(lang).sentences(text)]
    assert {run.strong for one in found for run in one.runs} <= {run.strong for run in runs}


@given(parts=st.lists(TEXTS, max_size=4))
def test_a_line_break_is_a_blank_where_words_have_blanks(parts: list[str]) -> None:
    runs = tuple(map(Run, parts))
    assert "".join(run.text for run in _joined(runs, "en")) == "".join(parts).replace("\n", " ")
    assert "".join(run.text for run in _joined(runs, "zh-CN")) == "".join(parts).replace("\n", "")
    assert all(run.text for run in _joined(runs, "zh-CN"))


def test_each_section_has_its_own_facts_under_the_same_marks() -> None:
    trace = Trace(load("en"))
    first, second = (Fact("fees[0].rate", "rate", value, value) for value in ("1%", "2%"))
    before = trace.mark(first)
    trace.renew()
    assert trace.mark(second) == before and trace.marks == [second]


def test_like_texts_share_a_tree_that_nobody_changes() -> None:
    text = "# Costs\n\n| a | b |\n|---|---|\n| \ue000\ue100\ue100 | **c** |\n"
    before = tostring(tree(text))
    assert tree(text) is tree(text) and tostring(tree(text)) == before
