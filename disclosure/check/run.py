"""A sheet, its product and rulebook become a report; a report becomes a verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from .. import shipped, source
from ..glossary import Glossary, unexplained
from ..regime import Audience, Regime
from ..sheet import Sheet
from ..text.readability import Model, Passage, Reading, read
from . import exceptions, plain
from .finding import Finding, Report
from .rules import banned_claim, beyond_tolerance, fee_table_disagrees, figure_disagrees, fixed_value, missing_fact, missing_figure, plainness, priips_disagrees, required_unprinted, reworded, row_not_permitted, rulebook_state, same_facts, statement_missing, unfinished, unprinted_fact, unsourced_figure, unsuitable_investor

_ROLES = {"alternative": "cell"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sheet may be published, and the findings that stand in the way."""

    passed: bool
    blocking: tuple[Finding, ...]


def run(
    sheet: Sheet, product: Any, *, regime: Regime, audience: Audience, glossary: Glossary,
    familiar: bool = False,
) -> Report:
    """Check a sheet. With `familiar`, the scores that reviewers know, and those of each section, are worked out too."""
    groups = [
        (section, _ROLES.get(role, role), sentences)
        for section, role, sentences in sheet.everything()
        if sentences
    ]
    seen = frozenset(term.entry for term in sheet.terms) | audience.known(sheet.lang)
    passages = tuple(_passage(sentences, role, sheet, glossary, seen) for _, role, sentences in groups)
    reading = read(_scored(passages, sheet.lang, audience.id), sheet.lang, model(sheet.lang))
    sections = tuple(section for section, _, _ in groups)
    paths = tuple(tuple(_paths(sentences, sheet.lang)) for _, _, sentences in groups)
    findings = (
        *_stated(sheet, product, regime),
        *plainness.find(reading, audience, sheet.lang, sheet.layout == "statutory"),
        *plainness.sentences(reading, sheet.lang, sections, paths),
        *plain.plain_findings(passages, sheet.lang, audience.id, sheet.kind, sections=sections, paths=paths),
    )
    findings = exceptions.apply(findings, product.exceptions, product.as_of, sheet.lang)
    scores = _familiar(passages, sheet.lang) if familiar else ()
    return Report(
        sheet.product, sheet.version, sheet.lang, regime.id, audience.id,
        tuple(replace(one, regime=regime.id) for one in findings), reading, scores,
        plain.not_run(findings),
        tuple(_by_section(passages, sections, sheet.lang, audience.id)) if familiar else (),
    )


def _stated(sheet: Sheet, product: Any, regime: Regime) -> Iterator[Finding]:
    """What the rules about facts, figures and the rulebook find, whatever the words."""
    yield from (
        *unsourced_figure.find(sheet),
        *unfinished.find(product, sheet.lang),
        *unprinted_fact.find(product, sheet),
        *figure_disagrees.find(product, sheet),
        *beyond_tolerance.find(product, sheet),
        *missing_figure.find(sheet, regime),
        *missing_fact.find(product, regime, sheet.lang),
        *fixed_value.find(product, regime, sheet.lang),
        *fee_table_disagrees.find(product, sheet.lang),
        *priips_disagrees.find(product, sheet.lang, regime),
        *required_unprinted.find(product, sheet, regime),
        *row_not_permitted.find(sheet, regime),
        *statement_missing.find(sheet, regime),
        *unsuitable_investor.find(product, sheet.lang),
        *rulebook_state.find(sheet, regime),
        *reworded.find(sheet),
        *banned_claim.find(sheet, product, regime),
    )


def compare(sheets: Sequence[Sheet], product: Any) -> tuple[Finding, ...]:
    """Whether the sheets of one product in all its languages state the same facts."""
    return (*same_facts.find(sheets), *same_facts.find_in_texts(product))


def gate(findings: Sequence[Finding]) -> Verdict:
    """Only a sheet without an error goes on."""
    blocking = tuple(finding for finding in findings if finding.severity == "error")
    return Verdict(not blocking, blocking)


@lru_cache
def model(lang: str) -> Model:
    """The readability model of a language, from `templates/readability/`."""
    path = shipped.folder("templates", "readability", f"{lang}.yaml")
    return Model.of(source.read(path).data)


def _passage(
    sentences: Any, role: Any, sheet: Sheet, glossary: Glossary, seen: frozenset[str]
) -> Passage:
    text = _gap(sheet.lang).join(sentence.text for sentence in sentences)
    if role == "heading":
        return Passage(text, role)
    jargon = unexplained(
        text, glossary, lang=sheet.lang, kind=sheet.kind, audience=sheet.audience, seen=seen
    )
    return Passage(text, role, tuple(jargon))


def _scored(passages: tuple[Passage, ...], lang: str, audience: str) -> tuple[Passage, ...]:
    """The passages to score: one whose text is damaged is read like fixed wording, and moves nothing."""
    broken = plain.damaged(passages, lang, audience)
    return tuple(
        Passage(one.text, "statutory", one.jargon) if number in broken else one
        for number, one in enumerate(passages)
    )


def _by_section(
    passages: Sequence[Passage], sections: Sequence[str], lang: str, audience: str
) -> Iterator[tuple[str, int]]:
    """The plainness of each section that has words to score."""
    for name in dict.fromkeys(sections):
        mine = [one for one, section in zip(passages, sections, strict=True) if section == name]
        try:
            yield name, read(_scored(tuple(mine), lang, audience), lang, model(lang)).plainness
        except ValueError:
            continue


def _paths(sentences: Any, lang: str) -> Iterator[tuple[int, str]]:
    """Where each sentence ends in its passage, and the field of the definition that it is from."""
    end = 0
    for sentence in sentences:
        end += len(sentence.text) + len(_gap(lang))
        facts = (run.fact for run in sentence.runs if run.fact)
        yield end, next((fact.path for fact in facts if fact.kind == "text"), "")


def _gap(lang: str) -> str:
    return "" if lang.startswith("zh") else " "


def _familiar(passages: tuple[Passage, ...], lang: str) -> tuple[tuple[str, Decimal], ...]:
    from ..text.familiar import scores

    return scores(passages, lang)


__all__ = ["Reading", "Report", "Verdict", "compare", "gate", "model", "run"]
