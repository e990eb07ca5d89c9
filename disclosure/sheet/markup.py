"""Worded Markdown becomes a tree of known elements; data in it are marks, so data is never markup."""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.tables import TableExtension

_UNDER_HEADER = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")


@lru_cache
def _reader() -> Markdown:
    reader = Markdown(extensions=[TableExtension(), DefListExtension()])
    reader.preprocessors.deregister("html_block")
    for pattern in ("html", "entity", "reference", "image_link", "image_reference", "autolink"):
        reader.inlinePatterns.deregister(pattern)
    reader.treeprocessors.deregister("unescape", strict=False)
    return reader


@lru_cache(maxsize=512)
def tree(text: str) -> Element:
    """The element tree of a Markdown text; HTML in it stays text. Not to be changed: like texts share one."""
    reader = _reader()
    reader.reset()
    lines = _apart(text.split("\n"))
    for step in reader.preprocessors:
        lines = step.run(lines)
    root = reader.parser.parseDocument(lines).getroot()
    for step in reader.treeprocessors:
        changed = step.run(root)
        root = root if changed is None else changed
    return root


def _apart(lines: list[str]) -> list[str]:
    """Keep tables, lists, quotes and headings apart from their neighbours, and one table from the
    next, as Markdown asks, so that wording need not care how many empty lines its conditions leave
    behind."""
    spaced: list[str] = []
    before = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        kind = _kind(line, after)
        if kind == before == "row" and _UNDER_HEADER.fullmatch(after):
            spaced.append("")
        if kind not in ("", "said") and kind != before or kind == "label":
            spaced.append("")
        if kind or before != "row":
            spaced.append(line)
        before = kind or (before if before == "row" else "")
    return spaced


def _kind(line: str, after: str) -> str:
    text = line.strip()
    if after.startswith(":   ") and text:
        return "label"
    if text.startswith(":   ") or line.startswith("    "):
        return "said"
    kinds = {"|": "row", "- ": "bullet", ">": "quote", "#": "heading"}
    found = (kind for mark, kind in kinds.items() if text.startswith(mark))
    return next(found, "prose" if text else "")
