"""The definition's own terms lie over the house's, the house's over the shipped ones; readers are not crowded."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from disclosure import derive, product, regime, source, wording
from disclosure.glossary import Entry, Glossary
from disclosure.sheet import Sheet, compose
from disclosure.site import Checked

HOUSE = """\
defaults: {status: approved, reviewer: A. Reader, reviewed: 2026-11-20, category: house}
entries:
  - id: house.sweep
    term: sweep
    plain: automatic move of money
    define: A sweep moves money automatically.
    examples:
      - {text: "A sweep runs.", out: "A sweep (automatic move of money) runs."}
      - {text: "You sweepingly agree."}
"""


@pytest.fixture
def english(definition: str) -> str:
    """The small definition, in English alone."""
    return re.sub(r"zh-CN(: [^,}]*)?, ", "", definition)


def said(checked: Checked) -> str:
    (sheet,) = checked.sheets
    return " ".join(sentence.text for _, _, group in sheet.everything() for sentence in group)


def test_a_definition_explains_a_word_of_its_own(made: Callable[..., Checked], english: str) -> None:
    text = english.replace("fees:", "features:\n  - text: {en: A sweep runs daily.}\nfees:")
    own = "\nglossary:\n  - {lang: en, term: sweep, plain: a move between your accounts}\n"
    assert "A sweep (a move between your accounts) runs daily." in said(made(text + own))


def test_the_definition_lies_over_the_house(made: Callable[..., Checked], english: str, tmp_path: Path) -> None:
    (tmp_path / "g" / "en").mkdir(parents=True)
    (tmp_path / "g" / "en" / "house.yaml").write_text(HOUSE, encoding="utf-8")
    text = english.replace("fees:", "features:\n  - text: {en: A sweep runs daily.}\nfees:")
    house = (tmp_path / "g",)
    assert "A sweep (automatic move of money) runs" in said(made(text, glossaries=house))
    own = "\nglossary:\n  - {lang: en, id: house.sweep, term: sweep, plain: a move between your accounts}\n"
    assert "A sweep (a move between your accounts) runs" in said(made(text + own, glossaries=house))


def test_a_replaced_word_is_told_to_the_reviewer(made: Callable[..., Checked], english: str) -> None:
    text = english.replace("fees:", "features:\n  - text: {en: The sweep runs daily.}\nfees:")
    own = "\nglossary:\n  - {lang: en, term: sweep, plain: daily move, mode: replace}\n"
    checked = made(text + own)
    assert "The daily move runs daily." in said(checked)
    (note,) = [one for one in checked.findings if one.rule == "reworded"]
    assert (note.severity, note.path) == ("note", "features[0].text.en")
    assert dict(note.values) == {
        "original": "sweep", "shown": "daily move", "entry": "product.0", "start": "4", "end": "9",
    }  # fmt: skip
    (sheet,) = checked.sheets
    assert [term.original for term in sheet.terms if term.mode == "replace"] == []


TERMS = Glossary.of(
    Entry(f"x.{word}", "en", word, f"plain {word}er", define=f"A {word} is plain.") for word in ("wug", "zot", "blick")
)


def sheet_for(english: str, brackets: int, knows: frozenset[str] = frozenset(), most_words: int = 0) -> Sheet:
    text = english.replace("An account to save in.", "A wug and a zot and a blick. A blick again.")
    item = product.parse(source.parse(text, "x.yaml"))
    readers = replace(
        regime.audience("retail"), brackets=brackets, knows={"en": knows}, most_words=most_words
    )
    return compose(
        item, derive.derive(item), wording=wording.load("en"), regime=regime.load("plain.sheet"),
        glossary=TERMS, audience=readers,
    )  # fmt: skip


def summary(sheet: Sheet) -> str:
    return next(s.text for _, _, group in sheet.everything() for s in group if "wug" in s.text and "and" in s.text)


def test_a_sentence_holds_so_many_explanations(english: str) -> None:
    assert summary(sheet_for(english, 3)) == "A wug (plain wuger) and a zot (plain zoter) and a blick (plain blicker)."
    crowded = sheet_for(english, 1)
    assert summary(crowded) == "A wug (plain wuger) and a zot and a blick."
    assert [(term.original, term.mode) for term in crowded.terms] == [
        ("wug", "explain"), ("zot", "listed"), ("blick", "listed"),
    ]  # fmt: skip


def test_what_readers_know_is_not_explained(english: str) -> None:
    sheet = sheet_for(english, 3, knows=frozenset({"x.zot"}))
    assert summary(sheet) == "A wug (plain wuger) and a zot and a blick (plain blicker)."
    assert [term.original for term in sheet.terms] == ["wug", "blick"]


def test_the_list_of_words_keeps_first_what_stands_nowhere_else(english: str) -> None:
    sheet = sheet_for(english, 1, most_words=2)
    assert [term.original for term in sheet.listed] == ["zot", "blick"]
    assert [term.original for term in sheet_for(english, 1).listed] == ["wug", "zot", "blick"]
