"""Each page that was tampered with, or lost something, is caught."""

import re
from collections.abc import Callable

import pytest

from disclosure.render.html import html


def swap(old: str, new: str, count: int = -1) -> Callable[[str], str]:
    return lambda page: page.replace(old, new, count)


def cut(pattern: str) -> Callable[[str], str]:
    return lambda page: re.sub(pattern, "", page, count=1, flags=re.S)


def put(pattern: str, new: str) -> Callable[[str], str]:
    return lambda page: re.sub(pattern, new, page, count=1, flags=re.S)


ROW = r'<tr role="row"><th [^>]*>(?:(?!</tr>).)*?{}(?:(?!</tr>).)*?</tr>'
ENGLISH = {
    "a fee row is dropped": cut(ROW.format("Management fee")),
    "only the first fee is left": put(ROW.format("Management fee") + r".*?</tbody>", "</tbody>"),
    "the whole table is dropped": cut(r"<table .*?</table>"),
    "digits of a rate are swapped": swap("0.30%", "0.03%"),
    "a zero is dropped": swap("0.10%", "0.1%"),
    "a zero is added": swap("0.30%", "0.300%"),
    "a decimal point is lost": swap("0.30%", "030%"),
    "percent becomes per mille": swap("0.30%", "0.30‰"),
    "the unit is dropped": swap("0.30%", "0.30"),
    "a figure gets a digit before it": swap("0.30%", "10.30%"),
    "a sum gets thousands after it": swap("1,000,000", "1,000,000,000"),
    "a sum is rounded": swap("25.64", "26"),
    "the currency is another": swap("CNY", "USD"),
    "a date is another": swap("2027", "2028"),
    "a period is another": swap("180", "18"),
    "a year is lost": swap("31\u00a0March\u00a02027", "31\u00a0March"),
    "not is dropped": swap("It is not a deposit", "It is a deposit"),
    "cannot becomes can": swap("You cannot accept any loss", "You can accept any loss"),
    "nobody becomes somebody": swap("Nobody stands in", "Somebody stands in"),
    "a warning is dropped": cut(r'<p class="callout">.*?</p>'),
    "a section is dropped": cut(r'<section id="lose-money">.*?</section>'),
    "the answer at a glance is dropped": cut(r"<ul class=\"glance.*?</ul>"),
    "the risk level is another": swap("R3", "R2"),
    "the name is another": swap("Hengjiang Stable", "Hengjiang Steady"),
    "the telephone has another digit": swap("000-5550-0202", "000-5550-0203"),
    "the address of complaints is lost": swap("complaints@hengjiang-wealth.example", "us"),
    "a paragraph is hidden by style": swap('<p class="callout">', '<p class="callout" style="display: none">', 1),
    "a paragraph is hidden by attribute": swap('<p class="callout">', '<p hidden class="callout">', 1),
    "a section is hidden": swap('<section id="cost">', '<section id="cost" hidden>'),
    "all is hidden": swap("<main ", "<main style='DISPLAY:none;display:none' "),
    "a paragraph is in a comment": put(r'<p class="callout">(.*?)</p>', r"<!-- \1 -->"),
    "a sentence is only in an attribute": put(r'<p class="callout">(?:(?!</p>).)*</p>', '<p title="The yardstick is not a forecast and not a promise."></p>'),
    "a sentence is only in a script": put(r'<p class="callout">(.*?)</p>', r"<script>\1</script>"),
    "the page is cut off": lambda page: page[: page.index('<section id="complain"')],
    "the page is empty": lambda page: "",
}
CHINESE = {
    "不 is dropped": swap("它不是存款", "它是存款"),
    "没有 is dropped": swap("没有人为这笔钱兜底", "有人为这笔钱兜底"),
    "a fee row is dropped": cut(ROW.format("销售服务费")),
    "万 is dropped": lambda page: re.sub(r"100\s?万元", "100元", page),
    "percent becomes per mille": swap("0.30%", "0.30‰"),
    "the day is another": lambda page: re.sub(r"3\s?月\s?31\s?日", "3月13日", page),
    "a paragraph is hidden": swap('<p class="callout">', '<p class="callout" style="display:none">', 1),
    "full becomes part": swap("可能亏掉全部的钱", "可能亏掉部分的钱"),
}


@pytest.mark.parametrize("name", ENGLISH)
def test_an_english_mutant_is_caught(pages, proved, name: str) -> None:
    mutant = ENGLISH[name](pages["en"])
    assert mutant != pages["en"], "the page was not changed: mend this test"
    losses = proved("en", mutant)
    assert losses and {loss.where for loss in losses} == {"html"}


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_mutant_is_caught(pages, proved, name: str) -> None:
    mutant = CHINESE[name](pages["zh-CN"])
    assert mutant != pages["zh-CN"], "the page was not changed: mend this test"
    losses = proved("zh-CN", mutant)
    assert losses and {loss.where for loss in losses} == {"html"}


def test_another_products_page_is_caught(everything, proved) -> None:
    other = html(everything["hengjiang-growth-mixed"].sheets[1])
    assert len(proved("en", other)) > 20


def test_the_other_languages_page_is_caught(pages, proved) -> None:
    assert len(proved("en", pages["zh-CN"])) > 20
    assert len(proved("zh-CN", pages["en"])) > 20


def test_yesterdays_page_is_caught(everything, sheet_of, proved) -> None:
    product = everything["hengjiang-stable-180d"].product
    yesterday = product.model_copy(update={"as_of": product.as_of.replace(day=23)})
    (loss,) = {(one.path, one.text) for one in proved("en", html(sheet_of(yesterday))) if one.path == "as_of"}
    assert loss == ("as_of", "24\u00a0November\u00a02026")


def test_a_loss_names_the_field_and_what_should_stand_there(pages, proved) -> None:
    losses = proved("en", pages["en"].replace("0.30%", "0.03%"))
    assert ("fees[1].rate", "0.30%") in {(loss.path, loss.text) for loss in losses}


UNSEEN = {
    "white ink": swap('<p class="callout">', '<p class="callout" style="color:#fff">'),
    "one pixel high": swap("<main ", "<main style='font-size:1px' "),
    "off the page": swap("<main ", "<main style='position:absolute;left:-9999px' "),
    "transparent": swap("<main ", "<main style='opacity:0' "),
    "no height": swap("<main ", "<main style='height:0;overflow:hidden' "),
    "invisible": swap("<main ", "<main style='visibility:hidden' "),
    "hidden by a rule": swap("</head>", "<style>.callout{display:none}</style></head>"),
    "hidden in capitals": swap("<main ", "<main style='DISPLAY:none' "),
    "rates swapped between rows": lambda p: p.replace("0.30%", "†").replace("0.20%", "0.30%").replace("†", "0.20%"),
    "one of three prints altered": swap(">Every year<", ">Never<", 1),
    "a sentence invented": swap("</main>", "<p>You cannot lose money.</p></main>"),
    "a figure invented": swap("</main>", "<p>There is a bonus of 5%.</p></main>"),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_only_a_look_at_the_whole_page_shows_is_caught(pages, proved, name: str) -> None:
    mutant = UNSEEN[name](pages["en"])
    assert mutant != pages["en"], "the page was not changed: mend this test"
    losses = proved("en", mutant)
    assert losses and {loss.where for loss in losses} == {"html"}
