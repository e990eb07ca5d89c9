"""A sitemap is what sitemaps.org asks for, and an address that no folder can have is refused."""

from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.errors import EnvironmentProblem
from disclosure.render import sitemap
from disclosure.render.catalogue import Entry, base_url, sitemaps

BASE = "https://example.com/sheets/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def made(product: str, lang: str, regime: str = "plain.sheet", day: date = date(2026, 11, 24)) -> Entry:
    stem = lang if regime == "plain.sheet" else f"{regime}.{lang}"
    return Entry(product, lang, "fund", "T", "P", regime, "R", "1", day, href=f"{product}/{stem}.html")


def addresses(text: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(text).iterfind("s:url/s:loc", NAMES)]


ENTRIES = [
    made("b", "zh-CN"), made("b", "en"), made("b", "en", "eu.ipid"),
    made("a", "en", day=date(2026, 1, 2)),
]  # fmt: skip


def test_every_page_stands_once_with_its_day() -> None:
    (text,) = sitemaps(ENTRIES, BASE).values()
    found = ElementTree.fromstring(text)
    assert found.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    days = {one.findtext("s:loc", None, NAMES): one.findtext("s:lastmod", None, NAMES) for one in found}
    assert days == {
        f"{BASE}index.html": "2026-11-24",
        f"{BASE}index.zh-CN.html": "2026-11-24",
        f"{BASE}a/en.html": "2026-01-02",
        f"{BASE}b/en.html": "2026-11-24",
        f"{BASE}b/zh-CN.html": "2026-11-24",
        f"{BASE}b/eu.ipid.en.html": "2026-11-24",
    }
    assert len(found) == len(days)


def test_a_page_names_itself_and_its_translations_and_no_other_rulebook() -> None:
    found = ElementTree.fromstring(sitemaps(ENTRIES, BASE)["sitemap.xml"])
    links = {
        one.findtext("s:loc", "", NAMES).removeprefix(BASE): {
            link.get("hreflang"): link.get("href", "").removeprefix(BASE) for link in one.iterfind("x:link", NAMES)
        }
        for one in found
    }
    assert all(link.get("rel") == "alternate" for link in found.iterfind("s:url/x:link", NAMES))
    editions = {"en": "index.html", "zh-CN": "index.zh-CN.html", "x-default": "index.html"}
    both = {"en": "b/en.html", "zh-CN": "b/zh-CN.html"}
    assert links == {
        "index.html": editions, "index.zh-CN.html": editions, "b/en.html": both, "b/zh-CN.html": both,
        "a/en.html": {}, "b/eu.ipid.en.html": {},
    }  # fmt: skip


def test_the_order_of_the_entries_changes_nothing() -> None:
    assert sitemaps(ENTRIES, BASE) == sitemaps(ENTRIES[::-1], BASE)


def test_beyond_what_a_file_may_hold_there_is_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [made(f"p{number:05}", "en") for number in range(50_001)]
    files = sitemaps(entries, BASE)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert index.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}sitemapindex"
    assert [one.text for one in index.iterfind("s:sitemap/s:loc", NAMES)] == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    parts = [addresses(files[name]) for name in ("sitemap-1.xml", "sitemap-2.xml")]
    assert [len(part) for part in parts] == [50_000, 2]
    assert len({*parts[0], *parts[1]}) == 50_002
    monkeypatch.setattr(sitemap, "MOST_BYTES", 1000)
    few = sitemaps(entries[:50], BASE)
    assert all(len(text.encode()) < 1300 for name, text in few.items() if name != "sitemap.xml")
    assert [one for name in few if name != "sitemap.xml" for one in addresses(few[name])] == [
        f"{BASE}index.html", *(f"{BASE}{one.href}" for one in entries[:50])
    ]  # fmt: skip


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_any_file_name_becomes_a_valid_address(name: str) -> None:
    entry = Entry("p", "en", "fund", "T", "P", "plain.sheet", "R", "1", date(2026, 1, 1), href=name)
    address = addresses(sitemaps([entry], BASE + "a&'b")["sitemap.xml"])[-1]
    assert address.startswith("https://example.com/sheets/a&'b/")
    assert address.isascii()
    assert not urlsplit(address).query
    assert not urlsplit(address).fragment


def test_an_empty_folder_has_an_empty_sitemap() -> None:
    assert addresses(sitemaps([], BASE)["sitemap.xml"]) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://Example.COM/sheets", "https://example.com/sheets/"),
        ("http://localhost:8000/a%20b//", "http://localhost:8000/a%20b/"),
        ("https://例子.中国/产品/", "https://xn--fsqu00a.xn--fiqs8s/%E4%BA%A7%E5%93%81/"),
    ],
)
def test_an_address_is_brought_into_one_form(text: str, address: str) -> None:
    assert base_url(text) == address
    assert base_url(address) == address


@pytest.mark.parametrize(
    "text",
    [
        "", "example.com", "//example.com", "ftp://example.com", "file:///site", "javascript:alert(1)", "https://",
        "https:///sheets", "https://example.com/?page=1", "https://example.com/#top", "https://user:secret@example.com",
        "https://exa mple.com", "https://example.com/a b", "https://example.com/\n", "https://example.com:99999",
        "https://example.com:port", "https://-example.com", "https://exa_mple..com", "https://[::1", "https://\u0000/",
        'https://example.com/"', "https://example.com\\sheets",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_folder_is_refused(text: str) -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        base_url(text)
    assert (refused.value.code, refused.value.values) == ("base-url", {"text": text})


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = base_url(f"https://{text}")
    except EnvironmentProblem:
        return
    assert address.isascii()
    assert address.endswith("/")
    assert base_url(address) == address
