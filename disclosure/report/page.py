"""Outcomes become one self-contained page for compliance reviewers: ranked, marked up, explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median_low
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import __version__, regime, shipped, source
from ..check import Report, gate
from ..check.run import model
from ..sheet import Sheet
from . import findings, plots
from .marked import Marked, Part, Swap, parts, swaps
from .outcome import LEVELS, Outcome, Remark, by_sheet, remarks, versions

MOST_DRAWN, MOST_SENTENCES = 20, 10
"""So many sheets are drawn, and so many sentences are shown before all sheets; always the hardest."""
_TOLD_APART = ("reworded", "hard-sentence")


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet as the page shows it."""

    anchor: str
    title: str
    file: str
    sheet: Sheet
    report: Report
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...]
    swaps: tuple[Swap, ...]
    passed: bool

    @property
    def name(self) -> str:
        """Its language, after its rulebook unless that is the plain one."""
        regime_, lang = self.sheet.regime, self.sheet.lang
        return lang if regime_ == "plain.sheet" else f"{regime_} {lang}"

    @property
    def plainness(self) -> int | None:
        """From 0 to 100; None where there is nothing to score."""
        return self.report.reading.plainness if self.report.reading else None

    @property
    def band(self) -> str:
        """plain, fair or hard; empty where there is nothing to score."""
        return self.report.reading.band if self.report.reading else ""

    @property
    def hard(self) -> tuple[Marked, ...]:
        """The sentences that are hard or fair, the hardest first."""
        found = (one for part in self.parts for _, group in part.groups for one in group)
        return tuple(sorted((one for one in found if one.level in ("hard", "fair")), key=lambda one: -one.points))

    @property
    def limits(self) -> plots.Limits:
        """The plainness below which these readers' sheets are not published, and carry a warning."""
        warn, fail = regime.audience(self.report.audience).least_plainness[self.sheet.lang]
        return int(fail), int(warn)

    def count(self, level: str) -> int:
        """How many remarks of a level there are."""
        return sum(one.level == level for one in self.remarks)


def page(outcomes: Sequence[Outcome], lang: str) -> str:
    """The page, hardest sheets first. Raises EnvironmentProblem where the plotting library is missing."""
    entries = sorted(_entries(outcomes, lang), key=lambda one: (101 if one.plainness is None else one.plainness, one.anchor))
    words = {**_words(lang), "bands": findings.BANDS[lang], "severity": findings.SEVERITIES[lang]}
    broken = [one for outcome in outcomes if outcome.problems for one in remarks([outcome], lang)]
    scores = [score for entry in entries for score in _score(entry)]
    return _environment().get_template("report.html").render(
        lang=lang, words=words, entries=entries, broken=broken, levels=LEVELS, version=__version__,
        ranked=_drawn(plots.ranked, scores[:MOST_DRAWN], _limits(entries), words, "ranked"),
        spread=_drawn(plots.spread, scores if len(scores) > 5 else [], _limits(entries), words, "spread"),
        drawn=MOST_DRAWN, hardest=_hardest(entries),
        median=median_low(one.plainness for one in scores) if scores else None,
        sections=lambda entry: _sections(entry, words), names=findings.feature_names, versions=versions,
        rulebook=regime.load, audience=regime.audience, model=model, css=_css,
        total=lambda level: sum(one.count(level) for one in entries),
    )  # fmt: skip


def _entries(outcomes: Sequence[Outcome], lang: str) -> Iterator[Entry]:
    for outcome in outcomes:
        for sheet, (report, said) in zip(outcome.sheets, by_sheet(outcome, lang), strict=True):
            told = (one for one in said if one.rule not in _TOLD_APART)
            yield Entry(
                f"{sheet.product}-{sheet.regime}-{sheet.lang}",
                "".join(sentence.text for sentence in sheet.title), outcome.file, sheet, report,
                tuple(parts(sheet, report, lang)),
                tuple(sorted(told, key=lambda one: (LEVELS.index(one.level), one.line, one.column, one.words))),
                tuple(swaps(sheet)), gate(report.findings).passed and all(one.level != "error" for one in said),
            )  # fmt: skip


def _hardest(entries: Sequence[Entry]) -> list[tuple[Marked, list[Entry]]]:
    """The hardest sentences of all sheets, each with the sheets that have it."""
    found: dict[Marked, list[Entry]] = {}
    for entry in entries:
        for one in dict.fromkeys(one for one in entry.hard if one.level == "hard"):
            found.setdefault(one, []).append(entry)
    return sorted(found.items(), key=lambda each: -each[0].points)[:MOST_SENTENCES]


def _score(entry: Entry) -> Iterator[plots.Score]:
    if entry.plainness is not None:
        yield plots.Score(entry.title, entry.plainness, entry.band, f" · {entry.name}")


def _drawn(
    draw: Any, scores: Sequence[plots.Score], limits: plots.Limits | None, words: Mapping[str, Any], name: str
) -> Markup:
    return Markup(draw(scores, limits, words, words[name]) if scores else "")


def _sections(entry: Entry, words: Mapping[str, Any]) -> Markup:
    """The plainness of each section that has a title, drawn."""
    scores = [
        plots.Score(part.title, part.plainness, _band(part.plainness, entry.sheet.lang))
        for part in entry.parts
        if part.plainness is not None and part.title
    ]
    told = {**words, "sections": f"{words['sections']}: {entry.title} ({entry.name})"}
    return _drawn(plots.ranked, scores, entry.limits, told, "sections")


def _band(plainness: int, spoken: str) -> str:
    """The band of a section, by the limits of the model that scored it."""
    limits = model(spoken)
    return "plain" if plainness >= limits.plain else "fair" if plainness >= limits.fair else "hard"


def _limits(entries: Sequence[Entry]) -> plots.Limits | None:
    """The limits of all sheets, where they are the same for all."""
    found = {entry.limits for entry in entries}
    return found.pop() if len(found) == 1 else None


@lru_cache
def _words(lang: str) -> Mapping[str, Any]:
    return dict(source.read(shipped.folder("templates", "report.yaml")).data[lang])


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(shipped.folder("templates", "layout")), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _css(name: str) -> Markup:
    return Markup(shipped.folder("templates", "layout", f"{name}.css").read_text(encoding="utf-8"))
