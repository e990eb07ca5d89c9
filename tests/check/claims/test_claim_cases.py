"""The development cases: each claim is found where it stands, and nothing is found in a lawful sentence."""

from pathlib import Path

import pytest

from disclosure import source
from disclosure.check.claims import claims

LANGUAGES = ("en", "zh-CN")
CASES = {lang: source.read(Path(__file__).with_name(f"cases.{lang}.yaml")).data for lang in LANGUAGES}
BANNED = [(lang, family, text) for lang in LANGUAGES for family, texts in CASES[lang]["banned"].items() for text in texts]
LAWFUL = [(lang, text) for lang in LANGUAGES for text in CASES[lang]["lawful"]]


@pytest.mark.parametrize(("lang", "family", "text"), BANNED)
def test_a_claim_is_found_where_it_stands(unmarked, lang: str, family: str, text: str) -> None:
    source_text, start, end = unmarked(text)
    banned = [one for one in claims(source_text, lang) if one.verdict == "banned"]
    assert [one.rule for one in banned if one.start < end and start < one.end][:1] == [family]


@pytest.mark.parametrize(("lang", "text"), LAWFUL)
def test_a_lawful_sentence_is_left_alone(lang: str, text: str) -> None:
    assert [one for one in claims(text, lang) if one.verdict == "banned"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_many_cases_of_both_sorts(lang: str) -> None:
    assert sum(one[0] == lang for one in BANNED) >= 250
    assert sum(one[0] == lang for one in LAWFUL) >= 250


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claims_among_lawful_sentences_are_found_all_the_same(unmarked, lang: str) -> None:
    """One text of many paragraphs gives what its paragraphs give one by one, moved along."""
    lawful = [text for one, text in LAWFUL if one == lang and "?" not in text and "？" not in text][:40]
    marked = "«保本保收益»。" if lang == "zh-CN" else "Enjoy «guaranteed returns»."
    text, start, end = unmarked(marked)
    before = "\n\n".join(lawful[:20]) + "\n\n"
    found = claims(before + text + "\n\n" + "\n\n".join(lawful[20:]), lang)
    assert (len(before) + start, len(before) + end) in [(one.start, one.end) for one in found if one.verdict == "banned"]
