"""Each sample's sheet says what was read and approved, word for word."""

import difflib
from pathlib import Path

import pytest
from sheet_text import text

from disclosure.sheet import Sheet
from disclosure.site import Checked

FOLDER = Path(__file__).parent
ADVICE = "is not as approved; read the difference, and if it is meant, run scripts/update-golden"


def unlike(sheet: Sheet) -> str:
    """The difference between a sheet and its golden file, or nothing."""
    file = FOLDER / f"{sheet.product}.{sheet.lang}.txt"
    approved = file.read_text(encoding="utf-8") if file.is_file() else ""
    lines = difflib.unified_diff(approved.splitlines(), text(sheet).splitlines(), "approved", "now", lineterm="", n=1)
    return "\n".join(lines)


def test_a_sheet_says_what_was_approved(checked: Checked) -> None:
    for sheet in checked.sheets:
        if difference := unlike(sheet):
            pytest.fail(f"{sheet.product}.{sheet.lang}.txt {ADVICE}\n{difference}", pytrace=False)


def test_each_golden_file_belongs_to_a_sample(everything: dict[str, Checked]) -> None:
    sheets = {f"{s.product}.{s.lang}.txt" for checked in everything.values() for s in checked.sheets}
    stray = {path.name for path in FOLDER.glob("*.txt")} - sheets
    assert not stray, f"{sorted(stray)}: run scripts/update-golden"
