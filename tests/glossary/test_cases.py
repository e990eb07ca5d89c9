"""Texts that a careful user has an expectation of, in both languages; `cases.yaml` lists them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure.glossary import Glossary, given, language, replay, rewrite

GROUPS = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))


def cases() -> Iterator[Any]:
    for number, group in enumerate(GROUPS):
        for text in group["texts"]:
            before, after = text if isinstance(text, list) else (text, text)
            yield pytest.param(group["lang"], group["entries"], before, after, id=f"{group['about']} {number}: {before!a}")


@pytest.mark.parametrize("lang, rows, before, after", list(cases()))
def test_a_text_becomes_what_is_expected_and_then_stays(lang: str, rows: Any, before: str, after: str) -> None:
    lang = language(lang)
    glossary = Glossary.of(given(rows, lang), ambiguous=True)
    done = rewrite(before, glossary, lang=lang)
    assert done.text == after
    assert replay(before, done.edits) == after
    assert all(before[edit.start : edit.end] == edit.original for edit in done.edits)
    assert all(after[edit.text_start : edit.text_end] == edit.to for edit in done.edits)
    assert rewrite(after, glossary, lang=lang).text == after


def test_there_are_cases_enough_in_both_languages() -> None:
    counts = {lang: sum(len(group["texts"]) for group in GROUPS if language(group["lang"]) == lang) for lang in ("en", "zh-CN")}
    assert counts["en"] >= 300
    assert counts["zh-CN"] >= 100
