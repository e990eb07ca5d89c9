"""A definition that states next to nothing still becomes each document, and each section says what it lacks."""

from pathlib import Path

import pytest

from disclosure import regime
from disclosure.render.html import html
from disclosure.site import Options, check_one

BARE = """\
schema: disclosure/product/1
kind: {kind}
id: bare
version: "1"
languages: [zh-CN, en]
name: {{zh-CN: 某产品, en: A product}}
summary: {{zh-CN: 一款产品。, en: A product of a kind.}}
currency: CNY
as_of: 2026-11-24
provider:
  name: {{zh-CN: 某机构, en: A provider}}
{more}"""
DOCUMENTS = {
    "cn.wealth.risk_sheet": ("wealth", 12), "cn.fund.summary": ("fund", 7),
    "cn.life.brochure": ("insurance", 9), "hk.kfs": ("fund", 11),
}  # fmt: skip


def sheets(tmp_path: Path, rulebook: str, more: str = "") -> list[tuple[object, str]]:
    kind, _ = DOCUMENTS[rulebook]
    path = tmp_path / "bare.yaml"
    path.write_text(BARE.format(kind=kind, more=more), encoding="utf-8")
    return [(sheet, sheet.lang) for sheet in check_one(path, Options(regime=rulebook)).sheets]


@pytest.mark.parametrize("rulebook", DOCUMENTS)
def test_each_section_says_something(tmp_path, rulebook: str) -> None:
    for sheet, lang in sheets(tmp_path, rulebook):
        assert len(sheet.sections) == DOCUMENTS[rulebook][1]
        lacking = {"zh-CN": ("没有", "未说明"), "en": ("ot state", "no ", "No ")}[lang]
        for section in sheet.sections:
            assert section.blocks, section.id
        said = "".join(s.text for _, _, group in sheet.everything() for s in group)
        assert sum(said.count(word) for word in lacking) >= 5
        assert html(sheet)


@pytest.mark.parametrize("rulebook", DOCUMENTS)
def test_stating_that_there_is_no_fee_is_not_stating_nothing(tmp_path, rulebook: str) -> None:
    silent = [text(sheet) for sheet, _ in sheets(tmp_path, rulebook)]
    free = [text(sheet) for sheet, _ in sheets(tmp_path, rulebook, "fees: []\n")]
    assert all(one != other for one, other in zip(silent, free, strict=True))
    assert all("不等于不收费" not in one and "does not mean there are none" not in one for one in free)


@pytest.mark.parametrize("rulebook", DOCUMENTS)
def test_what_is_wanted_is_missed_by_name(tmp_path, rulebook: str) -> None:
    kind, _ = DOCUMENTS[rulebook]
    path = tmp_path / "bare.yaml"
    path.write_text(BARE.format(kind=kind, more=""), encoding="utf-8")
    checked = check_one(path, Options(regime=rulebook))
    missed = {one.path for one in checked.findings if one.rule == "missing-fact" and one.severity == "error"}
    wanted = {
        field for section in regime.load(rulebook).sections for field, severity, kinds in section.required
        if severity == "error" and (not kinds or kind in kinds)
    }  # fmt: skip
    assert wanted <= missed


def text(sheet) -> str:
    return "".join(s.text for _, _, group in sheet.everything() for s in group)
