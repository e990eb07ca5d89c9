"""A sheet, its product and rulebook become findings for words that may not be said to the public."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from ...product import texts
from ...regime import Regime
from ...sheet.model import Sentences, Sheet
from ..claims import Claim, claims, family
from ..finding import Finding, Rule

RULE = Rule("banned-claim", "the citation of each family of claims")
_ROLES = {"alternative": "cell"}
_LEAST = 8
"""A shorter piece of a prescribed statement, between two facts, could stand anywhere."""


def find(sheet: Sheet, product: Any, regime: Regime) -> Iterator[Finding]:
    """Each claim on the sheet, then each in a text of the definition that was not found on the sheet:
    one that is not printed, or in which an explanation came between the words.

    What the rulebook prescribes word for word is no claim. Banned words are an error; words that hold
    only if the facts bear them out are a warning.
    """
    judge = partial(claims, lang=sheet.lang, kind=sheet.kind, regime=regime.id, statements=_prescribed(sheet, regime))
    told: set[tuple[str, str]] = set()
    for section, role, sentences in sheet.everything():
        runs = _runs(sentences, "" if sheet.lang.startswith("zh") else " ")
        for claim in judge("".join(text for text, _ in runs), role=_ROLES.get(role, role)):
            path = _field(runs, claim.start)
            told.add((path, claim.rule))
            yield _finding(claim, sheet.lang, section, path)
    for path, versions in texts(product):
        for claim in judge(versions.get(sheet.lang) or ""):
            if (path, claim.rule) not in told:
                yield _finding(claim, sheet.lang, "", path)


def _prescribed(sheet: Sheet, regime: Regime) -> tuple[str, ...]:
    parts = (part for statement in regime.prescribed(sheet.kind) for part in statement.parts(sheet.lang))
    return tuple(part for part in parts if len(part) >= _LEAST and not part.startswith("{"))


def _runs(sentences: Sentences, gap: str) -> list[tuple[str, str]]:
    """The pieces of a passage, each with the field of the definition whose own words it has, or ""."""
    pieces: list[tuple[str, str]] = []
    for sentence in sentences:
        for run in sentence.runs:
            own = run.fact is not None and run.fact.kind in ("text", "name")
            pieces.append((run.text, run.fact.path if run.fact and own else ""))
        pieces.append((gap, ""))
    return pieces


def _field(runs: list[tuple[str, str]], at: int) -> str:
    end = 0
    for text, path in runs:
        end += len(text)
        if at < end:
            return path
    return ""


def _finding(claim: Claim, lang: str, section: str, path: str) -> Finding:
    known = family(claim.rule)
    values = {
        "text": claim.words,
        "claim": claim.rule,
        "citation": claim.citation,
        **{f"why_{reader}": words for reader, words in known.why.items()},
        **{f"instead_{reader}": words for reader, words in known.instead.items()},
    }
    severity = "error" if claim.verdict == "banned" else "warning"
    return Finding(RULE.id, severity, lang, section, path, claim.words, values)
