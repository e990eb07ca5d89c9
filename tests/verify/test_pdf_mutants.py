"""A PDF that says something else than the sheet, or says it in another font, is caught."""

import io

import pytest

from disclosure.render.pdf import pdf
from disclosure.verify import Loss
from disclosure.verify.printed import read

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")

MUTANTS = {
    "one digit flipped": ("0.30%", "0.31%"),
    "a zero is dropped": ("0.10%", "0.1%"),
    "percent becomes per mille": ("0.30%", "0.30‰"),
    "not is dropped": ("It is not a deposit", "It is a deposit"),
    "a callout is hidden": ('<p class="callout">', '<p class="callout" style="display:none">'),
    "the costs are hidden": ('<section id="cost">', '<section id="cost" style="display:none">'),
}


def read_alone(losses: tuple[Loss, ...]) -> list[Loss]:
    """What reading shows, without the identifier that says of which page a print is."""
    return [loss for loss in losses if loss.rule != "pdf-of-another-page"]


@pytest.mark.parametrize("name", MUTANTS)
def test_a_printed_mutant_is_caught_though_the_page_is_good(pages, proved, name: str) -> None:
    old, new = MUTANTS[name]
    assert old in pages["en"]
    losses = read_alone(proved("en", pages["en"], pdf(pages["en"].replace(old, new), "mutant")))
    assert losses and {loss.where for loss in losses} == {"pdf"}


@pytest.mark.parametrize("other", ["hengjiang-growth-mixed/en.pdf", "hengjiang-stable-180d/zh-CN.pdf"])
def test_another_documents_pdf_is_caught(site, pages, proved, other: str) -> None:
    losses = read_alone(proved("en", pages["en"], (site / other).read_bytes()))
    assert len(losses) > 20 and {loss.where for loss in losses} == {"pdf"}


def test_yesterdays_pdf_is_caught(everything, sheet_of, pages, proved) -> None:
    from disclosure.render.html import html

    product = everything["hengjiang-stable-180d"].product
    yesterday = html(sheet_of(product.model_copy(update={"as_of": product.as_of.replace(day=23)})))
    losses = proved("en", pages["en"], pdf(yesterday, "yesterday"))
    assert "pdf-of-another-page" in {one.rule for one in losses}
    assert ("as_of", "24\u00a0November\u00a02026") in {(one.path, one.text) for one in losses}


def test_another_font_is_caught(pages, proved) -> None:
    from weasyprint import HTML

    page = pages["en"].replace("Disclosure Sans SC", "DejaVu Sans")
    out = io.BytesIO()
    HTML(string=page).write_pdf(out)
    used = {run.font for run in read(out.getvalue()).runs}
    if not used:
        pytest.skip("this machine has no font of its own to print with")
    assert not any(name.startswith("Disclosure") for name in used)
    told = {loss.text for loss in proved("en", pages["en"], out.getvalue()) if loss.where == "pdf"}
    assert {f"font {name}" for name in used} <= told


def test_only_a_pdf_that_was_asked_for_is_read(pages, proved) -> None:
    assert proved("en", pages["en"], None) == ()


MOVED = {
    "figures drawn in each other's rows": "tbody tr:nth-child(1) td:nth-child(2) { position: relative; top: 24pt }",
    "a heading drawn elsewhere": "#h-cost { position: relative; top: -250pt }",
    "a paragraph drawn over another": ".callout { position: relative; top: -30pt }",
    "a page without its lower half": "main { max-height: 90mm; overflow: hidden }",
    "letters covered by a box": ".callout { position: relative } .callout::after "
                                "{ content: ''; position: absolute; inset: 0; background: #eef3f5 }",
    "words put in by the style": ".callout::after { content: 'You cannot lose money.' }",
    "figures parted by lines": "section * { overflow-wrap: anywhere !important } .glance li { width: 9mm !important }",
}  # fmt: skip


@pytest.mark.parametrize("name", MOVED)
def test_what_is_drawn_out_of_its_place_is_caught(pages, proved, name: str) -> None:
    styled = pages["en"].replace("</head>", f"<style>{MOVED[name]}</style></head>")
    assert read_alone(proved("en", pages["en"], pdf(styled, "mutant")))


@pytest.mark.parametrize("style", ["color:#fff", "opacity:0", "font-size:1px"])
def test_text_without_ink_is_caught(pages, proved, style: str) -> None:
    old = '<p class="callout">'
    assert old in pages["en"]
    printed = pdf(pages["en"].replace(old, f'<p class="callout" style="{style}">'), "mutant")
    assert {loss.rule for loss in read_alone(proved("en", pages["en"], printed))} == {"no-ink"}


def test_only_the_print_of_this_very_page_belongs_to_it(pages, proved) -> None:
    printed = pdf(pages["en"] + "\n", "the same, but for a line end")
    assert [loss.rule for loss in proved("en", pages["en"], printed)] == ["pdf-of-another-page"]
    assert proved("en", pages["en"] + "\n", printed) == ()
