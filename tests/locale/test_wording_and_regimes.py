"""What is shipped can be loaded; what does not exist is refused with what does."""

from decimal import Decimal

import pytest

from disclosure import regime, wording
from disclosure.errors import DisclosureError, Problem


def problem_of(load, *names: str) -> Problem:
    with pytest.raises(DisclosureError) as caught:
        load(*names)
    (problem,) = caught.value.problems
    return problem


def test_the_languages() -> None:
    assert wording.languages() == ("en", "zh-CN")
    assert [wording.load(lang).locale.tag for lang in wording.languages()] == ["en", "zh-CN"]


def test_both_languages_have_the_same_labels() -> None:
    shape = [
        {(group, key) for group, labels in wording.load(lang).labels.items() for key in labels}
        for lang in wording.languages()
    ]
    assert shape[0] == shape[1]


def test_an_unknown_language() -> None:
    problem = problem_of(wording.load, "fr")
    assert (problem.code, problem.values) == ("language-unknown", {"lang": "fr", "known": "en, zh-CN"})


@pytest.mark.parametrize("name", ["../en", "", "EN", "en/../zh-CN"])
def test_a_language_is_no_path(name: str) -> None:
    assert problem_of(wording.load, name).code == "language-unknown"


def test_an_unknown_label() -> None:
    problem = problem_of(wording.load("en").label, "basis", "moon")
    assert (problem.file, problem.field, problem.code) == ("en/labels.yaml", "basis.moon", "label-missing")


def test_every_file_of_a_wording_is_named() -> None:
    names = {path.name for path in wording.load("en").files()}
    assert {"locale.yaml", "labels.yaml", "cost.md", "glance.md"} <= names


def test_every_rulebook_and_audience_loads() -> None:
    assert "plain.sheet" in regime.names("regimes")
    assert {regime.load(name).id for name in regime.names("regimes")} == set(regime.names("regimes"))
    for name in regime.names("audiences"):
        for warn, fail in regime.audience(name).least_plainness.values():
            assert Decimal(0) <= fail <= warn <= Decimal(100)


@pytest.mark.parametrize("name", ["no.such", "../audiences/everyone", ""])
def test_an_unknown_rulebook_or_audience(name: str) -> None:
    problem = problem_of(regime.load, name)
    assert (problem.code, problem.values["text"]) == ("regime-unknown", name)
    assert "plain.sheet" in problem.values["known"]
    assert problem_of(regime.audience, name).code == "audience-unknown"


def test_every_section_of_a_rulebook_has_its_wording_in_each_language() -> None:
    for name in regime.names("regimes"):
        book = regime.load(name)
        for section in filter(None, (book.glance, *book.sections)):
            for lang in book.languages:
                assert (wording.load(lang).folder / section.wording).is_file(), (section.id, lang)


def test_every_level_of_a_scale_is_named_in_each_language() -> None:
    assert {name: len(scale["levels"]) for name, scale in wording.scales().items()} == {
        "cn-r5": 5, "eu-sri": 7, "provider-5": 5, "uk-cci": 10,
    }  # fmt: skip
    for scale in wording.scales().values():
        for lang in wording.languages():
            names = [level["name"][lang] for level in scale["levels"]]
            assert len(set(names)) == len(names)
