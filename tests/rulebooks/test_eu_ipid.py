"""The insurance product information document: each demand of Reg. (EU) 2017/1469, kept once and broken once."""

import re

import pytest

from disclosure import regime
from disclosure.render.html import html
from disclosure.render.pdf import pdf
from disclosure.site import Checked
from disclosure.verify import printed
from disclosure.verify.letters import letters, x_height

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

SAMPLE, RULEBOOK = "wayfare-travel-cover", "eu.ipid"
ORDER = (
    "What is this type of insurance?", "What is insured?", "What is not insured?",
    "Are there any restrictions on cover?", "Where am I covered?", "What are my obligations?",
    "When and how do I pay?", "When does the cover start and end?", "How do I cancel the contract?",
)  # fmt: skip


@pytest.fixture(scope="module")
def good(trial) -> Checked:
    return trial(SAMPLE, RULEBOOK, lang="en")


@pytest.fixture(scope="module")
def page(good: Checked) -> str:
    return html(good.sheets[0])


def between(page: str, first: str, last: str) -> str:
    return page[page.index(f'id="{first}"') : page.index(f'id="{last}"')]


def test_the_sample_passes(good: Checked, losses) -> None:
    assert {one.rule for one in good.findings if one.severity != "note"} <= {"plainness"}
    assert losses(good, printed=True) == set()


def test_the_questions_stand_in_the_order_of_the_law(good: Checked) -> None:
    titles = ["".join(sentence.text for sentence in one.title) for one in good.sheets[0].sections]
    assert tuple(filter(None, titles)) == ORDER


def test_two_sides_of_a4_at_most_and_type_that_can_be_read(page: str) -> None:
    data = pdf(page, "ipid")
    paper = printed.read(data, heights=True)
    read = letters(paper)
    smallest = min(size for one in read for size in one.sizes)
    assert len(read) <= 2
    assert smallest * x_height(paper) >= regime.load(RULEBOOK).paper.x_height


def test_title_insurer_product_and_reference_open_the_document(good: Checked, page: str) -> None:
    text = re.sub(r"<[^>]+>|\s+", " ", page[page.index("<h1>") : page.index('id="type"')])
    opening = ("Insurance Product Information Document", "Wayfare Travel Insurance DAC", "Ireland", "C999204",
               "Wayfare Single-Trip Travel Cover", "provided in other documents")  # fmt: skip
    about = good.sheets[0].sections[0]
    assert about.id == "about" and about.title == ()
    assert all(one in text for one in opening)
    assert text.index("Wayfare Travel Insurance DAC", text.index("Company")) < text.index("in other documents")


def test_signs_differ_by_shape_so_that_black_and_white_will_do(page: str) -> None:
    parts = {
        "tick": between(page, "insured", "not-insured"),
        "cross": between(page, "not-insured", "restrictions"),
        "warning": between(page, "restrictions", "where"),
        "blue-tick": between(page, "where", "obligations"),
    }
    signs = {mark: set(re.findall(r'<svg class="sign ([\w-]+)"', part)) for mark, part in parts.items()}
    assert signs == {mark: {mark} for mark in parts}
    shapes = {
        mark: "".join(re.findall(r' d="([^"]+)"', part[part.index("sign ") :].split("</svg>")[0]))
        for mark, part in parts.items()
    }
    assert shapes["tick"] == shapes["blue-tick"]
    assert len(set(shapes.values())) == 3


def test_each_question_but_the_first_has_its_symbol(page: str) -> None:
    assert len(re.findall(r'<h2 id="h-[\w-]+"><svg class="symbol"', page)) == len(ORDER) - 1


def test_optional_cover_has_no_tick(page: str) -> None:
    part = between(page, "insured", "not-insured")
    row = part[part.index("Optional cover") - 60 :]
    assert "hire car" in row and 'class="sign' not in row


@pytest.mark.parametrize("title", ORDER)
def test_a_question_that_is_missing_is_named(good: Checked, page: str, losses, title: str) -> None:
    heading = next(one for one in re.findall(r"<h2 .*?</h2>", page, re.DOTALL) if title in one)
    sections = good.sheets[0].sections
    name = next(one.id for one in sections if title in "".join(sentence.text for sentence in one.title))
    lost = {("html", "section-order", ""), ("html", "lost-on-page", name)}
    assert lost <= losses(good, (heading, ""))


def test_questions_in_another_order_are_named(good: Checked, losses) -> None:
    swap = (("What is insured?", "•"), ("What is not insured?", "What is insured?"), ("•", "What is not insured?"))
    assert ("html", "section-order", "") in losses(good, *swap)


def test_a_changed_statement_is_named(good: Checked, losses) -> None:
    broken = losses(good, ("provided in other documents", "provided in further documents"))
    assert ("html", "statement-changed", "statements.complete-information") in broken


def test_a_fourth_side_is_too_many(good: Checked, losses) -> None:
    more = '<section style="break-before: page"><p>More</p></section>'
    assert ("pdf", "too-many-pages", "") not in losses(good, ("</main>", more * 2 + "</main>"), printed=True)
    assert ("pdf", "too-many-pages", "") in losses(good, ("</main>", more * 3 + "</main>"), printed=True)


def test_type_below_the_x_height_is_too_small(good: Checked, losses) -> None:
    small = losses(good, ('<section id="type">', '<section id="type" style="font-size: 6pt">'), printed=True)
    assert small == {("pdf", "x-height-too-small", "")}


REQUIRED = {
    "  registered_in: {zh-CN: 爱尔兰, en: Ireland}\n": "provider.registered_in",
    "  type: {zh-CN: 单次旅行保险, en: Single-trip travel insurance}\n": "insurance.type",
    "  premium: {amount: 48.00}\n": "insurance.premium",
    "  payment:\n    zh-CN: 买保险时用银行卡或银行转账付款。\n    en: Pay by card or bank transfer when you buy.\n":
        "insurance.payment",
}  # fmt: skip


@pytest.mark.parametrize(("lines", "field"), REQUIRED.items())
def test_what_the_law_wants_and_nobody_stated_stops_the_document(trial, found, lines: str, field: str) -> None:
    made = trial(SAMPLE, RULEBOOK, (lines, ""), lang="en")
    assert found(made, "missing-fact") == [("error", field)]
    text = " ".join(one.text for _, _, group in made.sheets[0].everything() for one in group)
    assert "not stated" in text


def test_before_its_day_the_rulebook_warns(trial, found) -> None:
    edits = (("as_of: 2026-11-24", "as_of: 2018-02-22"), ("launched: 2026-05-04", "launched: 2018-01-04"))
    assert found(trial(SAMPLE, RULEBOOK, *edits, lang="en"), "rulebook-out-of-date") == [("warning", "as_of")]


def test_words_that_nobody_compared_with_the_law_are_told(good: Checked) -> None:
    told = [one.values["text"] for one in good.findings if one.rule == "rulebook-unverified"]
    assert told == ["complete-information"]
