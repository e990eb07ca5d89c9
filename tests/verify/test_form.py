"""The form that a rulebook wants, measured on small PDFs that the typesetter of the house has made."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.render.pdf import pdf
from disclosure.verify import Form, Loss, Standout, form as forms, letters, page as pages_of, printed as prints
from disclosure.verify.letters import MM_PER_POINT, Letters

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title><style>
@page { size: A4; margin: 20mm; @bottom-left { content: "foot"; font: 8pt "Disclosure Sans SC" } }
body { font: 10pt "Disclosure Sans SC"; margin: 0 } .new { break-before: page } h1, h2 { font-size: 12pt; margin: 0 }
</style></head><body>%s</body></html>"""
CITED = "Art. 1"


def misshapen(wanted: Form, data: bytes) -> tuple[Loss, ...]:
    return forms.misshapen(wanted, prints.read(data, heights=True))


def misworded(wanted: Form, page: str) -> tuple[Loss, ...]:
    return forms.misworded(wanted, pages_of.read(page))


def pages(data: bytes) -> tuple[Letters, ...]:
    return letters.letters(prints.read(data))


def x_height(data: bytes) -> Decimal | None:
    return letters.x_height(prints.read(data, heights=True))


Print = Callable[[str], bytes]


@pytest.fixture(scope="module")
def printed() -> Print:
    """The PDF of a body, made once each."""
    made: dict[str, bytes] = {}

    def of(body: str) -> bytes:
        if body not in made:
            made[body] = pdf(PAGE % body, "t")
        return made[body]

    return of


def form(**wants: object) -> Form:
    return Form("test.rules 1", paper_citation=CITED, **wants)


def told(losses: tuple[Loss, ...]) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in losses]


def standing(shown: str, **wants: object) -> Form:
    return form(standouts=(Standout("rates[0].rate", (shown,), CITED, **wants),))


def test_a_form_that_wants_nothing_finds_nothing(printed: Print) -> None:
    assert misshapen(form(), printed("<p>x</p>")) == ()


def test_as_many_pages_as_allowed_and_one_more(printed: Print) -> None:
    two = printed('<p>x</p><p class="new">x</p>')
    assert misshapen(form(most_pages=2), two) == ()
    (loss,) = misshapen(form(most_pages=1), two)
    assert (loss.where, loss.rule, loss.text) == ("pdf", "too-many-pages", "2")
    assert dict(loss.values) == {"regime": "test.rules 1", "citation": CITED, "limit": "1"}


def test_the_smallest_type_is_measured_in_running_feet_too(printed: Print) -> None:
    page = printed("<p>Text of ten points</p>")
    assert misshapen(form(smallest_type=Decimal(8)), page) == ()
    assert told(misshapen(form(smallest_type=Decimal("8.5")), page)) == [("type-too-small", "8.0 pt")]


def test_type_of_exactly_the_least_size_is_large_enough(printed: Print) -> None:
    small = printed('<p>x <span style="font-size: 7.9pt">small</span></p>')
    assert told(misshapen(form(smallest_type=Decimal(8)), small)) == [("type-too-small", "7.9 pt")]
    assert misshapen(form(smallest_type=Decimal("7.9")), small) == ()


def test_one_small_letter_is_seen(printed: Print) -> None:
    page = printed('<p>ten points, <sup style="font-size: 5pt">2</sup> five</p>')
    assert told(misshapen(form(smallest_type=Decimal(8)), page)) == [("type-too-small", "5.0 pt")]


@pytest.mark.parametrize("turn", ["rotate(90deg)", "rotate(180deg)", "rotate(30deg)", "scale(1)"])
def test_letters_keep_their_size_however_they_are_turned(printed: Print, turn: str) -> None:
    body = f'<p style="margin: 30mm; width: 30mm; transform: {turn}">turned</p>'
    (page,) = pages(printed(body))
    at = page.text.index("turned")
    assert set(page.sizes[at : at + 6]) == {Decimal("10.0")}


def test_a_drawing_that_is_shrunk_shrinks_its_letters(printed: Print) -> None:
    (page,) = pages(printed('<svg viewBox="0 0 400 40" width="200pt" height="20pt" font-size="14" '
                            'font-family="Disclosure Sans SC"><text x="0" y="20">drawn</text></svg>'))  # fmt: skip
    at = page.text.index("drawn")
    assert set(page.sizes[at : at + 5]) == {Decimal("7.0")}


