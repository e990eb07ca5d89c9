"""Findings and the exceptions of a definition come in; the findings that are left to tell go out.

An exception silences warnings and notes on how a text is written, never an error and never what a
rulebook asks for; one that has run out, or that silences nothing, is told itself.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from .finding import Finding, Rule
from .plain.registry import RULES

EXPIRED = Rule("exception-expired", "an exception is for a time, and its reason is looked at again")
UNUSED = Rule("exception-unused", "an exception from nothing would silence a later fault unseen")
REFUSED = Rule("exception-refused", "what would mislead a customer cannot be excepted")
WORDING = frozenset({"hard-sentence", *(module.ID for module in RULES)})
"""The rules that an exception can be from."""


def apply(findings: Sequence[Finding], exceptions: Sequence[Any], as_of: date, lang: str) -> tuple[Finding, ...]:
    """The findings of the sheet in `lang` that no exception silences, and what is wrong with exceptions.

    Days are compared with `as_of`, the definition's own day: the same input gives the same report.
    """
    here = [(number, one) for number, one in enumerate(exceptions) if one.lang in (None, lang)]
    holding = [one for _, one in here if one.until >= as_of]
    left = tuple(found for found in findings if not any(_silences(one, found) for one in holding))
    told = (one for number, exception in here for one in _told(f"exceptions[{number}]", exception, findings, as_of, lang))
    return (*left, *told)


def _told(path: str, exception: Any, findings: Sequence[Finding], as_of: date, lang: str) -> Iterator[Finding]:
    values = {"text": exception.rule, "until": exception.until.isoformat(), "as_of": as_of.isoformat()}
    covered = [found for found in findings if _covers(exception, found)]
    if any(found.severity == "error" for found in covered):
        yield Finding(REFUSED.id, "warning", lang, "", f"{path}.rule", "", values)
    elif exception.until < as_of:
        yield Finding(EXPIRED.id, "warning", lang, "", f"{path}.until", "", values)
    elif not any(_silences(exception, found) for found in covered):
        yield Finding(UNUSED.id, "warning", lang, "", path, "", values)


def _silences(exception: Any, found: Finding) -> bool:
    """Whether the exception may silence a finding that it covers."""
    return found.severity != "error" and found.rule in WORDING and _covers(exception, found)


def _covers(exception: Any, found: Finding) -> bool:
    """Whether a finding is of the rule, and in the field or a part of it, with or without its language."""
    if found.rule != exception.rule:
        return False
    field = (exception.field or "").removesuffix(f".{found.lang}")
    return not field or found.path == field or found.path.startswith((f"{field}.", f"{field}["))
