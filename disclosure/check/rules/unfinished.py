"""The texts of a product become findings where a placeholder of a new definition was left."""

import re
from collections.abc import Iterator
from typing import Any

from ...product import Text, leaves
from ..finding import Finding, Rule

RULE = Rule("unfinished", "nothing is published before its author has finished it")
_NOBODYS = re.compile(r"\b(?:www\.)?example\.(?:com|org|cn)\b")
_PLACEHOLDER = re.compile(r"\bTODO\b|待填写")


def find(product: Any, lang: str) -> Iterator[Finding]:
    """Each text that still holds `TODO` or 待填写 in a language, and each address of nobody's."""
    for path, value, _ in leaves(product):
        if isinstance(value, Text) and _PLACEHOLDER.search(words := value.get(lang) or ""):
            yield Finding(RULE.id, "error", lang, "", f"{path}.{lang}", "", {"text": words[:60]})
        elif isinstance(value, str) and _NOBODYS.search(value):
            yield Finding(RULE.id, "error", lang, "", path, "", {"text": value[:60]})