def test_the_height_of_a_small_x_is_that_of_the_font(printed: Print) -> None:
    of_an_em = Decimal("0.543")  # OS/2 sxHeight of the shipped font
    for body in ("<p>x</p>", "<p>An exact example</p>", '<p style="font-size: 24pt">xxx</p><p>x</p>'):
        assert abs(x_height(printed(body)) / MM_PER_POINT - of_an_em) < Decimal("0.002")
    assert x_height(printed("<p>no such letter</p>")) is None


def test_bold_print_does_not_hide_the_lower_x_of_the_regular_face(printed: Print) -> None:
    both = printed("<p><b>x</b></p><p>x</p>")
    assert x_height(both) == x_height(printed("<p>x</p>")) < x_height(printed("<p><b>x</b></p>"))


def test_an_x_below_the_least_height_is_told_in_millimetres(printed: Print) -> None:
    page = printed('<p style="font-size: 6pt">exact</p>')
    assert misshapen(form(x_height=Decimal("1.1")), page) == ()
    assert told(misshapen(form(x_height=Decimal("1.2")), page)) == [("x-height-too-small", "1.15 mm")]
    assert misshapen(form(x_height=Decimal("1.2")), printed('<p style="font-size: 6.3pt">exact</p>')) == ()


def test_a_value_that_must_have_so_many_points(printed: Print) -> None:
    page = printed('<p><span style="font-size: 16pt">22.99%</span> and once more 22.99%</p>')
    assert misshapen(standing("22.99%", at_least=Decimal(16)), page) == ()
    (loss,) = misshapen(standing("22.99%", at_least=Decimal("16.5")), page)
    assert (loss.rule, loss.path, loss.text) == ("not-prominent", "rates[0].rate", "22.99%")
    assert dict(loss.values)["measured"] == "16.0 pt" and dict(loss.values)["limit"] == "16.5 pt"


def test_a_value_is_as_large_as_its_smallest_letter(printed: Print) -> None:
    page = printed('<p><span style="font-size: 16pt">22.99</span>%</p>')
    assert told(misshapen(standing("22.99%", at_least=Decimal(16)), page)) == [("not-prominent", "22.99%")]


def test_each_of_several_values_must_stand_out(printed: Print) -> None:
    page = printed('<p><span style="font-size: 16pt">1.99%</span> then 22.99%</p>')
    both = form(standouts=(Standout("rates", ("1.99%", "22.99%"), CITED, at_least=Decimal(16)),))
    assert told(misshapen(both, page)) == [("not-prominent", "22.99%")]


def test_a_value_must_not_be_smaller_than_another(printed: Print) -> None:
    page = printed('<p>13.58% a year, <span style="font-size: 12pt">0.05%</span> a day</p>')
    assert told(misshapen(standing("13.58%", than=("0.05%",)), page)) == [("not-prominent", "13.58%")]
    assert misshapen(standing("0.05%", than=("13.58%",)), page) == ()
    assert misshapen(standing("13.58%", than=("13.58%",)), page) == ()
    assert misshapen(standing("13.58%", than=("7.77%",)), page) == ()


def test_a_value_that_must_be_bold(printed: Print) -> None:
    page = printed("<p><b>5.00%</b> and 3.00% and <b>1.</b>00%</p>")
    assert misshapen(standing("5.00%", bold=True), page) == ()
    assert told(misshapen(standing("3.00%", bold=True), page)) == [("not-bold", "3.00%")]
    assert told(misshapen(standing("1.00%", bold=True), page)) == [("not-bold", "1.00%")]


def test_a_value_that_must_not_be_bold(printed: Print) -> None:
    page = printed("<p><b>5.00%</b> and 3.00%</p>")
    assert told(misshapen(standing("5.00%", bold=False), page)) == [("bold-forbidden", "5.00%")]
    assert misshapen(standing("3.00%", bold=False), page) == ()
    assert misshapen(standing("5.00%"), page) == ()


