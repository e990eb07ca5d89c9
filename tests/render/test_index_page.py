"""The index lists every page once, by language and kind, without a script."""

from disclosure.render.html import index


def entry(title, lang, kind, **more):
    page = {"title": title, "provider": "P", "kind": kind, "lang": lang, "href": f"{title}/{lang}.html"}
    return {**page, "pdf": None, "risk": None, "summary": None, **more}


PAGES = [
    entry("a", "en", "Fund", risk="R3 (medium risk)", pdf="a/en.pdf", summary="A fund & more."),
    entry("a", "zh-CN", "基金"),
    entry("b", "en", "Loan"),
    entry("c", "en", "Fund"),
]


def test_languages_are_sections_and_kinds_are_headings():
    page = index(PAGES)
    assert page.index('<section id="en" lang="en">') < page.index('<section id="zh-CN" lang="zh-CN">')
    assert page.count("<h3>Fund</h3>") == 1
    assert page.count("<h3>Loan</h3>") == 1
    assert page.count("<h3>基金</h3>") == 1


def test_every_page_is_linked_once():
    page = index(PAGES)
    assert all(page.count(f'href="{one["href"]}"') == 1 for one in PAGES)
    assert page.count('href="a/en.pdf"') == 1


def test_text_is_escaped_and_nothing_needs_a_script():
    page = index(PAGES)
    assert "A fund &amp; more." in page
    assert "<script" not in page


def test_an_empty_site_has_an_index():
    assert "<main" in index([])
