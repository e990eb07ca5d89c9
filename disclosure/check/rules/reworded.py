"""A sheet becomes notes on what a customer reads instead of the definition's own words."""

from collections.abc import Iterator

from ...sheet import Run, Sheet
from ..finding import Finding, Rule

RULE = Rule("reworded", "the glossary's entry")


def find(sheet: Sheet) -> Iterator[Finding]:
    """One note for each replaced term, with both wordings, the entry, and where in the field it stands."""
    for section, _, sentences in sheet.everything():
        for sentence in sentences:
            for run in sentence.runs:
                if run.term and run.term.mode == "replace":
                    yield _finding(sheet, section, run, sentence.text)


def _finding(sheet: Sheet, section: str, run: Run, words: str) -> Finding:
    term, fact = run.term, run.fact
    assert term is not None
    values = {"original": term.original, "shown": run.text, "entry": term.entry}
    at = fact.shown.find(term.original) if fact else -1
    if at >= 0:
        values |= {"start": str(at), "end": str(at + len(term.original))}
    path = f"{fact.path}.{sheet.lang}" if fact and fact.kind == "text" else ""
    return Finding(RULE.id, "note", sheet.lang, section, path, words, values)