@pytest.mark.parametrize(
    ("sought", "other"),
    [("9.98%", "19.98%"), ("1.99%", "11.99%"), ("5", "0.5"), ("9.9", "9.98"), ("$3", "$36"), ("US$1", "US$1,000"),
     ("US$3", "US$3.50"), ("12个月", "112个月")],
)  # fmt: skip
def test_a_figure_within_another_is_not_that_figure(printed: Print, sought: str, other: str) -> None:
    page = printed(f'<p>It is {sought}, not <b style="font-size: 20pt">{other}</b> now.</p>')
    assert told(misshapen(standing(sought, at_least=Decimal(16), bold=True), page)) == [
        ("not-prominent", sought), ("not-bold", sought),
    ]  # fmt: skip


@pytest.mark.parametrize("after", [".", ",", ")", " a year", "; 2 more", "。"])
def test_what_ends_a_sentence_does_not_belong_to_the_figure(printed: Print, after: str) -> None:
    page = printed(f'<p><b style="font-size: 20pt">US$32{after}</b></p>')
    assert misshapen(standing("US$32", at_least=Decimal(16), bold=True), page) == ()


WORDS = "You are about to purchase a product that is not simple and may be difficult to understand."
STATED = form(statements=(("simple", WORDS, CITED),))


def test_a_statement_stands_however_its_lines_break(printed: Print) -> None:
    assert misshapen(STATED, printed(f'<p style="width: 30mm">{WORDS}</p>')) == ()
    assert misshapen(STATED, printed(f"<p>{WORDS.replace('not', '<b>not</b>')}</p>")) == ()


def test_a_statement_may_go_on_over_the_page(printed: Print) -> None:
    body = f'<div style="height: 250mm"></div><p style="width: 20mm; orphans: 1; widows: 1">{WORDS}</p>'
    data = printed(body)
    assert len(pages(data)) == 2
    assert misshapen(STATED, data) == ()


CHANGED = {
    "a letter": WORDS.replace("purchase", "purchases"),
    "a word": WORDS.replace("may be", "is"),
    "a stop": WORDS.removesuffix("."),
    "a capital": WORDS.replace("You", "you"),
    "a mark inside": WORDS.replace("simple and", "simple, and"),
}


@pytest.mark.parametrize("change", CHANGED)
def test_a_statement_with_one_thing_changed_is_named(printed: Print, change: str) -> None:
    body = f"<p>{CHANGED[change]}</p>"
    (loss,) = misshapen(STATED, printed(body))
    assert (loss.rule, loss.path, loss.text) == ("statement-changed", "statements.simple", WORDS)
    assert [one.rule for one in misworded(STATED, PAGE % body)] == ["statement-changed"]


@given(at=st.integers(0, len(WORDS) - 1), letter=st.sampled_from("aeiou.,0 "))
def test_any_one_letter_changed_is_seen_on_the_page(at: int, letter: str) -> None:
    changed = WORDS[:at] + letter + WORDS[at + 1 :]
    same = changed.replace(" ", "") == WORDS.replace(" ", "")
    assert (misworded(STATED, PAGE % f"<p>{changed}</p>") == ()) == same


ORDER = form(titles=("Key Facts", "Fees", "What is insured?"))


def both(printed: Print, body: str) -> list[list[tuple[str, str]]]:
    return [told(misshapen(ORDER, printed(body))), told(misworded(ORDER, PAGE % body))]


def test_titles_in_their_order(printed: Print) -> None:
    body = "<h1>Key Facts</h1><h2>More</h2><p>x</p><h2>Fees</h2><p>x</p><h2>What is <b>insured?</b></h2>"
    assert both(printed, body) == [[], []]


def test_a_title_that_is_missing_is_named(printed: Print) -> None:
    body = "<h1>Key Facts</h1><p>x</p><h2>What is insured?</h2>"
    assert both(printed, body) == [[("section-order", "Fees")]] * 2


def test_titles_in_another_order_are_named(printed: Print) -> None:
    body = "<h1>Key Facts</h1><h2>What is insured?</h2><p>x</p><h2>Fees</h2>"
    assert both(printed, body) == [[("section-order", "What is insured?")]] * 2


def test_the_words_of_a_title_in_running_text_are_no_title(printed: Print) -> None:
    body = "<h1>Key Facts</h1><p>Fees may change.</p><h2>What is insured?</h2>"
    assert both(printed, body) == [[("section-order", "Fees")]] * 2


def test_a_longer_heading_is_not_the_title(printed: Print) -> None:
    body = "<h1>Key Facts</h1><h2>Transaction Fees</h2><h2>What is insured?</h2>"
    assert told(misworded(ORDER, PAGE % body)) == [("section-order", "Fees")]
