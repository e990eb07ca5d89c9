"""A text and its language come in; sentences, clauses, words and readability go out."""

from functools import lru_cache
from importlib import import_module
from types import ModuleType

from disclosure.text.normal import neutral

MODULES = {"zh-CN": "zh", "en": "en"}

__all__ = ["MODULES", "for_language", "neutral"]


@lru_cache(maxsize=4)
def for_language(lang: str) -> ModuleType:
    """The module that cuts texts in `lang`: `sentences`, `clauses`, `words`. ValueError names the known ones."""
    try:
        return import_module(f"disclosure.text.{MODULES[lang]}")
    except KeyError:
        raise ValueError(f'no text module for language "{lang}"; known: {", ".join(MODULES)}') from None
