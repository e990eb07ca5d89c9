"""What an author writes is text: no tag, no template, no Markdown in it has any effect."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.render.html import html
from disclosure.sheet import Sheet
from disclosure.verify import page as reader
from disclosure.verify.words import squeezed

HOSTILE = (
    "<script>alert(1)</script>",
    "<b onmouseover=alert(1)>x</b>",
    "</section></main><h1>Y</h1>",
    "**bold** __bold__ *em* _em_",
    "{{ 7*7 }}",
    "{% set p = none %}{# gone #}",
    "| pipes | --- | pipes |",
    "[x](javascript:alert(1))",
    "![x](https://a.example/x.png)",
    "<https://a.example/>",
    "# Heading",
    "> quote",
    "- item",
    "1. item",
    ": said",
    "&lt;b&gt; &amp; &#60;",
    "`code` ``` ~~~",
    "\\* \\_ \\| \\",
    "a\\nb",
    "---",
    "===",
    "[ref]: https://a.example",
    '" onload="alert(1)',
    "--> <!-- ]]>",
)
FIELDS = ("name", "summary", "how", "tax", "fee", "feature", "detail", "link", "provider", "condition")


def words(text: str) -> dict[str, str]:
    return {"zh-CN": text, "en": text}


def with_text(data: dict[str, Any], text: str, fields: tuple[str, ...] = FIELDS) -> dict[str, Any]:
    """A definition that says a text in each of some fields."""
    said = words(text)
    rates = {"when": "yearly", "rate": "0.50%", "of": "balance"}
    more: dict[str, dict[str, Any]] = {
        "name": {"name": said},
        "summary": {"summary": said},
        "how": {"how": said},
        "tax": {"tax": said},
        "fee": {"fees": [{"id": "a", "name": said, "note": said, **rates}]},
        "feature": {"features": [{"text": said}, {"text": words("A"), "value": said, "limit": "yes"}]},
        "detail": {"details": [{"name": said, "value": said}]},
        "link": {"links": [{"name": said, "url": "https://a.example/"}]},
        "provider": {"provider": {"name": said}},
        "condition": {"eligibility": [{"text": said}]},
    }
    for field in fields:
        data |= more[field]
    return data


def original(sheet: Sheet) -> Iterator[str]:
    """The sentences of a sheet as written, before terms were explained."""
    for _, _, group in sheet.everything():
        yield "".join(run.term.original if run.term else run.text for one in group for run in one.runs)


class Tags(HTMLParser):
    """Gathers the names of elements and attributes, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


def tags(page: str) -> Tags:
    found = Tags()
    found.feed(page)
    return found


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_arrives_as_it_is(data, sheet_of, text: str, lang: str) -> None:
    sheet = sheet_of(with_text(data(), text), lang)
    page = html(sheet)
    said = squeezed("\n".join(original(sheet)))
    assert said.count(squeezed(text)) >= len(FIELDS)
    assert reader.read(page).text.count(text[:1]) and squeezed(reader.read(page).text).count(squeezed(text)) >= len(FIELDS)
    plain = tags(html(sheet_of(with_text(data(), "Plain"), lang)))
    found = tags(page)
    assert found.tags - plain.tags <= {"span", "dfn"}
    assert found.attributes - plain.attributes == set()
    assert found.links == plain.links


def test_only_the_script_of_the_page_stands_in_it(data, sheet_of) -> None:
    page = html(sheet_of(with_text(data(), "</script><script>alert(1)</script>")))
    assert re.findall(r"<script[^>]*>", page) == ['<script type="application/ld+json">']
    assert page.count("</script>") == 1


ALLOWED = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
MARKS = st.sampled_from(list("*_`#>|<&{}[]()!\\-+=:~\"' .1\u00a0"))
TEXT = st.text(ALLOWED | MARKS, min_size=1, max_size=40).map(lambda t: " ".join(t.split())).filter(bool)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXT, lang=st.sampled_from(["en", "zh-CN"]))
def test_any_text_is_on_the_sheet_and_on_the_page(data, sheet_of, text: str, lang: str) -> None:
    sheet = sheet_of(with_text(data(), text, ("summary",)), lang)
    assert squeezed(text) in squeezed("\n".join(original(sheet)))
    shown = squeezed(reader.read(html(sheet)).text)
    what = next(section for section in sheet.sections if section.id == "what")
    for sentence in what.blocks[0].sentences:  # type: ignore[union-attr]
        assert squeezed(sentence.text) in shown


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXT)
def test_any_text_is_whole_in_a_table(data, sheet_of, text: str) -> None:
    sheet = sheet_of(with_text(data(), text, ("fee",)))
    cost = next(section for section in sheet.sections if section.id == "cost")
    (table,) = (block for block in cost.blocks if type(block).__name__ == "Table")
    ((cell, *rest),) = table.rows
    assert squeezed("".join(r.term.original if r.term else r.text for s in cell for r in s.runs)) == squeezed(text)
    assert len(rest) == len(table.header) - 1
