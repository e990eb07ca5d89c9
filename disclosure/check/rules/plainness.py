"""The reading of a sheet becomes findings: hard sentences, and a whole that is not plain enough."""

from collections.abc import Iterator
from decimal import Decimal

from ...regime import Audience
from ...text.readability import Reading
from ..finding import Finding, Rule

RULE = Rule("plainness", "the project's readability model; limits of the audience")
HARD_SENTENCE = Rule("hard-sentence", "the project's readability model; limits for one sentence")


def find(reading: Reading, audience: Audience, lang: str, form: bool = False) -> Iterator[Finding]:
    """One finding where the whole is below the audience's limit.

    A `form` that a law prescribes is never stopped by it: most of its words are not the author's, and
    its tables hold names and terms that no sentence can make plainer.
    """
    warn, fail = audience.least_plainness[lang]
    values = {"measured": str(reading.plainness), "limit": str(warn)}
    if reading.plainness < fail:
        values["limit"] = str(fail)
        yield Finding(RULE.id, "warning" if form else "error", lang, values=values)
    elif reading.plainness < warn:
        yield Finding(RULE.id, "note" if form else "warning", lang, values=values)


def sentences(
    reading: Reading, lang: str, sections: tuple[str, ...], paths: tuple[tuple[tuple[int, str], ...], ...]
) -> Iterator[Finding]:
    """Each hard sentence, worst first, with its reasons.

    `sections` and `paths` go by passage; a path holds from the end of the one before to its own.
    """
    for one in sorted(reading.sentences, key=lambda one: (-one.points, one.passage, one.start)):
        if not one.reasons:
            continue
        reasons = {reason.feature: reason for reason in one.reasons}
        values = {
            "reasons": ", ".join(reasons),
            "points": str(one.points.quantize(Decimal("0.1"))),
        }
        path = next((path for end, path in paths[one.passage] if one.start < end), "")
        yield Finding(HARD_SENTENCE.id, "note", lang, sections[one.passage], path, one.text, values)
