"""Products that real firms sell become sheets on which nothing is lost and nothing is invented."""

import re
from decimal import Decimal

import pytest

from disclosure.check.rules import unprinted_fact, unsourced_figure
from disclosure.render.html import html
from disclosure.render.pdf import pdf
from disclosure.document import FAMILY
from disclosure.verify import expectation, prove
from disclosure.verify import page as reader
from disclosure.verify.words import squeezed

pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")
PRINTED = 6
NOT_STATED = re.compile(r"not stated|未说明|没有说明", re.IGNORECASE)


def said(section) -> str:
    from disclosure.sheet.model import parts

    return " ".join(one.text for block in section.blocks for _, group in parts(block) for one in group)


def test_there_are_enough_of_many_kinds(real) -> None:
    assert len(real) >= 40
    assert {item.kind for item, _ in real.values()} >= {"deposit", "loan", "card", "fund"}


def test_every_page_shows_every_fact(real) -> None:
    for name, (_, sheet) in real.items():
        assert (name, prove(expectation(sheet, FAMILY), html(sheet), None)) == (name, ())


def test_some_are_printed_and_read_back(real) -> None:
    banks = [(name, sheet) for name, (item, sheet) in real.items() if item.kind != "fund"]
    for name, sheet in banks[:: len(banks) // PRINTED][:PRINTED]:
        page = html(sheet)
        assert (name, prove(expectation(sheet, FAMILY), page, pdf(page, name))) == (name, ())


def test_a_sentence_may_go_on_on_the_next_page(real) -> None:
    if "OVERDRAFTS-11" not in real:
        pytest.skip("the record is not among those taken")
    sheet = real["OVERDRAFTS-11"][1]
    page = html(sheet)
    assert prove(expectation(sheet, FAMILY), page, pdf(page, "long")) == ()


def test_columns_higher_than_a_page_are_printed_whole(real) -> None:
    for name, (item, sheet) in real.items():
        if item.kind == "fund":
            page = html(sheet)
            assert (name, prove(expectation(sheet, FAMILY), page, pdf(page, name))) == (name, ())


def test_every_value_of_the_record_is_printed(real) -> None:
    for name, (item, sheet) in real.items():
        assert (name, list(unprinted_fact.find(item, sheet))) == (name, [])
        assert (name, list(unsourced_figure.find(sheet))) == (name, [])


def test_fees_that_a_record_does_not_state_are_not_stated(real) -> None:
    silent = {name: sheet for name, (item, sheet) in real.items() if item.fees is None}
    assert silent
    for name, sheet in silent.items():
        (cost,) = (section for section in sheet.sections if section.id == "cost")
        assert NOT_STATED.search(said(cost)), name
        assert not re.search(r"no charge|no fees|免费", said(cost)), name
        assert [fact.path for fact in sheet.facts if fact.path.startswith(("fees", "figures"))] == []


def test_a_fee_without_a_price_is_not_stated(real) -> None:
    seen = 0
    for name, (item, sheet) in real.items():
        for index, fee in enumerate(item.fees or ()):
            if fee.status == "not_stated":
                seen += 1
                (status,) = {fact.shown for fact in sheet.facts if fact.path == f"fees[{index}].status"}
                assert NOT_STATED.search(status), name
                assert {f.kind for f in sheet.facts if f.path.startswith(f"fees[{index}].amount")} == set(), name
    assert seen > 10


def test_no_zero_is_printed_that_no_record_states(real) -> None:
    for name, (item, sheet) in real.items():
        stated = repr(item)
        for fact in sheet.facts:
            if fact.kind in ("money", "rate") and not fact.path.startswith("figures."):
                value = Decimal(fact.value.split(" ")[0].rstrip("%"))
                assert value or re.search(r"Decimal\('-?0[0.]*'\)", stated), (name, fact)


def test_what_else_is_missing_is_said_to_be_missing(real) -> None:
    for name, (item, sheet) in real.items():
        sections = {section.id: said(section) for section in sheet.sections}
        if item.target is None and not item.eligibility:
            assert NOT_STATED.search(sections["for-me"]), name
        if item.term is None:
            assert NOT_STATED.search(sections["money-out"]), name
        if item.provider.complaints is None:
            assert NOT_STATED.search(sections["complain"]), name


def test_the_page_is_one_document_without_scripts_or_foreign_content(real) -> None:
    for name, (_, sheet) in real.items():
        page = html(sheet)
        assert re.findall(r"<script[^>]*>", page) == ['<script type="application/ld+json">'], name
        assert not re.search(r"(?:src|srcset|action)=|url\(|<(?:img|iframe|link|form)\b", page), name
        assert squeezed("".join(one.text for one in sheet.title)) in squeezed(reader.read(page).text)
