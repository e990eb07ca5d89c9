"""The typesetter reads a page as a browser does, whichever way it is read, and parses a style once."""

import gc
from xml.etree import ElementTree

import pytest

from disclosure.errors import DisclosureError
from disclosure.render import pdf, typesetter
from disclosure.render.html import html

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:.*sRGB2014\.icc")
SVG = "{http://www.w3.org/2000/svg}"
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>A</title><style>{}</style></head>'
    '<body><p id="a">A <a href="#b">page</a>.</p><p id="b">B</p></body></html>'
)


def tree(element):
    """Tags, attributes and texts; without the space between blocks, which is not seen."""
    def text(found):
        return found if (found or "").strip() else ""

    inside = [tree(child) for child in element]
    said = {name: value for name, value in element.attrib.items() if not name.endswith("}xmlns")}
    return (element.tag.removeprefix(SVG), said, text(element.text), text(element.tail), inside)


def test_a_reader_of_xml_finds_what_a_reader_of_html_finds(sheet):
    tinyhtml5 = pytest.importorskip("tinyhtml5")
    page = html(sheet, pdf="en.pdf", other=("en", "en.html"))
    assert tree(ElementTree.fromstring(page)) == tree(tinyhtml5.parse(page, namespace_html_elements=False))


def test_a_page_is_refused_each_time_for_a_style_that_is_kept(typeset):
    for _ in range(2):
        with pytest.raises(DisclosureError) as refused:
            typeset(PAGE.format("p { colour: red }"), "a page")
        assert refused.value.problems[0].code == "resource-warning"
        assert "colour" in refused.value.problems[0].values["detail"]


def test_a_style_may_not_fetch_another(typeset):
    with pytest.raises(DisclosureError) as refused:
        typeset(PAGE.format('@import "http://127.0.0.1:9/x.css";'), "a page")
    assert "not among the shipped files" in refused.value.problems[0].values["detail"]


def test_a_page_that_is_no_xml_prints_as_well(typeset):
    assert typeset(PAGE.format("").replace("<title>", "<meta charset=utf-8><title>"), "a page")[:5] == b"%PDF-"


def test_only_names_that_are_asked_for_are_kept():
    root = ElementTree.fromstring(PAGE.format(""))
    typesetter._forget_idle_names(root, "#c { color: red }")
    assert [one.get("id") for one in root.iter("p")] == [None, "b"]


def test_the_collector_is_left_as_it_was(typeset):
    for switch in (gc.disable, gc.enable):
        switch()
        was = gc.isenabled()
        typeset(PAGE.format(""), "a page")
        assert gc.isenabled() is was


def test_a_character_that_no_font_draws_is_named(typeset):
    with pytest.raises(DisclosureError) as refused:
        typeset(PAGE.format("").replace("B<", "\U0001f600<"), "a page")
    (problem,) = refused.value.problems
    assert (problem.code, problem.values["characters"]) == ("character-not-in-font", "\U0001f600")


def test_the_typesetter_is_ready_once_warm(typeset):
    pdf.warm()
    assert typesetter.described_fonts()["family"]
