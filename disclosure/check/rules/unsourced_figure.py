"""A sheet becomes findings for every digit that no fact and no glossary entry stands for."""

import re
from collections.abc import Iterator

from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("unsourced-figure", "every figure of a disclosure must be traceable to its source")
_DIGIT = re.compile(r"\d")


def find(sheet: Sheet) -> Iterator[Finding]:
    """Each run of wording that holds a digit of its own."""
    for section, _, sentences in sheet.everything():
        for sentence in sentences:
            for run in sentence.runs:
                if run.fact is None and run.term is None and _DIGIT.search(run.text):
                    values = {"text": run.text.strip()[:60]}
                    yield Finding(RULE.id, "error", sheet.lang, section, "", sentence.text, values)
