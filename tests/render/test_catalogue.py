"""The front page lists each product once with all its sheets, in every language, with and without a script."""

import base64
import hashlib
import json
import re
from dataclasses import asdict, replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure import shipped, source, wording
from disclosure.render.catalogue import Entry, entry, index, pages

HOSTILE = "<script>alert('1')</script> \"&amp; {{ 7 * 7 }} {n}"


class Page(HTMLParser):
    """Checks nesting and keeps tags, links, what they say, and the text outside style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.links: dict[str, str] = {}
        self.text = ""
        self.link = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "a":
            self.link = dict(attrs)["href"] or ""
        if tag not in {"meta", "link", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.text += data
        if "a" in self.open:
            self.links[self.link] = self.links.get(self.link, "") + data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for found, attrs in self.tags if found == tag]


def made(product: str, lang: str = "en", regime: str = "plain.sheet", **more: object) -> Entry:
    stem = lang if regime == "plain.sheet" else f"{regime}.{lang}"
    base = Entry(
        product, lang, "fund", f"Product {product}", "A Bank", regime, f"Sheet {regime}", "1", date(2026, 11, 24),
        href=f"{product}/{stem}.html", pdf=f"{product}/{stem}.pdf",
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def titles(page: str) -> list[str]:
    return re.findall("<h3[^>]*><a[^>]*>(.*?)</a></h3>", page)


ENTRIES = [
    made("b", "zh-CN", title="乙基金", provider="某银行", kind="fund", risk="R3（中风险）", risk_level=3, scale="cn-r5"),
    made("b", "en", title="Fund B", risk="R3 (medium risk)", risk_level=3, scale="cn-r5", summary="Buys shares & bonds."),
    made("b", "en", "cn.fund.summary", title="Fund B"),
    made("a", "en", title="Loan A", kind="loan"),
    made("c", "zh-CN", title="丙基金", provider="某银行"),
    made("d", "en", title="Loan D", kind="loan"),
]


def test_a_product_stands_once_and_leads_to_all_its_sheets() -> None:
    page = index(ENTRIES, "en")
    assert page.count("<li ") == 4
    assert titles(page) == ["Fund B", "丙基金", "Loan A", "Loan D"]
    (card,) = re.findall(r"<li (?:(?!</li>).)*Fund B.*?</li>", page, re.S)
    assert re.findall('href="(.*?)"', card) == [
        "b/en.html",
        "b/en.html", "b/en.pdf", "b/cn.fund.summary.en.html", "b/cn.fund.summary.en.pdf",
        "b/zh-CN.html", "b/zh-CN.pdf",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_everything_is_listed_and_linked_without_a_script(lang: str) -> None:
    page = index(ENTRIES, lang)
    found = Page(page)
    sheets = {one.href for one in ENTRIES} | {one.pdf for one in ENTRIES}
    assert sheets <= set(found.links)
    assert {one for one in found.links if not one.startswith("#")} - sheets == {"index.html", "index.zh-CN.html"}
    assert [attrs for tag, attrs in found.tags if "hidden" in attrs and tag not in ("form", "button", "p")] == []
    assert [attrs for attrs in found.named("form") if "hidden" not in attrs] == []
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in found.links if link.startswith("#")} <= set(ids)


def test_there_is_one_edition_a_language_and_they_lead_to_each_other() -> None:
    known = pages(ENTRIES)
    assert list(known) == ["index.html", "index.zh-CN.html"]
    for name, page in known.items():
        found = Page(page)
        current = [attrs["href"] for attrs in found.named("a") if attrs.get("aria-current")]
        assert current == [name]
        links = {attrs["hreflang"]: attrs["href"] for attrs in found.named("link") if attrs["rel"] == "alternate"}
        assert links == {"en": "index.html", "zh-CN": "index.zh-CN.html", "x-default": "index.html"}
    assert '<html lang="en">' in known["index.html"]
    assert '<html lang="zh-CN">' in known["index.zh-CN.html"]


def test_the_first_language_is_that_of_most_products_and_then_the_earlier_one() -> None:
    both = [made("a", "zh-CN"), made("a", "en")]
    assert list(pages(both)) == ["index.html", "index.en.html"]
    assert '<html lang="zh-CN">' in pages(both)["index.html"]
    assert '<html lang="en">' in pages([*both, made("b", "en")])["index.html"]
    # Many sheets of one product do not count as many products.
    assert '<html lang="zh-CN">' in pages([*both, made("a", "en", "eu.ipid")])["index.html"]


def test_words_of_another_language_say_so() -> None:
    page = index(ENTRIES, "en")
    assert '<h3 lang="zh-CN"><a href="c/zh-CN.html">丙基金</a></h3>' in page
    assert '<span lang="zh-CN">某银行</span>' in page
    assert '<h3><a href="b/en.html">Fund B</a></h3>' in page
    assert '<h3 lang="en"><a href="a/en.html">Loan A</a></h3>' in index(ENTRIES, "zh-CN")


def test_the_page_speaks_its_language_natively() -> None:
    page = Page(index(ENTRIES, "zh-CN")).text
    assert "共 4 个产品，6 份说明" in page
    assert "截至 2026 年 11 月 24 日" in page.replace("\u00a0", " ")
    assert "4 products, 6 sheets" in Page(index(ENTRIES, "en")).text
    assert "1 product, 1 sheet" in Page(index(ENTRIES[:1], "en")).text


def test_of_two_ratings_the_higher_one_is_told() -> None:
    lower = made("a", regime="cn.wealth.risk_sheet", risk="R2 (x)", risk_level=2, scale="cn-r5")
    higher = made("a", risk="R3 (y)", risk_level=3, scale="cn-r5")
    for both in ([lower, higher], [higher, lower]):
        page = index(both)
        assert '<i class="s5 l3"></i> <b>R3 (y)</b>' in page
        assert "<b>R2 (x)</b>" not in page
        assert 'data-r="cn-r5.3"' in page


def test_a_level_of_an_unknown_scale_is_told_in_words() -> None:
    page = index([made("a", risk="2 of 3", risk_level=2, scale="own")])
    assert "<b>2 of 3</b>" in page
    assert "<i " not in page
    assert '<optgroup label="own">' in page


def test_risk_levels_are_offered_by_scale_from_low_to_high() -> None:
    level = {"risk_level": 4, "scale": "eu-sri", "risk": "4 (medium risk)"}
    page = index([*ENTRIES, made("d", **level), made("e", **{**level, "risk_level": 2, "risk": "2 (low risk)"})], "en")
    assert re.findall(r'<optgroup label="(.*?)">', page) == ["China, R1 to R5", "European Union, 1 to 7"]
    assert re.findall(r'<option value="(eu-sri.*?)">', page) == ["eu-sri.2", "eu-sri.4"]
    assert "Risk levels of different scales cannot be compared." in page
    assert "Risk levels of different scales" not in index(ENTRIES, "en")


def test_a_level_is_offered_in_the_language_of_the_page_where_a_sheet_has_it() -> None:
    chinese = made("a", "zh-CN", title="a", risk="R3（中风险）", risk_level=3, scale="cn-r5")
    english = made("b", "en", title="b", risk="R3 (medium risk)", risk_level=3, scale="cn-r5")
    for lang, said in (("en", "R3 (medium risk)"), ("zh-CN", "R3（中风险）")):
        assert f'<option value="cn-r5.3">{said}</option>' in index([chinese, english], lang)


def test_kinds_stand_in_their_order_and_titles_in_that_of_their_language() -> None:
    names = ["招财", "安心", "北方", "APR 存款", "城市"]
    entries = [made(str(number), "zh-CN", title=title) for number, title in enumerate(names)]
    first, last = made("y", "zh-CN", kind="deposit", title="某存款"), made("z", "zh-CN", kind="insurance", title="某保险")
    page = index([last, *entries, first])
    shown = titles(page)
    assert shown == ["某存款", "APR 存款", "安心", "北方", "城市", "招财", "某保险"]
    assert re.findall('<section id="(.*?)"', page) == ["deposit", "fund", "insurance"]
    english = [made(str(number), title=title) for number, title in enumerate(["b", "C", "a"])]
    assert titles(index(english)) == ["a", "b", "C"]


def test_hostile_words_stay_words() -> None:
    bad = made("a", title=HOSTILE, provider=HOSTILE, summary=HOSTILE, risk=HOSTILE, risk_level=1, scale=HOSTILE,
               regime_name=HOSTILE, kind="fund", href="a/\"><script>.html", pdf="javascript:alert(1)")  # fmt: skip
    for page in (index([bad]), index([bad, replace(bad, lang="zh-CN")], "zh-CN")):
        found = Page(page)
        assert [tuple(attrs) for attrs in found.named("script")] == [("type",), ()]
        assert HOSTILE in found.text
        safe = re.compile(r"#|index\.|a/%22%3E%3Cscript%3E\.html$|javascript%3A")
        assert [link for link in found.links if not safe.match(link)] == []


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_can_be_listed(title: str, summary: str) -> None:
    found = Page(index([made("a", title=title, summary=summary)]))
    assert found.links["a/en.html"] == f"{title}Sheet plain.sheet"


def test_the_order_of_the_sheets_changes_nothing() -> None:
    assert index(ENTRIES, "en") == index(ENTRIES[::-1], "en")
    assert index(ENTRIES, "zh-CN") == index(ENTRIES, "zh-CN")
    assert "0x" not in index(ENTRIES, "en")
    assert "built-in" not in index(ENTRIES, "en")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_the_page_allows_its_own_style_and_script_and_nothing_else(lang: str) -> None:
    page = index(ENTRIES, lang)
    (policy,) = [attrs["content"] for attrs in Page(page).named("meta") if "http-equiv" in attrs]
    inline = {name: re.findall(f"<{name}>(.*?)</{name}>", page, re.S) for name in ("style", "script")}
    hashes = {
        name: "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for name, (text,) in inline.items()
    }
    assert policy == (
        f"default-src 'none'; style-src '{hashes['style']}'; script-src '{hashes['script']}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    own = page.replace("xmlns='http://www.w3.org/2000/svg'", "")
    assert not re.search(r'style="| on\w+="|https?://(?!schema\.org")|url\((?!"data:image/)|@import', own)


def test_without_a_page_the_pdf_is_led_to() -> None:
    page = index([made("a", href="a/en.pdf", pdf=None)])
    assert '<a href="a/en.pdf">Sheet plain.sheet PDF</a>' in page
    assert page.count("a/en.pdf") == 2


def test_one_kind_one_language_and_no_risk_need_no_choice() -> None:
    page = index([made("a"), made("b")])
    assert "<select" not in page
    assert "<nav" not in page
    assert 'type="search"' in page


def test_an_empty_site_has_a_front_page_and_no_editions() -> None:
    assert "Nothing has been published yet." in index([])
    assert pages([]) == {}


def test_a_sheet_tells_what_is_listed_of_it(sheet) -> None:
    one = entry(sheet, "x/en.html", "x/en.pdf")
    assert (one.product, one.lang, one.kind, one.regime, one.version) == (
        sheet.product, sheet.lang, sheet.kind, sheet.regime, sheet.version,
    )  # fmt: skip
    assert one.title
    assert one.provider
    assert one.summary
    assert one.regime_name == sheet.labels["regime"]
    levels = [int(fact.value.rpartition(":")[2]) for fact in sheet.facts
              if fact.path.startswith("risk.ratings") and fact.path.endswith(".level")]  # fmt: skip
    assert one.risk_level == max(levels, default=None)
    assert bool(one.risk) == bool(one.scale) == bool(levels)


def test_an_entry_can_be_kept_as_json_and_listed_again() -> None:
    kept = json.dumps([asdict(one) | {"as_of": one.as_of.isoformat()} for one in ENTRIES])
    back = [Entry(**{**one, "as_of": date.fromisoformat(one["as_of"])}) for one in json.loads(kept)]
    assert back == ENTRIES


def test_every_language_of_sheets_has_words_for_the_front_page() -> None:
    data = source.read(shipped.folder("templates", "catalogue.yaml")).data
    assert set(wording.languages()) == set(data) - {"names"} == set(data["names"])
    one, other = (
        {(key, *(said if isinstance(said, dict) else ())) for key, said in data[lang].items()} for lang in data["names"]
    )
    assert one == other
    assert set(data["en"]["scales"]) == set(wording.scales())


def test_every_word_is_used() -> None:
    layout = shipped.folder("templates", "layout", "catalogue.html").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in shipped.folder("disclosure", "render").glob("*.py"))
    words = source.read(shipped.folder("templates", "catalogue.yaml")).data["en"]
    assert [word for word in words if f"words.{word}" not in layout and f'"{word}"' not in code] == []
