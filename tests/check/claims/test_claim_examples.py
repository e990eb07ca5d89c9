"""Every example in the claims files does what it says: it fires with these very words, or stays silent."""

import pytest

from disclosure.check.claims import claims, family, family_ids, shelf

EXAMPLES = [(lang, *example) for lang in shelf.LANGUAGES for example in shelf.examples(lang)]


@pytest.mark.parametrize(("lang", "name", "text", "fires"), EXAMPLES, ids=lambda one: str(one)[:40])
def test_an_example_fires_or_stays_silent(unmarked, lang: str, name: str, text: str, fires: bool) -> None:
    if not fires:
        assert claims(text, lang) == ()
        return
    source, start, end = unmarked(text)
    found = claims(source, lang)
    assert [(one.rule, one.start, one.end, one.verdict) for one in found] == [(name, start, end, "banned")]
    assert found[0].words == source[start:end]
    assert found[0].citation == family(name).citation[lang]


@pytest.mark.parametrize("lang", shelf.LANGUAGES)
def test_every_family_has_patterns_and_examples_of_both_sorts(lang: str) -> None:
    known = {pattern.family for pattern in shelf.language(lang).patterns}
    shown = {name for one, name, _, _ in EXAMPLES if one == lang}
    silent = {name for one, name, _, fires in EXAMPLES if one == lang and not fires}
    assert known == shown == silent == set(family_ids())


def test_every_family_says_why_and_what_instead_in_both_languages() -> None:
    for name in family_ids():
        one = family(name)
        for texts in (one.why, one.instead, one.citation):
            assert set(texts) == {"en", "zh-CN"} and all(texts.values()), name


@pytest.mark.parametrize("lang", shelf.LANGUAGES)
def test_no_part_of_the_grammar_matches_nothing_at_all(lang: str) -> None:
    grammar = shelf.language(lang).grammar
    for name in grammar.__dataclass_fields__:
        assert not getattr(grammar, name).match(""), name


def test_every_traditional_character_stands_for_one_simplified() -> None:
    table = shelf.habits().simplified
    assert all(len(one) == 1 for one in table.values())
    assert not set(map(chr, table)) & {one for one in table.values()} - {chr(a) for a, b in table.items() if chr(a) == b}
