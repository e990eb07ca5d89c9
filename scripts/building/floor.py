"""How far the whole pipeline is from bare WeasyPrint printing the same finished pages.

Both sides work in a warm process of their own, turn by turn, page by page; processor time counts.
"""

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .command import LANGUAGES
from .rows import middle, ratio, remark, title

WARM_UP = 4
_kept: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Pair:
    """Milliseconds of one document: ours, of them reading back, and bare."""

    ours: float
    reading: float
    bare: float


def measured(definitions: Sequence[Path], place: Path) -> dict[str, list[float]]:
    """Tell the ratios by language; the milliseconds of ours for each language."""
    title("The whole pipeline and bare WeasyPrint (one warm process each, processor time of a document, medians)")
    found = {lang: list(_pairs(definitions, lang, place)) for lang in LANGUAGES}
    for lang, pairs in found.items():
        _told(lang, pairs)
    zh, en = (middle(pair.ours for pair in found[lang]) for lang in ("zh-CN", "en"))
    ratio("a Chinese document / an English document of the same product", zh, en, "ms", 1.1, most=True)
    remark(f"{len(found['en'])} products, one plain sheet each in each language; the bare side has the same page, fonts and")
    remark('PDF variant: HTML(string=page).write_pdf(font_config=…, stylesheets=[fonts], pdf_variant="pdf/a-3a").')
    return {lang: [pair.ours for pair in pairs] for lang, pairs in found.items()}


def _told(lang: str, pairs: Sequence[Pair]) -> None:
    whole, bare = middle(pair.ours for pair in pairs), middle(pair.bare for pair in pairs)
    made = middle(pair.ours - pair.reading for pair in pairs)
    ratio(f"{lang}: load, figures, compose, check, HTML, PDF / bare", made, bare, "ms", 1.15, most=True)
    ratio(f"{lang}: the same and reading it back / bare", whole, bare, "ms")
    ratio(f"{lang}: reading back / the whole", middle(pair.reading for pair in pairs), whole, "ms", 0.15, most=True)


def _pairs(definitions: Sequence[Path], lang: str, place: Path) -> Iterator[Pair]:
    """Each document on both sides in turn; the first few are not counted."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context) as ours, ProcessPoolExecutor(1, context) as theirs:
        for number, path in enumerate(definitions):
            whole, reading, page = ours.submit(carried_out, str(path), lang, str(place)).result()
            bare = theirs.submit(printed, page).result()
            if number >= WARM_UP:
                yield Pair(1000 * whole, 1000 * reading, 1000 * bare)


def carried_out(path: str, lang: str, stage: str) -> tuple[float, float, str]:
    """Make one document from its definition: seconds, of them reading back, and its page."""
    from disclosure.site.making import Task
    from disclosure.site.options import Options

    task = Task(Path(path), Options(languages=(lang,), regime="plain.sheet"), ("html", "pdf"))
    with _clocked() as spent:
        began = time.process_time()
        made = task.carry_out(stage)
        whole = time.process_time() - began
    (receipt,) = made.receipts
    if receipt.problems:
        raise SystemExit(f"{path}: {receipt.problems}")
    page = next(name for name, *_ in receipt.files if name.endswith(".html"))
    return whole, sum(spent), Path(stage, page).read_text(encoding="utf-8")


@contextmanager
def _clocked() -> Iterator[list[float]]:
    """What the independent reader takes, in this process: what it expects, its form, and its proof."""
    from disclosure import document, verify
    from disclosure.site import form

    spent: list[float] = []
    places = [(document, "prove"), (verify, "expectation"), (form, "form_of")]
    before = [getattr(module, name) for module, name in places]
    for (module, name), act in zip(places, before, strict=True):
        setattr(module, name, _timed(act, spent))
    try:
        yield spent
    finally:
        for (module, name), act in zip(places, before, strict=True):
            setattr(module, name, act)


def _timed(act: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return act(*arguments, **named)
        finally:
            spent.append(time.process_time() - began)

    return timed


def printed(page: str) -> float:
    """Print a finished page with WeasyPrint alone: seconds."""
    from weasyprint import HTML

    fonts, faces = _fonts()
    began = time.process_time()
    HTML(string=page).write_pdf(font_config=fonts, stylesheets=[faces], pdf_variant="pdf/a-3a")
    return time.process_time() - began


def _fonts() -> tuple[Any, Any]:
    """The fonts of the program, loaded once."""
    if "fonts" not in _kept:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        configuration = FontConfiguration()
        _kept["fonts"] = configuration, CSS(string=_faces(), font_config=configuration)
    return _kept["fonts"]


def _faces() -> str:
    import json

    from disclosure import shipped

    folder = shipped.folder("templates", "layout", "fonts")
    described = json.loads((folder / "fonts.json").read_text(encoding="utf-8"))
    return "".join(
        f"@font-face{{font-family:'{described['family']}';font-weight:{face['weight']};"
        f"src:url('{(folder / face['file']).as_uri()}')}}" for face in described["faces"]
    )  # fmt: skip
