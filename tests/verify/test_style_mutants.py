"""A style that hides, moves, covers, alters or adds words is caught, wherever it stands; any other is not."""

import pytest

PASSAGE = ".callout"
HIDING = [
    "display:none", "display:none!important", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:5%",
    "color:#fff;background:#fff", "color:transparent", "color:rgb(0 0 0 / 5%)", "color:#f4f4f4", "color:var(--x)",
    "-webkit-text-fill-color:transparent", "font-size:0", "font-size:1px", "font-size:.05em", "font:1px/1 serif",
    "font-size:calc(1rem - 15px)", "zoom:.1", "line-height:0", "letter-spacing:-1em", "position:absolute;left:-9999px",
    "position:fixed;top:-200vh", "position:absolute;inset:0", "position:relative;top:3em", "margin-left:-100vw",
    "margin:0 0 0 -9999px", "text-indent:-999em", "transform:scale(0)", "transform:rotateX(90deg)", "translate:-200vw",
    "scale:0", "height:0;overflow:hidden", "max-height:1em;overflow:clip", "clip:rect(0,0,0,0)", "clip-path:inset(100%)",
    "mask:linear-gradient(transparent,transparent)", "filter:opacity(0)", "filter:blur(9px)", "mix-blend-mode:lighten",
    "content-visibility:hidden", "z-index:-1;position:relative", "background:linear-gradient(#000,#000)",
    "background-clip:text", "animation:gone 1ms forwards", "text-transform:uppercase", "direction:rtl",
    "unicode-bidi:bidi-override", "font-family:Wingdings", "writing-mode:vertical-rl",
]  # fmt: skip
PLACES = {
    "an attribute": lambda page, style: page.replace('class="callout"', f'class="callout" style="{style}"'),
    "a rule": lambda page, style: page.replace("</head>", f"<style>{PASSAGE}{{{style}}}</style></head>"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("style", HIDING)
def test_words_that_a_style_hides_are_named(pages, proved, style: str, place: str) -> None:
    losses = proved("en", PLACES[place](pages["en"], style))
    assert losses and {loss.where for loss in losses} == {"html"}
    said = " ".join(loss.text for loss in losses)
    assert "The yardstick is not a forecast" in said or "callout" in said or "<p>" in said or "url" in said


CONDITIONS = [
    "@media screen", "@media print", "@media (max-width: 20.5rem)", "@media (min-width: 1500px)",
    "@media screen and (min-width: 60rem)", "@media (width > 90rem)", "@media (40rem <= width <= 45rem)",
    "@media (prefers-color-scheme: dark)", "@media not print", "@media (orientation: portrait) and (hover: none)",
    "@supports (display: grid)", "@layer sheet", "@media print, (min-width: 1500px)",
]  # fmt: skip


@pytest.mark.parametrize("condition", CONDITIONS)
def test_words_hidden_in_some_windows_only_are_caught(pages, proved, condition: str) -> None:
    rule = f"<style>{condition} {{ .callout {{ display: none }} }}</style></head>"
    assert proved("en", pages["en"].replace("</head>", rule))


@pytest.mark.parametrize(
    "selector",
    ["p.callout", "main *", "section > p", "h2 + p", "[class~=callout]", "p:not(.x)", "main :is(p, li)", "*",
     ":lang(en) td", "tr:nth-child(2)", "section:has(.callout)", "#cost", "dfn", "strong"],
)  # fmt: skip
def test_any_selector_is_followed(pages, proved, selector: str) -> None:
    assert proved("en", pages["en"].replace("</head>", f"<style>{selector}{{display:none}}</style></head>"))


ADDED = {
    "words behind a paragraph": '.callout::after { content: "You cannot lose money" }',
    "a figure before a cell": 'td::before { content: "1" }',
    "an attribute of choice": "p::after { content: attr(title) }",
    "words in the margin of a page": '@page { @top-left { content: "Approved" } }',
    "a sheet over the page": 'body::after { content: ""; position: fixed; inset: 0; background: #fff }',
    "another style sheet": '@import url("other.css");',
    "a font with other letters": '@font-face { font-family: "Disclosure Sans SC"; src: url("x.ttf") }',
    "a picture from elsewhere": ".callout { background: url(https://x.example/a.png) }",
    "a first letter without colour": ".callout::first-letter { color: #fff }",
    "rules nobody can read": "p:nth-col(2) { display: none }",
    "a rule within a rule": "main { & .callout { display: none } }",
    "a scope": "@scope (main) { p { display: none } }",
}


@pytest.mark.parametrize("name", ADDED)
def test_what_a_style_adds_is_caught(pages, proved, name: str) -> None:
    losses = proved("en", pages["en"].replace("</head>", f"<style>{ADDED[name]}</style></head>"))
    assert losses and all(loss.where == "html" for loss in losses)


HARMLESS = [
    "p { margin: 1rem 0; padding: .3rem }", "p { color: #333; background: #fafafa }", "main { position: static }",
    "li::before { content: '– ' }", "body { font-size: 12pt; font-weight: 400 }", ".x { display: none }",
    "@media print { nav { display: none } }", "p:hover { color: #fff }", "a:focus-visible { outline: 2px solid }",
    "td { text-indent: -.5em; padding-left: .5em }", "p { max-width: 30rem; width: auto; height: auto }",
    "@media (max-width: 10rem) { .callout { display: none } }", ".callout { display: none } .callout { display: block }",
    ".callout { opacity: .9 }", "p { transform: none; filter: none; clip-path: none }", "b { font-size: 1.2em }",
    "@page { margin: 10mm; @bottom-right { content: counter(page) ' / ' counter(pages) } }",
]  # fmt: skip


@pytest.mark.parametrize("rule", HARMLESS)
def test_a_style_that_hides_nothing_is_left_alone(pages, proved, rule: str) -> None:
    losses = proved("en", pages["en"].replace("</head>", f"<style>{rule}</style></head>"))
    assert losses == ()


BROUGHT_IN = [
    "<script>document.body.innerHTML = ''</script>", '<script src="x.js"></script>', '<img src="x.png" alt="">',
    '<link rel="stylesheet" href="x.css">', '<iframe src="x.html"></iframe>', '<base href="https://x.example/">',
    '<meta http-equiv="refresh" content="0;url=https://x.example">', '<p onclick="x()" hidden>x</p>',
    '<object data="x.pdf"></object>', "<marquee></marquee>",
]  # fmt: skip


@pytest.mark.parametrize("thing", BROUGHT_IN)
def test_what_a_sheet_never_holds_is_named(pages, proved, thing: str) -> None:
    losses = proved("en", pages["en"].replace("</main>", f"{thing}</main>"))
    assert "page-brings-in" in {loss.rule for loss in losses}


DRAWN = {
    "white letters on white": ('text-anchor="middle">', 'text-anchor="middle" fill="#fff">'),
    "letters outside the drawing": ('<text x="0" y="73"', '<text x="0" y="973"'),
    "a label altered": ("Lower risk", "Higher risk"),
    "another level marked": ('font-weight="700" fill="#fff">R3<', 'font-weight="700" fill="#fff">R2<'),
    "a box over the letters": ("Lower risk</text>", 'Lower risk</text><rect x="0" y="60" width="400" height="16" fill="#fff"/>'),
    "the drawing turned": ('<text x="0" y="73"', '<text transform="scale(0)" x="0" y="73"'),
    "another text for those who do not see it": ("<title>", "<title>No risk. "),
    "a level hidden from screen readers": ('<text x="0" y="73"', '<text aria-hidden="true" x="0" y="73"'),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_that_was_tampered_with_is_caught(pages, proved, name: str) -> None:
    old, new = DRAWN[name]
    start = pages["en"].index("<figure>")
    mutant = pages["en"][:start] + pages["en"][start:].replace(old, new, 1)
    assert mutant != pages["en"], "the page was not changed: mend this test"
    assert proved("en", mutant)


BESIDE = {
    "a link elsewhere": ('href="https://www.hengjiang-wealth.example"', 'href="https://evil.example"'),
    "a header for phones altered": ('data-label="How much"', 'data-label="How little"'),
    "a number in the data for machines": ("application/ld+json\">{", 'application/ld+json">{"interestRate": 9.87, '),
    "the title of another product": ("<title>Hengjiang Stable", "<title>Hengjiang Steady"),
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_the_text_is_proved(pages, proved, name: str) -> None:
    old, new = BESIDE[name]
    mutant = pages["en"].replace(old, new)
    assert mutant != pages["en"], "the page was not changed: mend this test"
    assert proved("en", mutant)


def test_cells_keep_their_rows(pages, proved) -> None:
    """The words stand in their order, but a cell has moved into another row."""
    page = pages["en"]
    start = page.index(">Management fee", page.index("<tbody"))
    end = page.index("</tr>", start)
    first = page.index("<td", start)
    moved = page[:first] + "</tr><tr>" + page[first:end] + page[end:]
    assert {loss.rule for loss in proved("en", moved)} == {"row-mixed"}
