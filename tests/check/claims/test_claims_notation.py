"""The notation of the claims files means what it says, and refuses what it cannot read."""

import re

import pytest

from disclosure.check.claims import notation


@pytest.mark.parametrize(
    ("lang", "phrase", "yes", "no"),
    [
        ("en", "risk free", ["risk free", "risk-free", "risk  free"], ["riskfree", "brisk free", "risk freedom"]),
        ("en", "guarantee* [a|the]* return", ["guarantees a return", "guaranteed return"], ["guarantor return"]),
        ("en", "safe [and sound] bet", ["safe bet", "safe and sound bet"], ["safe and bet"]),
        ("en", "keep … safe", ["keep it safe", "keep all of it safe"], ["keep it not safe", "keep it, safe"]),
        ("en", "<n>% back", ["5% back", "1,000.5% back"], ["% back"]),
        ("zh-CN", "保[证|障]*本金", ["保本金", "保证本金"], ["保护本金"]),
        ("zh-CN", "承诺…收益", ["承诺收益", "承诺较高收益"], ["承诺不保收益", "承诺，收益"]),
        ("zh-CN", "存，取", ["存，取", "存,取"], ["存取"]),
    ],
)
def test_a_phrase_matches(lang: str, phrase: str, yes: list[str], no: list[str]) -> None:
    regex = re.compile(notation.read(phrase, lang)[0])
    assert [text for text in yes if not regex.search(text)] == []
    assert [text for text in no if regex.search(text)] == []


@pytest.mark.parametrize(
    ("phrase", "needs"),
    [
        ("risk free", [[{"risk"}, {"free"}]]),
        ("(best|top) fund", [[{"fund"}]]),
        ("[a] guarantee*", [[{"guarantee"}]]),
        ("(steady|sure) income … month", [[{"income"}, {"month"}, {"steady", "sure"}]]),
        ("no risk|(safe|sound) harbour", [[{"risk"}], [{"harbour"}, {"safe", "sound"}]]),
    ],
)
def test_a_phrase_names_words_that_every_match_holds(phrase: str, needs: list[list[set[str]]]) -> None:
    assert [[set(words) for words in way] for way in notation.read(phrase, "en")[1]] == needs


@pytest.mark.parametrize("phrase", ["(a", "a)", "[b", "b]"])
def test_a_bracket_left_open_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="clos"):
        notation.read(phrase, "en")


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(ValueError, match="no list of words is called capital"):
        notation.expand("{capital}", {})
