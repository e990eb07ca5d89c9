"""The sheets of one product state the same facts in every language."""

import re

import pytest

from disclosure.site import Checked


@pytest.fixture
def bilingual(checked: Checked) -> Checked:
    """Each sample that is written in two languages."""
    if len(checked.product.languages) == 1:
        pytest.skip("this sample is written in one language")
    return checked


def test_both_languages_state_the_same_facts(bilingual: Checked) -> None:
    chinese, english = bilingual.sheets
    assert (chinese.lang, english.lang) == ("zh-CN", "en")
    assert chinese.stated() ^ english.stated() == frozenset()


def test_both_languages_state_them_as_often_in_each_section(bilingual: Checked) -> None:
    chinese, english = bilingual.sheets
    assert [section.id for section in chinese.sections] == [section.id for section in english.sections]
    for one, other in zip((chinese.glance, *chinese.sections), (english.glance, *english.sections), strict=True):
        paths = [
            {r.fact.path for b in s.blocks for r in runs(b) if r.fact and r.fact.kind != "choice"}
            for s in (one, other)
        ]
        assert paths[0] ^ paths[1] == set(), one.id


def test_english_wording_holds_no_chinese(checked: Checked) -> None:
    (english,) = (sheet for sheet in checked.sheets if sheet.lang == "en")
    groups = [block for section in (english.glance, *english.sections) for block in section.blocks]
    text = "".join(run.text for block in groups for run in runs(block) if not run.fact)
    assert re.findall("[\u3400-\u9fff]+", text) == []


def runs(block):
    from disclosure.sheet.model import parts

    return [run for _, group in parts(block) for one in group for run in one.runs]
