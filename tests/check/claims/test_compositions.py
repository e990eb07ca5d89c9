"""Classes of words that stand together make a claim, in wordings that nobody listed."""

import pytest

from disclosure.check.claims import claims, shelf, spelling
from disclosure.check.claims.compose import Composition, Said, orders
from disclosure.check.claims.judgement import REMEMBERED, made


@pytest.mark.parametrize(
    ("phrase", "wordings"),
    [
        ("risk-free", {"risk free"}),
        ("los(e|es)", {"lose", "loses"}),
        ("[a] gain", {"a gain", "gain"}),
        ("win*", {"win*"}),
        (r"\(", {"("}),
        ("不[会]亏(本|钱)", {"不亏本", "不亏钱", "不会亏本", "不会亏钱"}),
    ],
)
def test_a_word_of_a_class_is_spelt_out(phrase: str, wordings: set[str]) -> None:
    assert spelling.spell(phrase) == wordings


@pytest.mark.parametrize("phrase", ["(a", "a)", "a…b", "<n> pounds", "a* b"])
def test_a_word_of_a_class_has_no_gap(phrase: str) -> None:
    with pytest.raises(ValueError):
        spelling.spell(phrase)


def test_slots_stand_in_order_and_near_each_other() -> None:
    rule = Composition((frozenset({"deny"}), frozenset({"lose"})), 1)
    text = "you never lose; no cost, and you lose"
    said = Said(text, {"deny": [(4, 9), (16, 18)], "lose": [(10, 14), (33, 37)], "comma": [(14, 15), (23, 24)]})
    assert [(place.start, place.end) for place in rule.places(said)] == [(4, 14)]


def test_what_is_weakened_or_depends_on_a_case_is_no_claim_unless_it_says_so() -> None:
    text = "it may never lose"
    said = Said(text, {"hedge": [(3, 6)], "deny": [(7, 12)], "lose": [(13, 17)]})
    slots = (frozenset({"deny"}), frozenset({"lose"}))
    assert list(Composition(slots, 1).places(said)) == []
    assert len(list(Composition(slots, 1, hedged=True).places(said))) == 1


def test_a_negator_turned_round_is_none() -> None:
    text = "cannot avoid a loss"
    said = Said(text, {"deny": [(0, 6)], "undo": [(7, 12)], "loss": [(15, 19)]})
    assert list(Composition((frozenset({"deny"}), frozenset({"loss"})), 4).places(said)) == []


def test_equal_slots_have_one_order() -> None:
    one = frozenset({"hurry"})
    assert list(orders((one, one))) == [(one, one)]


@pytest.mark.parametrize(
    ("lang", "text", "family"),
    [
        ("en", "Nobody who joins can ever lose a cent of the stake.", "guaranteed-principal"),
        ("en", "Our algorithm has never been wrong.", "no-loss-history"),
        ("en", "The note fund is a deposit in all but name.", "investment-as-deposit"),
        ("zh-CN", "亏了算我们的。", "guaranteed-principal"),
        ("zh-CN", "这只债基说白了就是高息存款。", "investment-as-deposit"),
    ],
)
def test_a_wording_that_nobody_listed_is_found(lang: str, text: str, family: str) -> None:
    assert [one.rule for one in claims(text, lang)] == [family]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "There is no protection against losses."),
        ("en", "He told me that nobody can lose a cent of the stake."),
        ("zh-CN", "分散投资不能消除亏损。"),
        ("zh-CN", "对方说亏了算他们的，结果血本无归。"),
    ],
)
def test_the_same_words_are_lawful_where_nothing_is_claimed(lang: str, text: str) -> None:
    assert claims(text, lang) == ()


def test_the_class_words_of_one_language_say_nothing_in_the_other() -> None:
    assert claims("A rate lies between 1% and 100%.", "en") == ()


def test_every_class_is_used_by_a_composition_or_by_the_engine() -> None:
    own = {"deny", "rid", "undo", "hedge", "if", "stop", "comma", "inert"}
    for lang in shelf.LANGUAGES:
        rules = [one.say for one in shelf.language(lang).patterns if isinstance(one.say, Composition)]
        used = {name for rule in rules for slot in (*rule.slots, rule.without, rule.absent) for name in slot}
        assert set(shelf.language(lang).classes) - own == used - own


def test_a_line_is_remembered_and_no_more_than_so_many() -> None:
    made.cache_clear()
    claims("保本保息。", "zh-CN")
    claims("保本保息。", "zh-CN", kind="fund")
    assert made.cache_info().hits == 1 and made.cache_info().maxsize == REMEMBERED
