"""Outcomes become one self-contained page for compliance reviewers: ranked, marked up, explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from statistics import median_low

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import __version__, regime, shipped, source
from ..check import Report
from ..sheet import Sheet
from ..text.readability import SentenceReading
from . import findings, plots
from .outcome import LEVELS, Outcome, Remark, remarks

STRONG, SOME = Decimal(4), Decimal(2)
"""Points from which a sentence is marked as very hard, and as hard; below, as a little hard."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence of a sheet: its words, how hard it is ("", low, some, strong), points and reasons."""

    text: str
    level: str = ""
    points: str = ""
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One section: its title, plainness where it has one, and groups of sentences with their role."""

    title: str
    plainness: int | None
    groups: tuple[tuple[str, tuple[Marked, ...]], ...]


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
    swaps: tuple[Mapping[str, str], ...]

    @property
    def plainness(self) -> int:
        """From 0 to 100; 100 where there is nothing to score."""
        return self.report.reading.plainness if self.report.reading else 100

    @property
    def band(self) -> str:
        """plain, fair or hard."""
        return self.report.reading.band if self.report.reading else "plain"

    def count(self, level: str) -> int:
        """How many remarks of a level there are."""
        return sum(one.level == level for one in self.remarks)


def page(outcomes: Sequence[Outcome], lang: str) -> str:
    """The page, hardest sheets first. Raises EnvironmentProblem where the plotting library is missing."""
    entries = sorted(_entries(outcomes, lang), key=lambda one: (one.plainness, one.anchor))
    words = _words(lang)
    broken = [one for outcome in outcomes if outcome.problems for one in remarks([outcome], lang)]
    scores = [plots.Score(f"{one.title}  {one.sheet.lang}", one.plainness, one.band) for one in entries]
    limits = _limits(entries)
    return _environment().get_template("report.html").render(
        lang=lang, words=words, entries=entries, broken=broken, levels=LEVELS, version=__version__,
        ranked=Markup(plots.ranked(scores, limits, words, words["ranked"])) if scores else "",
        spread=Markup(plots.spread(scores, limits, words, words["spread"])) if len(scores) > 5 else "",
        median=median_low([one.plainness for one in entries]) if entries else None,
        sections=lambda entry: Markup(_sections(entry, limits, words)),
        names=findings.feature_names, css=_css, severity=findings.SEVERITIES[lang],
        bands=findings.BANDS[lang], total=lambda level: sum(one.count(level) for one in entries),
    )  # fmt: skip


def _entries(outcomes: Sequence[Outcome], lang: str) -> Iterator[Entry]:
    for outcome in outcomes:
        for sheet, report in zip(outcome.sheets, outcome.reports, strict=True):
            title = "".join(sentence.text for sentence in sheet.title)
            mine = tuple(_remarks(outcome, report, lang))
            swaps = tuple(one.values for one in report.findings if one.rule == "reworded")
            anchor = f"{sheet.product}-{sheet.regime}-{sheet.lang}"
            yield Entry(anchor, title, outcome.file, sheet, report, tuple(_parts(sheet, report, lang)), mine, swaps)


def _remarks(outcome: Outcome, report: Report, lang: str) -> Iterator[Remark]:
    """What was found on one sheet, the worst first; hard sentences and swaps have a place of their own."""
    own = replace(outcome, findings=report.findings, problems=())
    told = (one for one in remarks([own], lang) if one.rule not in ("reworded", "hard-sentence"))
    return iter(sorted(told, key=lambda one: (LEVELS.index(one.level), one.line, one.column)))


def _parts(sheet: Sheet, report: Report, lang: str) -> Iterator[Part]:
    """The sections of a sheet, each sentence with what made it hard."""
    hard = {one.passage: [] for one in report.reading.sentences} if report.reading else {}
    for one in report.reading.sentences if report.reading else ():
        hard[one.passage].append(one)
    groups: dict[str, list[tuple[str, tuple[Marked, ...]]]] = {}
    told = [(section, role) for section, role, sentences in sheet.everything() if sentences]
    for number, (section, role) in enumerate(told):
        marked = tuple(_marked(one, sheet.lang, lang) for one in hard.get(number, []))
        groups.setdefault(section, []).append((role, marked))
    plainness = dict(report.by_section)
    for name, found in groups.items():
        title, rest = _titled(found)
        yield Part(title, plainness.get(name), tuple(rest))


def _titled(
    groups: list[tuple[str, tuple[Marked, ...]]],
) -> tuple[str, list[tuple[str, tuple[Marked, ...]]]]:
    role, first = groups[0]
    if role != "heading":
        return "", groups
    return " ".join(one.text for one in first), groups[1:]


def _marked(one: SentenceReading, spoken: str, lang: str) -> Marked:
    if not one.reasons:
        return Marked(one.text)
    names = findings.feature_names(spoken, lang)
    told = dict.fromkeys(
        f"{names.get(reason.feature, reason.feature)} {reason.measured.normalize():f} > {reason.limit.normalize():f}"
        for reason in one.reasons
    )
    level = "strong" if one.points >= STRONG else "some" if one.points >= SOME else "low"
    return Marked(one.text, level, f"{one.points:.1f}", "; ".join(told))


def _sections(entry: Entry, limits: tuple[int, int], words: Mapping[str, str]) -> str:
    scores = [
        plots.Score(part.title, part.plainness, _band(part.plainness, limits))
        for part in entry.parts[1:]
        if part.plainness is not None and part.title
    ]
    return plots.ranked(scores, limits, words, words["sections"]) if scores else ""


def _band(plainness: int, limits: tuple[int, int]) -> str:
    fails, warns = limits
    return "plain" if plainness >= warns else "fair" if plainness >= fails else "hard"


def _limits(entries: Sequence[Entry]) -> tuple[int, int]:
    """The limits for failing and for warning of the readers concerned."""
    audience = regime.audience(entries[0].report.audience if entries else "retail")
    warn, fail = next(iter(audience.least_plainness.values()))
    return int(fail), int(warn)


@lru_cache
def _words(lang: str) -> Mapping[str, str]:
    return dict(source.read(shipped.folder("templates", "report.yaml")).data[lang])


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(shipped.folder("templates", "layout")), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _css(name: str) -> Markup:
    return Markup(shipped.folder("templates", "layout", f"{name}.css").read_text(encoding="utf-8"))

