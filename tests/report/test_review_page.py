"""The reviewer's page: ranked, marked up, with before and after, in both languages and from nothing outside."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from time import perf_counter

import pytest

from disclosure import __version__
from disclosure.check.run import model
from disclosure.report.outcome import Outcome
from disclosure.report.page import MOST_DRAWN, page

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr", "col"}


class Tree(HTMLParser):
    """Refuses a page whose elements are not closed in order; collects its names, references and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.points: set[str] = set()
        self.tags: set[str] = set()
        self.loads: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        if "id" in given:
            self.names.append(str(given["id"]))
        if tag == "a":
            self.points.add(str(given["href"]))
        self.loads += [str(given[name]) for name in ("src", "srcset", "data", "poster") if name in given]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def flat(html: str) -> str:
    """The words of a page as a reader sees them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", html, flags=re.S))).split())


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_the_page_is_whole_and_loads_nothing(hard: Outcome, unfinished: Outcome, broken: Outcome, lang: str) -> None:
    html = page([hard, unfinished, broken], lang)
    tree = Tree(html)
    assert html.startswith("<!DOCTYPE html>") and f'<html lang="{lang}">' in html
    assert len(tree.names) == len(set(tree.names))
    assert {point.removeprefix("#") for point in tree.points} <= set(tree.names)
    assert tree.loads == [] and not tree.tags & {"script", "link", "iframe", "img", "object"}
    assert set(re.findall(r"https?://[^\"'<)\s]+", html)) == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "url(http" not in html and "@import" not in html


def test_the_hardest_sheet_comes_first(hard: Outcome, plain: Outcome) -> None:
    html = page([plain, hard], "en")
    anchors = re.findall(r'<section class="entry" id="([^"]+)"', html)
    scores = {f"{one.product}-{one.regime}-{one.lang}": one.reading.plainness for each in (plain, hard) for one in each.reports}
    assert [scores[one] for one in anchors] == sorted(scores.values()) and len(anchors) == 4


def test_what_stops_a_sheet_is_said_at_the_top(unfinished: Outcome, plain: Outcome) -> None:
    html = page([plain, unfinished], "en")
    top = flat(html.split('<section id="all">')[0])
    assert "1 stopped by errors" in top and "Stopped, because of errors" in top and "errors: 1" in top
    assert 'still to be written: "TODO"' in top
    assert "1 份因错误不能发布" in flat(page([plain, unfinished], "zh-CN"))


def test_a_calm_morning_is_said_too(plain: Outcome) -> None:
    said = flat(page([plain], "en"))
    assert "Nothing stops a sheet, and no sentence is beyond the limit of the model." in said


def test_hard_sentences_are_marked_with_points_and_reasons(hard: Outcome) -> None:
    html = page([hard], "en")
    assert re.search(r'<mark class="hard" lang="en">(<b>)?Notwithstanding', html)
    said = flat(html)
    worst = max((one for report in hard.reports if report.lang == "en" for one in report.reading.sentences), key=lambda one: one.points)
    assert f"Hard · {worst.points:.1f} points" in said
    assert re.search(r"long sentence \d+ > \d+ \(\+[\d.]+\)", said)
    assert set(re.findall(r"(\w+) Points", said)) == {"Measured"}
    assert re.search(rf"难 · {worst.points:.1f} 分", flat(page([hard], "zh-CN")))


def test_a_sentence_of_several_sheets_is_listed_once(review) -> None:
    long = "The depositor shall be deemed to have irrevocably consented to any modification of the accrual methodology."
    both = [review(("An account to save in.", f'"{long}"'), name=name) for name in ("a", "b")]
    top = page(both, "en").split('<section id="all">')[0]
    assert top.count("<mark") == 1 and top.count('<a class="where"') == 2


def test_before_and_after(reworded: Outcome) -> None:
    html = page([reworded], "en")
    assert "The <del>sweep</del> runs at night, and a <del>sweep</del> costs nothing." in html
    assert "The <ins>daily move</ins> runs at night, and a <ins>daily move</ins> costs nothing." in html
    assert "Replaced words (1)" in html and "glossary entry house.sweep" in html


def test_definitions_that_cannot_be_read_are_listed(broken: Outcome) -> None:
    said = flat(page([broken], "en"))
    assert "Definitions that could not be read" in said and f"{broken.file}:8:11" in said
    assert "There is no sheet here." in said


def test_no_definition_at_all() -> None:
    assert "There is no sheet here." in flat(page([], "en")) and "这里没有说明。" in flat(page([], "zh-CN"))


def test_each_sheet_names_what_its_score_was_made_with(plain: Outcome) -> None:
    html = page([plain], "en")
    english = flat(html.split('id="saver-plain.sheet-en"')[1])
    assert f"Disclosure {__version__}" in english and f"readability model en {model('en').version}" in english
    assert "textstat 0." in english and "rulebook plain.sheet 1" in english
    assert " ".join(model("en").source.split()[:3]) in english
    assert "jieba 0.42.1" in flat(html.split('id="saver-plain.sheet-zh-CN"')[1])


def test_the_notice_says_what_a_score_is_not(plain: Outcome) -> None:
    assert "no reader was tested" in flat(page([plain], "en")) and "没有找读者测试过" in flat(page([plain], "zh-CN"))


def test_points_add_up_to_what_is_missing_to_a_hundred(hard: Outcome) -> None:
    for report in hard.reports:
        total = sum(points for _, points in report.reading.contributions)
        assert 100 - total == report.reading.plainness


def test_sections_are_drawn_for_each_sheet_and_the_range_from_six_sheets_on(review) -> None:
    few = page([review()], "en")
    assert sorted(re.findall("Plainness of each section: (.+?)\\. ", few)) == ["Saver (en)", "储蓄 (zh-CN)"] and "ten points of plainness" not in few
    many = page([review(name=f"p{number}") for number in range(3)], "en")
    assert 'aria-label="How many sheets lie in each ten points of plainness. ' in many


def test_words_of_a_definition_are_never_markup(review) -> None:
    outcome = review(("en: Saver", 'en: "<script>x</script> & <b>"'), name="odd")
    html = page([outcome], "en")
    Tree(html)
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_what_stands_on_a_sheet_prints_though_it_is_folded(plain: Outcome) -> None:
    assert "details::details-content { content-visibility: visible" in page([plain], "en")


@pytest.mark.slow
def test_three_hundred_sheets(plain: Outcome) -> None:

    def named(number: int) -> Outcome:
        name = f"p{number:03}"
        return replace(
            plain, reports=tuple(replace(one, product=name) for one in plain.reports),
            sheets=tuple(replace(one, product=name) for one in plain.sheets),
        )  # fmt: skip

    start = perf_counter()
    html = page([named(number) for number in range(150)], "en")
    took = perf_counter() - start
    assert html.count('class="entry"') == 300 and took < 60
    assert f"Plainness of the {MOST_DRAWN} hardest of 300 sheets" in html
