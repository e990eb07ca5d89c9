"""Sentences come in; the HTML of a line goes out: facts whole, terms explained or linked, strong words strong."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from ..sheet import Run
from ..sheet.model import Sentences
from .tabulation import Cell
from .typeset import between, pieces, spaced, tight

_KEPT = {"money", "rate", "period", "date", "number"}
_EXPLAINED = {"explain", "required"}
_PARTING = re.compile(r"[\u3007\u3400-\u9fff]{2}|[-–—/](?=\w)")  # a line may end within these


def phrase(sentences: Sentences, lang: str) -> Markup:
    """The HTML of some sentences, for a line of a page."""
    return Markup(between(lang).join(["".join(_parts(one.runs, lang)) for one in sentences]))


def plain(sentences: Sentences, lang: str) -> str:
    """The text of some sentences as it is set, without HTML."""
    return between(lang).join(
        ["".join([text for _, text in pieces(one.runs, lang)]) for one in sentences]
    )


def anchor(entry: str) -> str:
    """The place of an explained word in the list of them."""
    return f"t-{entry.replace('.', '-')}"


def reach(cell: Cell) -> Markup:
    """The attributes that extend a cell of a table over others."""
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    return Markup(f'{across} rowspan="{cell.down}"' if cell.down > 1 else across)


def whole(text: str) -> str:
    """The HTML of a fact that no line ends in.

    A space that does not break does it; only where a line could end without a space is a box needed,
    which makes a page slower to lay out.
    """
    bound = escape(text.replace(" ", "\N{NO-BREAK SPACE}"))
    return f'<span class="n">{bound}</span>' if _PARTING.search(text) else str(bound)


def _parts(runs: tuple[Run, ...], lang: str) -> Iterator[str]:
    known = list(pieces(runs, lang))
    strong = False
    for index, (run, text) in enumerate(known, 1):
        if run.strong != strong:
            strong = run.strong
            yield "<strong>" if strong else "</strong>"
        yield _run(run, text, known[index][1] if index < len(known) else "", lang)
    if strong:
        yield "</strong>"


def _run(run: Run, text: str, after: str, lang: str) -> str:
    if run.term and run.term.mode in _EXPLAINED:
        return _explained(run.term.original, text, after, lang)
    if run.term and run.term.mode == "listed":
        return f'<a class="term" href="#{anchor(run.term.entry)}">{tight(text, after)}</a>'
    if address := _address(run):
        return _within(text, lambda body: f'<a href="{escape(address)}">{escape(body)}</a>')
    if run.fact and run.fact.kind in _KEPT:
        return _within(text, whole)
    return str(tight(text, after))


def _explained(original: str, text: str, after: str, lang: str) -> str:
    cut = len(spaced(original) if lang.startswith("zh") else original)
    meaning = text[cut:].strip("\n")
    gloss = f'<span class="gloss">{tight(meaning, after)}</span>' if meaning else ""
    return f"<dfn>{escape(text[:cut])}</dfn>{gloss}"


def _address(run: Run) -> str:
    if run.href:
        return run.href
    if run.fact and run.fact.value.startswith("http"):
        return run.fact.value
    return f"mailto:{run.fact.value}" if run.fact and run.fact.path.endswith(".email") else ""


def _within(text: str, write: Callable[[str], str]) -> str:
    """A text written without the spaces around it, which stay outside."""
    body = text.strip()
    start = " " if text.startswith(" ") else ""
    return f"{start}{write(body)}{' ' if text.endswith(' ') else ''}"
