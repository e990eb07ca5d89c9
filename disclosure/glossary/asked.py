"""An entry as people hand it in comes in; the same in the form of a glossary file goes out.

A request is no reviewed file: what is left out or empty counts as not said, one form is a list of
one, and keys that say nothing about rewriting are passed over.
"""

from collections.abc import Mapping
from typing import Any

from .entry import CASES, STATUSES

_TEXTS = ("id", "term", "plain", "plain_plural", "define", "sense", "mode", "category", "negates")
_LISTS = ("kinds", "audiences")
_CONTEXT = ("not_in", "only_if", "never_if")


def tidied(item: Mapping[str, Any]) -> dict[str, Any]:
    """The row of an entry, its mode `replace` unless it states one; `legal: true` makes that `required`."""
    said = {key: value for key, value in item.items() if value is not None and value != ""}
    row = {key: said[key] for key in _TEXTS if key in said}
    row |= {key: _listed(said[key]) for key in _LISTS if key in said}
    row |= _choices(said) | _scope(said.get("scope"))
    if "forms" in said:
        row["forms"] = _forms(said["forms"])
    if context := _context(said):
        row["context"] = context
    row["id"] = str(said.get("id") or said.get("term", "")).strip()
    row["mode"] = _mode(said)
    return row


def language(tag: str) -> str:
    """The glossary's name of a language: zh-CN for every zh, en for every en, others as they are."""
    first = tag.strip().replace("_", "-").partition("-")[0].lower()
    return {"zh": "zh-CN", "cmn": "zh-CN", "en": "en"}.get(first, tag)


def _mode(said: Mapping[str, Any]) -> Any:
    mode = said.get("mode", "replace")
    if isinstance(mode, str):
        mode = mode.strip().lower()
    return "required" if mode == "replace" and str(said.get("legal", "")).lower() == "true" else mode


def _choices(said: Mapping[str, Any]) -> dict[str, str]:
    allowed = {"case": CASES, "status": STATUSES}
    found = {key: str(said.get(key, "")).strip().lower() for key in allowed}
    return {key: value for key, value in found.items() if value in allowed[key]}


def _scope(scope: Any) -> dict[str, Any]:
    if not isinstance(scope, Mapping):
        return {}
    names = {"products": "kinds", "audience": "audiences"}
    return {names[key]: _listed(value) for key, value in scope.items() if key in names and value}


def _context(said: Mapping[str, Any]) -> dict[str, Any]:
    """The conditions, also where they stand beside the term instead of under `context`."""
    inner = said.get("context", {})
    rules = dict(inner) if isinstance(inner, Mapping) else {"only_if": inner}
    rules |= {key: said[key] for key in _CONTEXT if key in said}
    return {key: _listed(value) for key, value in rules.items() if key in _CONTEXT and value}


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _forms(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {surface: plain or "" for surface, plain in value.items()}
    return _listed(value)
