"""A page is well-formed, self-contained, and usable by everybody."""

import json
import re
from html.parser import HTMLParser

import pytest

from disclosure.render.html import html
from disclosure.verify import expectation, prove

VOID = {"meta", "link", "col", "br", "img", "input", "hr", "rect", "path"}


class Tree(HTMLParser):
    """Checks nesting and keeps what the tests ask for."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.ids = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def tree(sheet):
    found = Tree(html(sheet, pdf="en.pdf", other=("en", "en.html")))
    assert found.open == []
    return found


def named(tree, tag):
    return [attrs for found, attrs in tree.tags if found == tag]


def test_nothing_of_the_sheet_is_lost(sheet):
    assert prove(expectation(sheet, "Disclosure-Sans-SC"), html(sheet), None) == ()


def test_ids_are_unique_and_what_labels_a_table_exists(tree):
    assert len(tree.ids) == len(set(tree.ids))
    labels = [table["aria-labelledby"] for table in named(tree, "table")]
    assert len(labels) == len(set(labels))
    assert {one for label in labels for one in label.split()} <= set(tree.ids)


def test_tables_keep_their_meaning_as_cards(tree):
    assert all(table["role"] == "table" for table in named(tree, "table"))
    assert all(row["role"] == "row" for row in named(tree, "tr"))
    assert all(cell["role"] == "cell" and cell["data-label"] for cell in named(tree, "td"))
    assert {cell["role"] for cell in named(tree, "th")} <= {"columnheader", "rowheader"}


def test_headings_skip_no_level(tree):
    levels = [int(tag[1]) for tag, _ in tree.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_landmarks_and_the_way_past_them(tree):
    for landmark in ("header", "nav", "main", "footer"):
        assert len(named(tree, landmark)) == 1
    assert named(tree, "nav")[0]["aria-label"]
    assert named(tree, "a")[0] == {"class": "skip", "href": "#main"}


def test_drawings_have_a_name(tree, sheet):
    assert all(drawing["role"] == "img" for drawing in named(tree, "svg"))
    assert len(named(tree, "svg")) == len(named(tree, "figure")) == len(named(tree, "title")) - 1


def test_nothing_is_said_only_on_hover(tree):
    assert not any("title" in attrs for _, attrs in tree.tags)


def test_nothing_is_fetched(tree):
    assert not named(tree, "link") and not named(tree, "img")
    assert [one for one in named(tree, "script") if one.get("type") != "application/ld+json"] == []


def test_the_other_language_is_marked(tree):
    assert [a["lang"] for a in named(tree, "a") if "hreflang" in a] == ["en"]


def test_a_page_without_print_or_translation_has_no_navigation(sheet):
    assert "<nav" not in html(sheet)


def test_two_renderings_are_the_same(sheet):
    assert html(sheet) == html(sheet)


def test_the_machine_readable_twin_names_the_product(sheet):
    found = re.search('<script type="application/ld\\+json">(.*?)</script>', html(sheet), re.S)
    data = json.loads(found.group(1))
    assert data["identifier"] == sheet.product
    assert data["mainEntityOfPage"]["inLanguage"] == sheet.lang


def test_the_style_is_small():
    from disclosure import shipped

    sheets = (shipped.folder("templates", "layout", f"{name}.css") for name in ("sheet", "screen", "print"))
    assert sum(path.stat().st_size for path in sheets) < 9 * 1024
