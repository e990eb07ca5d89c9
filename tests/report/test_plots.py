"""Drawings of scores: what they say in words, colours that can be told apart, and nothing from outside."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.report import plots

WORDS = {"fails": "not published", "warns": "warning", "bands": {"plain": "plain", "fair": "fair", "hard": "hard"}}
SCORES = [plots.Score("Card", 40, "hard", " · en"), plots.Score("贷款", 60, "fair"), plots.Score("Fund", 90, "plain")]
LIMITS = (55, 70)


def alternative(svg: str) -> str:
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    return root.attrib["aria-label"]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_ranking_says_what_it_shows() -> None:
    said = alternative(plots.ranked(SCORES, LIMITS, WORDS, "Plainness"))
    assert said == "Plainness. Card · en: 40 (hard); 贷款: 60 (fair); Fund: 90 (plain)"


def test_the_spread_says_what_it_shows() -> None:
    scores = [plots.Score("x", value, "plain") for value in (0, 39, 40, 49, 90, 99, 100)]
    said = alternative(plots.spread(scores, LIMITS, WORDS, "Spread"))
    assert said == "Spread. 0–9: 1; 30–39: 1; 40–49: 2; 90–100: 3"


def test_every_label_and_value_can_be_read_in_the_drawing() -> None:
    text = "".join(ElementTree.fromstring(plots.ranked(SCORES, LIMITS, WORDS, "P")).itertext())
    for said in ("Card · en", "40", "贷款", "60", "Fund", "90", "not published", "warning"):
        assert said in text


def test_nothing_is_named_twice_on_a_page_and_every_reference_is_met() -> None:
    page = plots.ranked(SCORES, LIMITS, WORDS, "one") + plots.ranked(SCORES, LIMITS, WORDS, "two")
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', page)) == set(names)


@pytest.mark.parametrize("colour", [plots.INK, plots.QUIET, *plots.BANDS.values()])
@pytest.mark.parametrize("ground", ["#ffffff", *plots.ZONES])
def test_what_must_be_seen_stands_out(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 4.5


def test_bands_differ_by_shape_and_by_colour() -> None:
    assert plots.SHAPES.keys() == plots.BANDS.keys()
    assert all(len(set(one.values())) == 3 for one in (plots.SHAPES, plots.BANDS))
    drawn = [plots.ranked([plots.Score("x", 50, band)], None, WORDS, "x") for band in plots.SHAPES]
    shapes = [re.findall(r'<path id="[^"]+" d="([^"]+)"', one) for one in drawn]
    assert all(first != second for first, second in pairwise(shapes))


def test_a_long_label_is_cut_and_told_whole_in_words() -> None:
    score = plots.Score("Hengjiang Stable Closed-End Wealth Product (180 days)", 80, "plain", " · en")
    svg = plots.ranked([score], LIMITS, WORDS, "P")
    drawn = "".join(ElementTree.fromstring(svg).itertext())
    assert "Hengjiang Stable Closed-End" in drawn and "… · en" in drawn and "180 days" not in drawn
    assert "Wealth Product (180 days) · en: 80" in alternative(svg)


@pytest.mark.parametrize(
    ("label", "most", "shown"),
    [("", 5, ""), ("abcde", 5, "abcde"), ("abcdef", 5, "abcd…"), ("贷款产品", 8, "贷款产品"), ("贷款产品", 7, "贷款产…"), ("贷款", 2, "…")],
)
def test_a_label_fits_its_line(label: str, most: int, shown: str) -> None:
    assert plots.shortened(label, most) == shown


def test_marks_of_text_are_text() -> None:
    label = "5% $x^2$ <b>&\"'\\1 ]]>"
    svg = plots.ranked([plots.Score(label, 50, "fair")], LIMITS, WORDS, "a <b> \"c\" & d")
    assert label in "".join(ElementTree.fromstring(svg).itertext())
    assert alternative(svg).startswith("a <b> \"c\" & d. ")


def test_without_limits_there_are_no_zones() -> None:
    assert "not published" not in plots.ranked(SCORES, None, WORDS, "P")


def test_nothing_to_draw_is_drawn_too() -> None:
    assert alternative(plots.ranked([], LIMITS, WORDS, "None")) == "None"
    assert alternative(plots.spread([], LIMITS, WORDS, "None")) == "None"


def test_nothing_comes_from_elsewhere() -> None:
    svg = plots.ranked(SCORES, LIMITS, WORDS, "P")
    names = set(re.findall(r'https?://[^"]+', svg))
    assert names == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "@import" not in svg and "<image" not in svg and "<metadata" not in svg


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 100), st.sampled_from(["plain", "fair", "hard"])), max_size=6))
def test_the_same_scores_give_the_same_bytes(values: list[tuple[int, str]]) -> None:
    scores = [plots.Score(f"s{number}", *value) for number, value in enumerate(values)]
    assert plots.ranked(scores, LIMITS, WORDS, "P") == plots.ranked(scores, LIMITS, WORDS, "P")
