"""A sheet and its report come in; its text goes out in pieces, with what is hard and what was replaced marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..check import Report
from ..check.run import model
from ..sheet import Run, Sheet
from ..text import for_language
from ..text.readability import WHOLE, Model, Reason, SentenceReading
from . import findings

LABELS = ("heading", "cell", "alternative")
"""Roles of short labels, which are never hard sentences, whatever the points of their two or three words."""

FEWEST = 4
"""Words from which a sentence can be a hard one; below it is a label, whatever its role."""
SPOT = 2
"""A reason marks a spot where it is no more than this part of its sentence: a half."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason a sentence is hard: what it is, and in figures where there are any; its points."""

    name: str
    figures: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence in pieces (text, whether a reason lies there), with its level, points and reasons.

    Levels: "" without a reason; `hard` from the model's limit for one sentence on; `fair` where a text of
    such sentences would not be plain; `spot` below that and in labels; `fixed` for prescribed words.
    """

    pieces: tuple[tuple[str, bool], ...]
    level: str
    points: Decimal
    reasons: tuple[Why, ...]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Part:
    """One section: its name, title, plainness where it has one, and its groups of sentences with their role."""

    name: str
    title: str
    plainness: int | None
    groups: tuple[tuple[str, tuple[Marked, ...]], ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """One sentence with replaced words: pieces (as printed, as the definition has it, glossary entry or "")."""

    pieces: tuple[tuple[str, str, str], ...]

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries of the glossary that replaced words here."""
        return tuple(dict.fromkeys(entry for _, _, entry in self.pieces if entry))


def parts(sheet: Sheet, report: Report, lang: str) -> Iterator[Part]:
    """The sections of a sheet in reading order, each sentence with what made it hard, in a reader's language."""
    read: dict[int, list[SentenceReading]] = {}
    for one in report.reading.sentences if report.reading else ():
        read.setdefault(one.passage, []).append(one)
    found: dict[str, list[tuple[str, tuple[Marked, ...]]]] = {}
    told = ((section, role) for section, role, sentences in sheet.everything() if sentences)
    for number, (section, role) in enumerate(told):
        said = tuple(_marked(one, role, sheet.lang, lang) for one in read.get(number, ()))
        found.setdefault(section, []).append((role, said))
    plainness = dict(report.by_section)
    for name, groups in found.items():
        titled = name != "title" and groups[0][0] == "heading"
        title = " ".join(one.text for one in groups[0][1]) if titled else ""
        yield Part(name, title, plainness.get(name), tuple(groups[1:] if titled else groups))


def swaps(sheet: Sheet) -> Iterator[Swap]:
    """Each sentence in which the glossary replaced words; the same sentence only once."""
    seen = set()
    for _, _, sentences in sheet.everything():
        for sentence in sentences:
            swap = Swap(tuple(map(_before_and_after, sentence.runs)))
            if swap.entries and swap not in seen:
                seen.add(swap)
                yield swap


def _before_and_after(run: Run) -> tuple[str, str, str]:
    if run.term and run.term.mode == "replace":
        return run.text, run.term.original, run.term.entry
    return run.text, run.text, ""


def _marked(one: SentenceReading, role: str, spoken: str, lang: str) -> Marked:
    reasons = tuple(_whys(one.reasons, findings.feature_names(spoken, lang)))
    return Marked(tuple(_pieces(one)), _level(one, role, model(spoken)), one.points, reasons)


def _level(one: SentenceReading, role: str, limits: Model) -> str:
    if not one.reasons:
        return ""
    if role == "statutory":
        return "fixed"
    if role in LABELS or one.points < 100 - limits.plain or _is_label(one.text, limits.lang):
        return "spot"
    return "hard" if one.points >= limits.hard_sentence else "fair"


def _is_label(text: str, lang: str) -> bool:
    return len(for_language(lang).words(text)) < FEWEST


def _whys(reasons: Iterable[Reason], names: Mapping[str, str]) -> Iterator[Why]:
    """One a feature, those with the most points first."""
    found: dict[str, list[Reason]] = {}
    for reason in reasons:
        found.setdefault(reason.feature, []).append(reason)
    told = [
        Why(names.get(feature, feature), _figures(mine[0]), sum((one.points for one in mine), Decimal(0)))
        for feature, mine in found.items()
    ]
    return iter(sorted(told, key=lambda one: -one.points))


def _figures(reason: Reason) -> str:
    """The measured value against its limit; nothing for a sentence that is hard as a whole."""
    if reason.feature == WHOLE:
        return ""
    sign = ">" if reason.measured > reason.limit else "<"
    return f"{reason.measured.normalize():f} {sign} {reason.limit.normalize():f}"


def _pieces(one: SentenceReading) -> Iterator[tuple[str, bool]]:
    """The sentence cut where reasons begin and end; a reason that is much of it marks no spot."""
    spots = [(reason.start - one.start, reason.end - one.start) for reason in one.reasons]
    spots = [(start, end) for start, end in spots if SPOT * (end - start) <= len(one.text)]
    done = 0
    for start, end in _joined(spots):
        if start > done:
            yield one.text[done:start], False
        yield one.text[start:end], True
        done = end
    if done < len(one.text):
        yield one.text[done:], False


def _joined(spots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spots in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spots):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
