"""Headings and cells are read for their words only; wording fixed by law moves no score."""

import pytest

from disclosure.text.readability import Passage, read

LONG = "We pay you each month and you pay us back each year and we both keep on until one of us has had enough of it"
LAW = "Notwithstanding the aforementioned, redemption shall not be refused unless hereinafter prohibited."


def features(reading):
    return {name for name, _ in reading.measures}


@pytest.mark.parametrize("role", ["heading", "cell"])
def test_headings_and_cells_have_no_length(models, role):
    reading = read([Passage(LONG, role)], "en", models["en"])
    assert features(reading).isdisjoint({"words_per_sentence", "words_per_clause", "passive", "double_negation"})
    assert "long_word_share" in features(reading)
    assert reading.plainness > 95


@pytest.mark.parametrize("role", ["heading", "cell"])
def test_hard_words_in_headings_and_cells_count(models, role):
    reading = read([Passage("Redemption pursuant hereto", role)], "en", models["en"])
    assert "formal_words" in {reason.feature for reason in reading.sentences[0].reasons}
    assert reading.plainness < 75


def test_statutory_wording_is_read_but_moves_nothing(models):
    plain = Passage("You can leave at any time.", "prose")
    alone = read([plain], "en", models["en"])
    both = read([plain, Passage(LAW, "statutory")], "en", models["en"])
    assert (both.plainness, both.contributions, both.measures) == (alone.plainness, alone.contributions, alone.measures)
    assert [(s.passage, bool(s.reasons)) for s in both.sentences] == [(0, False), (1, True)]


def test_only_statutory_wording_leaves_a_full_score_and_no_measure(models):
    reading = read([Passage(LAW, "statutory")], "en", models["en"])
    assert (reading.plainness, reading.contributions, reading.measures) == (100, (), ())
