"""The texts of real bank products: rewritten with the whole glossary, no figure and no negation changes."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from disclosure.glossary import load, replay, rewrite

ROOT = Path(__file__).parents[2]
REAL = ROOT / os.environ.get("DISCLOSURE_SHARED", "../shared") / "real" / "cdr_full"
NEGATORS = re.compile(r"\b(?:not|no|never|without|unless|cannot|neither|nor|none)\b|n['’]t\b", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[!-;=?-~]+")


def texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from texts(one)
    elif isinstance(data, str):
        yield data


@pytest.fixture(scope="module")
def records() -> dict[str, list[str]]:
    found = {path.stem: list(texts(json.loads(path.read_text("utf-8")))) for path in sorted(REAL.glob("*.json"))}
    if not found:
        pytest.skip("no real records on this machine (set DISCLOSURE_SHARED)")
    return found


def test_no_figure_no_negation_and_no_address_changes_in_any_text(records: dict[str, list[str]]) -> None:
    glossary = load("en", [ROOT / "glossary"])
    changed = 0
    for text in sorted({text for found in records.values() for text in found}):
        done = rewrite(text, glossary, lang="en")
        changed += bool(done.edits)
        assert replay(text, done.edits) == done.text
        bare, last = "", 0
        for edit in done.edits:
            bare += text[last : edit.start] + (edit.original if edit.mode in ("explain", "required") else edit.to)
            last = edit.end
        bare += text[last:]
        assert re.findall(r"\d+(?:[.,]\d+)*%?", bare) == re.findall(r"\d+(?:[.,]\d+)*%?", text)
        assert Counter(map(str.lower, NEGATORS.findall(bare))) == Counter(map(str.lower, NEGATORS.findall(text)))
        assert ADDRESS.findall(done.text) == ADDRESS.findall(text)
        assert rewrite(done.text, glossary, lang="en").text == done.text
    assert changed > 100


def test_the_records_are_all_there(records: dict[str, list[str]]) -> None:
    assert len(records) == 311
