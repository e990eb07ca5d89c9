"""What other ways to print take for the same finished pages: a plain loop, Chromium, Typst."""

import multiprocessing
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

from .command import LANGUAGES, ROOT
from .rows import middle, ratio, remark, title

SETTING = """#set page(paper: "a4", margin: 18mm)
#set document(title: "{name}")
#set text(font: "{family}", size: 9pt, lang: "{lang}")
"""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
SKIPPED = {"style", "script", "title", "head", "svg"}
ENDING = {"p", "h1", "h2", "h3", "h4", "li", "td", "th", "dt", "dd", "div", "section", "caption", "figcaption", "tr"}


def measured(pages: dict[str, list[Path]], warm: dict[str, dict[int, float]], place: Path) -> None:
    """Tell the ratios, each side's own loop in a warm process of its own."""
    title(f"Other ways to print the same pages ({len(pages['en'])} of each language, seconds on the clock, medians)")
    with _chinese(place) as font:
        _compared("a plain WeasyPrint loop", naive, pages, warm, {"zh-CN": 2.5}, workers=2)
        remark(f"The loop: a FontConfiguration for each page, the system's fonts (for Chinese {font}),")
        remark("untagged PDF, nothing checked or read back. Ours: two warm workers, the whole pipeline.")
        _chromium(pages, warm)
    _typst(pages, warm)


def _chromium(pages: dict[str, list[Path]], warm: dict[str, dict[int, float]]) -> None:
    if not _has("playwright"):
        return remark("Chromium was not measured: the package `playwright` is not installed.")
    _compared("Chromium, warm", chromium, pages, warm, {"zh-CN": 2}, workers=1)
    remark("Chromium: page.set_content, page.pdf(tagged) in one browser, the same fonts as the loop. Ours: one warm worker.")


def _typst(pages: dict[str, list[Path]], warm: dict[str, dict[int, float]]) -> None:
    if not _has("typst"):
        return remark("Typst was not measured: the package `typst` is not installed.")
    _compared("Typst, warm", typst, pages, warm, {}, workers=1)
    remark("Typst: the same text and our fonts as plain paragraphs, tagged (ua-1), without tables, figures or columns:")
    remark("a simpler sheet, nothing checked, and yet what a typesetter can do; it would need a second set of templates.")


@contextmanager
def _chinese(place: Path) -> Iterator[str]:
    """The name of the system's font for Chinese. Where it has none, ours is shown to it meanwhile: what
    draws boxes would be measured with too little to do."""
    if font := system_font():
        yield font
        return
    place.mkdir(parents=True, exist_ok=True)
    settings, before = place / "fonts.conf", os.environ.get("FONTCONFIG_FILE")
    settings.write_text(FONTS.format(folder=ROOT / "templates" / "layout" / "fonts", cache=place), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(settings)
    try:
        yield "ours, as the system has none"
    finally:
        del os.environ["FONTCONFIG_FILE"]
        os.environ |= {"FONTCONFIG_FILE": before} if before else {}


def _compared(
    name: str, act: Callable[[list[str], str], list[float]], pages: dict[str, list[Path]],
    warm: dict[str, dict[int, float]], needs: dict[str, float], workers: int,
) -> None:  # fmt: skip
    for lang in LANGUAGES:
        texts = [path.read_text(encoding="utf-8") for path in pages[lang]]
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
            theirs = middle(alone.submit(act, texts, lang).result()[1:])
        said = f"{lang}: {name} / ours with {workers} worker{'s' * (workers > 1)}, a document"
        ratio(said, 1000 * theirs, 1000 * warm[lang][workers], "ms", needs.get(lang))


def naive(pages: list[str], lang: str) -> list[float]:
    """Seconds of each page in a loop that many would write."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    return [_timed(lambda page=page: HTML(string=page).write_pdf(font_config=FontConfiguration())) for page in pages]


def chromium(pages: list[str], lang: str) -> list[float]:
    """Seconds of each page in a browser that is open."""
    from playwright.sync_api import sync_playwright

    def printed(page: str) -> None:
        sheet.set_content(page)
        sheet.pdf(prefer_css_page_size=True, tagged=True)

    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        sheet = browser.new_page()
        found = [_timed(lambda page=page: printed(page)) for page in pages]
        browser.close()
    return found


def typst(pages: list[str], lang: str) -> list[float]:
    """Seconds of each page, its text alone, in Typst."""
    import json

    import typst as engine

    folder = ROOT / "templates" / "layout" / "fonts"
    family = json.loads((folder / "fonts.json").read_text(encoding="utf-8"))["family"]
    sources = [SETTING.format(name=number, family=family, lang=lang[:2]) + _quoted(page) for number, page in enumerate(pages)]

    def compiled(source: str) -> bytes:
        return engine.compile(source.encode(), format="pdf", font_paths=[str(folder)], pdf_standards=["ua-1"])

    return [_timed(lambda source=source: compiled(source)) for source in sources]


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def system_font() -> str:
    """The font that this system has for Chinese, as fontconfig says; nothing where it has none."""
    if not shutil.which("fc-match"):
        return ""
    asked = ["fc-match", "-f", "%{family}|%{lang}", "sans:lang=zh-cn"]
    family, _, speaks = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.partition("|")
    return family if "zh-cn" in speaks.split("|") else ""


def _has(package: str) -> bool:
    from importlib.util import find_spec

    return find_spec(package) is not None


def _quoted(page: str) -> str:
    """The paragraphs of a page as Typst's own."""
    reader = _Paragraphs()
    reader.feed(page)
    texts = (text.replace("\\", "\\\\").replace('"', '\\"') for text in map(" ".join, reader.found) if text.strip())
    return "".join(f'#par("{" ".join(text.split())}")\n' for text in texts)


class _Paragraphs(HTMLParser):
    """The texts of a page, a list of words for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = [[]]
        self.within: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note where text is none."""
        if tag in SKIPPED:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Begin a new block."""
        if self.within and self.within[-1] == tag:
            self.within.pop()
        if tag in ENDING:
            self.found.append([])

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not self.within:
            self.found[-1].append(data)


def some(site: Path, lang: str, count: int) -> list[Path]:
    """Pages of a published site in one language."""
    return sorted(site.glob(f"*/{lang}.html"))[:count]
