"""Outcomes become a SARIF 2.1.0 log, which code hosts and editors read."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from .. import __version__
from .outcome import LEVELS, Help, Outcome, Remark, advised, remarks, versions

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(outcomes: Sequence[Outcome], lang: str) -> str:
    """The log as JSON; columns count code points, as editors that read Unicode do.

    The levels of SARIF are ours: `error` stops a sheet, `warning` and `note` do not. A definition that
    could not be read makes the run unsuccessful.
    """
    said = list(remarks(outcomes, lang))
    rules = sorted({one.rule for one in said})
    spoken = sorted({report.lang for outcome in outcomes for report in outcome.reports})
    made = {name: value for one in spoken for name, value in versions(one)}
    run = {
        "tool": {"driver": {
            "name": "Disclosure", "version": __version__,
            "rules": [_rule(rule, [one.level for one in said if one.rule == rule], lang) for rule in rules],
        }},
        "invocations": [{"executionSuccessful": not any(outcome.problems for outcome in outcomes)}],
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(one.file)}} for one in outcomes],
        "results": [_result(one, rules) for one in said],
        "properties": {"versions": made},
    }  # fmt: skip
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode("utf-8")


def _rule(rule: str, levels: Sequence[str], lang: str) -> dict[str, Any]:
    """A rule as editors show it: what it says of any text, why, what to write instead, and the worst level it had here."""
    worst = min(levels, key=LEVELS.index)
    told = advised(rule, worst, lang)
    return {
        "id": rule, "shortDescription": {"text": told.what}, "help": _help(told),
        "defaultConfiguration": {"level": worst},
    }  # fmt: skip


def _help(told: Help) -> dict[str, str]:
    said = [told.what, told.why, told.advice]
    examples = [("✗", told.found), ("✓", told.clean)] if told.found and told.clean else []
    text = "\n".join([*said, *(f"{mark} {example}" for mark, example in examples)])
    marked = [f"**{told.what}**", told.why, told.advice, *(f"> {mark} {example}" for mark, example in examples)]
    return {"text": text, "markdown": "\n\n".join(marked)}


def _result(one: Remark, rules: list[str]) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": one.line, "startColumn": one.column}
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(one.file)}, "region": region}}
    text = f"{one.message}\n{one.words}" if one.words else one.message
    properties = {"properties": {"sheet": one.sheet}} if one.sheet else {}
    return {
        "ruleId": one.rule, "ruleIndex": rules.index(one.rule), "level": one.level,
        "message": {"text": text}, "locations": [place],
        "partialFingerprints": {"disclosure/v1": _fingerprint(one)}, **properties,
    }  # fmt: skip


def _fingerprint(one: Remark) -> str:
    """The same for the same finding though lines above it come and go."""
    parts = (one.file, one.rule, one.sheet, one.words or one.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _uri(file: str) -> str:
    path = PurePosixPath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(file))
