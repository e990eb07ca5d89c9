"""Replacing: number, case, article, line breaks; and where a term is no term."""

import pytest

from disclosure.glossary import Glossary, given, rewrite


def swap(text: str, term: str, plain: str, **more: object) -> str:
    glossary = Glossary.of(given([{"term": term, "plain": plain, **more}], "en"))
    return rewrite(text, glossary, lang="en").text


@pytest.mark.parametrize(
    "text, out",
    [
        ("A levy is due.", "An entry charge is due."),
        ("Pay a levy now.", "Pay an entry charge now."),
        ("LEVIES apply.", "ENTRY CHARGES apply."),
        ("The Levy and levies.", "The Entry charge and entry charges."),
        ("Grade A levy", "Grade A entry charge"),
        ("the levy's size", "the entry charge's size"),
        ("an unlevy, levying, pre-levy, levy-free", "an unlevy, levying, pre-levy, levy-free"),
        ("ｌｅｖｙ", "entry charge"),
        ("**levy** and _levy_", "**entry charge** and _entry charge_"),
        ("İ levy <b>levy</b>", "İ entry charge <b>entry charge</b>"),
        ("`levy` {{ levy }} https://x.org/levy levy.pdf 《levy》", "`levy` {{ levy }} https://x.org/levy levy.pdf 《levy》"),
        ("The levy\r\n\u3000levy\u200b.", "The entry charge\r\n\u3000entry charge\u200b."),
        ("levy¹", "entry charge¹"),
    ],
)
def test_a_levy_becomes_an_entry_charge(text: str, out: str) -> None:
    assert swap(text, "levy", "entry charge") == out


def test_an_becomes_a_by_sound() -> None:
    assert swap("an annuity", "annuity", "regular income") == "a regular income"
    assert swap("a levy", "levy", "hourly cost") == "an hourly cost"
    assert swap("a levy", "levy", "union cost") == "a union cost"


def test_an_article_of_the_wording_gives_way_to_one_in_the_text() -> None:
    assert swap("the levy", "levy", "a yearly charge") == "the yearly charge"
    assert swap("pay levy", "levy", "a yearly charge") == "pay a yearly charge"


def test_acronyms_match_by_case_also_in_the_plural() -> None:
    assert swap("NAVs rose, nav, NAVY, NAV", "NAV", "unit price") == "Unit prices rose, nav, NAVY, unit price"


def test_the_noun_before_of_takes_the_plural() -> None:
    assert swap("two levies", "levy", "price of one unit") == "two prices of one unit"
    assert swap("two levies", "levy", "price", plain_plural="costs") == "two costs"


def test_a_term_may_span_a_line_break_which_stays() -> None:
    assert swap("The net asset\nvalue fell.", "net asset value", "unit price") == "The unit\nprice fell."
    assert swap("net asset\n\nvalue", "net asset value", "unit price") == "net asset\n\nvalue"


def test_the_longest_of_the_terms_that_really_stand_there_wins() -> None:
    glossary = Glossary.of(given([{"term": "fund", "plain": "pot"}, {"term": "fund manager", "plain": "boss"}], "en"))
    assert rewrite("fund manager, fund managership", glossary, lang="en").text == "boss, pot managership"


def test_wording_is_literal() -> None:
    assert swap("levy", "levy", r"\1 $0 \g<0> <b>") == r"\1 $0 \g<0> <b>"


def test_a_negation_is_added_only_by_an_entry_that_says_so_and_never_to_another() -> None:
    text = "it is not waived; it is waived"
    assert swap(text, "waived", "not charged") == text
    assert swap(text, "waived", "not charged", negates=True) == "it is not waived; it is not charged"


def test_digits_never_meet() -> None:
    assert swap("3(levy)", "(levy)", "5%") == "3(levy)"


def test_text_that_says_the_plain_wording_is_left() -> None:
    assert swap("a mutual fund, a fund", "fund", "mutual fund") == "a mutual fund, a mutual fund"
    assert swap("levy (entry charge)", "levy", "entry charge") == "levy (entry charge)"


def test_context_decides_the_sense() -> None:
    rules = {"context": {"not_in": ["bond paper"], "only_if": ["issuer"], "never_if": ["bail"]}}
    assert swap("An issuer bond. A bond.", "bond", "loan", **rules) == "An issuer loan. A bond."
    assert swap("issuer bond paper", "bond", "loan", **rules) == "issuer bond paper"
    assert swap("issuer bail bond", "bond", "loan", **rules) == "issuer bail bond"


def test_two_senses_in_one_place_are_a_doubt() -> None:
    glossary = Glossary.of(
        given(
            [
                {"id": "a", "term": "drawdown", "plain": "fall", "kinds": ["fund"]},
                {"id": "b", "term": "drawdown", "plain": "payout", "kinds": ["loan"]},
            ],
            "en",
        )
    )
    unsure = rewrite("the drawdown", glossary, lang="en")
    assert (unsure.text, {doubt.reason for doubt in unsure.doubts}) == ("the drawdown", {"sense"})
    assert rewrite("the drawdown", glossary, lang="en", kind="loan").text == "the payout"


def test_places_of_the_caller_are_left() -> None:
    glossary = Glossary.of(given([{"term": "levy", "plain": "charge"}], "en"))
    assert rewrite("levy levy", glossary, lang="en", protected=[(0, 4)]).text == "levy charge"
