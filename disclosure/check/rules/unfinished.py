"""The texts of a product become findings where a placeholder of a new definition was left."""

import re
from collections.abc import Iterator
from typing import Any

from ...product import texts
from ..finding import Finding, Rule

RULE = Rule("unfinished", "nothing is published before its author has finished it")
_PLACEHOLDER = re.compile(r"\bTODO\b|待填写")


def find(product: Any, lang: str) -> Iterator[Finding]:
    """Each text in one language that still holds `TODO` or 待填写."""
    for path, text in texts(product):
        words = text.get(lang) or ""
        if _PLACEHOLDER.search(words):
            yield Finding(RULE.id, "error", lang, "", f"{path}.{lang}", "", {"text": words[:60]})
