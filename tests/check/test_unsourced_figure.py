"""A digit on a sheet that no fact stands for is seen, wherever it stands."""

from dataclasses import replace

import pytest

from disclosure.check import Finding
from disclosure.check.rules import unsourced_figure
from disclosure.sheet import Fact, Run, Section, Sentence, Term
from disclosure.sheet.model import Bullets, Callout, Definitions, Heading, Paragraph, Table

SAID = (Sentence((Run("In "), Run("3 days", strong=True), Run(" all is done."))),)
SEEN = [Finding("unsourced-figure", "error", "en", "extra", "", "In 3 days all is done.", {"text": "3 days"})]


@pytest.mark.parametrize(
    "block",
    [Paragraph(SAID), Callout(SAID), Heading(SAID), Bullets((SAID,)), Definitions((((), SAID),)),
     Table((), ((SAID,),))],
    ids=lambda block: type(block).__name__,
)
def test_a_digit_of_the_wording_is_seen(everything, block) -> None:
    sheet = everything["harbour-tiered-saver"].sheets[1]
    assert list(unsourced_figure.find(sheet)) == []
    more = replace(sheet, sections=(*sheet.sections, Section("extra", (), (block,))))
    assert list(unsourced_figure.find(more)) == SEEN


def test_facts_and_terms_may_hold_digits(everything) -> None:
    sheet = everything["harbour-tiered-saver"].sheets[1]
    fact = Run("3 days", fact=Fact("term.length", "period", "P3D", "3 days"))
    term = Run("T+1 (the next day)", term=Term("t-plus", "explain", "T+1", "the next day", ""))
    more = replace(sheet, title=(Sentence((fact, Run(" "), term)),))
    assert list(unsourced_figure.find(more)) == []
