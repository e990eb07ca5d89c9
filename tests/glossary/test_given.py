"""Entries that come with a request: what suffices, what is passed over, what cannot be used."""

from typing import Any

import pytest

from disclosure.errors import DisclosureError
from disclosure.glossary import Entry, Glossary, given, language, rewrite


def one(**row: Any) -> Entry:
    (entry,) = given([row], "en")
    return entry


def test_term_and_plain_suffice_and_the_mode_is_replace() -> None:
    entry = one(term="levy", plain="charge")
    assert (entry.id, entry.mode, entry.status, entry.negates) == ("levy", "replace", "draft", False)


def test_what_is_empty_or_unknown_is_passed_over() -> None:
    assert one(term="levy", plain="charge", forms=None, mode=None, colour="red", source="us", reviewed=3) == one(term="levy", plain="charge")


def test_sense_and_negates_are_read() -> None:
    entry = one(term="levy", plain="charge", sense="money, not troops", negates="true")
    assert (entry.sense, entry.negates) == ("money, not troops", True)


def test_one_form_and_one_kind_need_no_list() -> None:
    entry = one(term="levy", plain="charge", forms="impost", kinds="fund", context={"not_in": "troop levy"})
    assert (entry.forms, entry.kinds, entry.context.not_in) == (("impost",), ("fund",), ("troop levy",))


def test_what_must_not_be_replaced_by_law_is_required() -> None:
    assert one(term="levy", plain="charge", legal=True).mode == "required"


def test_entries_of_another_language_are_passed_over() -> None:
    assert given([{"term": "levy", "plain": "charge", "lang": "zh-CN"}], "en") == ()
    assert len(given([{"term": "levy", "plain": "charge", "lang": "en-GB"}], "en")) == 1


@pytest.mark.parametrize("tag, name", [("zh", "zh-CN"), ("zh_Hans", "zh-CN"), ("ZH-cn", "zh-CN"), ("en-US", "en"), ("fr", "fr")])
def test_languages_have_one_name(tag: str, name: str) -> None:
    assert language(tag) == name


def test_two_entries_of_one_term_are_told_apart_whatever_their_order() -> None:
    rows = [{"term": "levy", "plain": "charge"}, {"term": "levy", "plain": "tax"}, {"term": "levy", "plain": "charge"}]
    found = given(rows, "en")
    assert [entry.id for entry in found] == ["levy", "levy#2"]
    assert given(rows[::-1], "en") == found


@pytest.mark.parametrize(
    "items, problem",
    [
        ("levy", ("glossary", "glossary-not-a-list")),
        (["levy"], ("glossary[0]", "glossary-not-a-mapping")),
        ([{"plain": "charge"}], ("glossary[0].term", "glossary-missing")),
        ([{"term": "levy"}], ("glossary[0].plain", "glossary-missing")),
        ([{"term": 5, "plain": "charge"}], ("glossary[0].term", "glossary-not-text")),
        ([{"term": "levy", "plain": "charge", "mode": "swap"}], ("glossary[0].mode", "glossary-unknown-value")),
        ([{"term": "levy", "plain": "charge", "negates": "perhaps"}], ("glossary[0].negates", "glossary-unknown-value")),
    ],
)
def test_what_cannot_be_used_is_named(items: Any, problem: tuple[str, str]) -> None:
    with pytest.raises(DisclosureError) as caught:
        given(items, "en")
    assert problem in [(one.field, one.code) for one in caught.value.problems]


def test_a_retired_entry_does_nothing_and_silences_the_one_below() -> None:
    shipped = Glossary.of([Entry("a", "en", "levy", plain="charge", mode="replace")])
    house = Glossary.of([Entry("a", "en", "levy", plain="charge", status="retired")])
    assert rewrite("a levy", shipped, lang="en").text == "a charge"
    assert rewrite("a levy", shipped.merge(house), lang="en").text == "a levy"
    other = Glossary.of([Entry("b", "en", "levy", plain="tax", status="retired")])
    assert rewrite("a levy", shipped.merge(other), lang="en").text == "a charge"
