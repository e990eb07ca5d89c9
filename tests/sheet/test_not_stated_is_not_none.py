"""What nobody stated, what is free, and what there is none of are three statements, in both languages."""

import re

import pytest

from disclosure.sheet import Sheet
from disclosure.sheet.model import parts

NOT_STATED = {"en": "not stated", "zh-CN": "没有说明|未说明|没有写明|没有公布"}
NO_FEES = {"en": "(?i)no fees", "zh-CN": "没有费用|(?<!不等于)不收费|不收任何费用"}


def said(sheet: Sheet, *sections: str) -> str:
    chosen = (one for one in sheet.parts if one.id in sections)
    groups = (group for section in chosen for block in section.blocks for _, group in parts(block))
    return "\n".join(one.text for group in groups for one in group)


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("kind", ["deposit", "wealth", "fund", "loan", "card", "insurance"])
def test_fees_left_out_are_never_no_fees(data, sheet_of, lang: str, kind: str) -> None:
    silent = data(kind=kind)
    del silent["fees"]
    sheet = sheet_of(silent, lang)
    assert not re.search(NO_FEES[lang], said(sheet, "glance", "cost"))
    assert re.search(NOT_STATED[lang], said(sheet, "cost")), said(sheet, "cost")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_an_empty_list_says_that_there_are_no_fees(data, sheet_of, lang: str) -> None:
    sheet = sheet_of(data(fees=[]), lang)
    assert re.search(NO_FEES[lang], said(sheet, "cost"))
    assert re.search(NO_FEES[lang], said(sheet, "glance"))


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_three_kinds_of_no_fee_are_told_apart(data, sheet_of, lang: str) -> None:
    name = {"zh-CN": "费", "en": "Fee"}
    fees = [
        {"id": status.replace("_", "-"), "name": name, "when": "exit", "status": status}
        for status in ("free", "not_charged_now", "not_stated")
    ]
    sheet = sheet_of(data(fees=fees), lang)
    shown = [fact.shown for fact in sheet.facts if re.fullmatch(r"fees\[\d\]\.status", fact.path)]
    assert len(set(shown)) == 3
    assert not any(re.search(r"\d", one) for one in shown)


@pytest.mark.parametrize("section", ["for-me", "lose-money", "money-out", "provider-fails", "complain"])
@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_every_question_that_nobody_answered_says_so(data, sheet_of, lang: str, section: str) -> None:
    assert re.search(NOT_STATED[lang], said(sheet_of(data(), lang), section)), said(sheet_of(data(), lang), section)
