"""A text and a glossary come in; what the reader gets goes out, with every edit and where it stands.

The source is read once; what is inserted is never searched. A second run changes nothing: an edit
that would make it change something is not made.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..text.span import Span
from . import placing, wording
from .choice import Doubt, Match
from .invariant import broken
from .layers import Glossary
from .matcher import Found, Scope, find
from .shield import Places, brackets, merged, shields, touches
from .split import is_marked, split_terms

ROUNDS = 8
"""So often edits are taken back that upset a second run; where that is not enough, the text stays as it is."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`original`, the source's `start` to `end`, becomes `to`, the output's `text_start` to `text_end`.

    All offsets count code points. `mode` is `explain`, `replace`, `required` or, for a mended a/an, `article`.
    `term`: the source's words that are the term, without the possessive that an explanation follows.
    """

    start: int
    end: int
    original: str
    to: str
    entry: str
    mode: str
    text_start: int = 0
    text_end: int = 0
    term: str = ""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The new `text`, its `edits` in order, the entries explained up to here, and what a person must decide."""

    text: str
    edits: tuple[Edit, ...] = ()
    seen: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()


def rewrite(
    text: str,
    glossary: Glossary,
    *,
    lang: str,
    kind: str | None = None,
    audience: str | None = None,
    protected: Sequence[tuple[int, int]] = (),
    seen: frozenset[str] = frozenset(),
) -> Rewriting:
    """`text` with its terms explained or replaced as their entries say.

    `protected` are places (start, end) to leave alone. `seen` are ids of entries that the document
    explained earlier; pass on the result's `seen`. `replay(text, result.edits) == result.text`.
    """
    scope = Scope(lang, kind, audience, tuple(protected))
    done = _settled(text, glossary, scope, seen, ROUNDS) or replace(_once(text, glossary, scope, seen, None), seen=seen)
    return _with_split(text, glossary, scope, done)


def _settled(text: str, glossary: Glossary, scope: Scope, seen: frozenset[str], rounds: int) -> Rewriting | None:
    """The rewriting without the edits that upset a second run; None where it does not come to rest.

    Where edits were taken back, a whole second run, which may take back others, must change nothing.
    """
    refused: frozenset[int] = frozenset()
    for left in range(rounds, 0, -1):
        first = _once(text, glossary, scope, seen, refused)
        if not first.edits:
            return first
        moved = replace(scope, protected=tuple(_moved(scope.protected, first.edits)))
        still = frozenset(end for end, _ in _moved([(end, end) for end in refused], first.edits))
        second = _once(first.text, glossary, moved, seen, still)
        if not second.edits:
            again = _settled(first.text, glossary, moved, seen, left // 2) if refused else second
            return first if again and not again.edits else None
        refused |= set(_upsetting(first.edits, second.edits))
    return None


def _with_split(text: str, glossary: Glossary, scope: Scope, done: Rewriting) -> Rewriting:
    """The terms that markup cuts are doubts too; looked for once, as they change nothing."""
    if not is_marked(text):
        return done
    taken = merged(scope.protected, shields(text), [(edit.start, edit.end) for edit in done.edits])
    cut = split_terms(text, glossary, scope.lang, taken)
    return replace(done, doubts=_in_order((*done.doubts, *cut)))


def replay(text: str, edits: Iterable[Edit]) -> str:
    """The source with the edits made: byte for byte the rewriting's text."""
    parts: list[str] = []
    last = 0
    for edit in edits:
        parts += [text[last : edit.start], edit.to]
        last = edit.end
    return "".join([*parts, text[last:]])


def unexplained(
    text: str,
    glossary: Glossary,
    *,
    lang: str,
    kind: str | None = None,
    audience: str | None = None,
    protected: Sequence[tuple[int, int]] = (),
    seen: frozenset[str] = frozenset(),
) -> tuple[Span, ...]:
    """The jargon left in `text`: each term that is not explained in it nor in `seen`."""
    found = find(text, glossary, Scope(lang, kind, audience, tuple(protected)))
    known = seen | placing.explained(found)
    return tuple(
        Span(match.start, match.end, text[match.start : match.end])
        for match in found.matches
        if match.entry.mode != "keep" and match.entry.wordings_all and match.entry.id not in known
    )


def unused(texts: Iterable[str], glossary: Glossary, *, lang: str, kind: str | None = None) -> tuple[str, ...]:
    """The ids of the entries of `lang` that stand in none of the texts."""
    scope = Scope(lang, kind)
    used = {match.entry.id for text in texts for match in find(text, glossary, scope).matches}
    return tuple(one.id for one in glossary.entries if one.lang == lang and one.is_live and one.id not in used)


@dataclass(slots=True)
class _Pass:
    """One reading of a text: the edits found so far and the places where one would do harm."""

    text: str
    found: Found
    refused: frozenset[int] | None
    inner: Places
    edits: list[Edit] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def explain(self, match: Match) -> bool:
        """Make the edit that explains a term, if it may be."""
        end = wording.end_with_possessive(self.text, match)
        if touches(self.found.guard, match.end, end):
            end = match.end
        original = self.text[match.start : end]
        to = original + wording.explanation(match, end, self.inner)
        if self.harms(match, end, original + "()"):
            return False
        term = self.text[match.start : match.end]
        self.edits.append(Edit(match.start, end, original, to, match.entry.id, match.entry.mode, term=term))
        return True

    def replace(self, match: Match) -> None:
        """Make the edits that replace a term and mend the article before it, if they may be."""
        to = wording.replacement(self.text, match)
        original = self.text[match.start : match.end]
        if to == original or self.harms(match, match.end, to):
            return
        self.edits.append(Edit(match.start, match.end, original, to, match.entry.id, "replace", term=original))
        start, end, word = wording.mended_article(self.text, match, to) or (0, 0, "")
        if word and not touches(self.found.guard, start, end):
            self.edits.append(Edit(start, end, self.text[start:end], word, match.entry.id, "article"))

    def harms(self, match: Match, end: int, to: str) -> bool:
        """Would the edit change a figure or a negation, or be changed by a second run? Then that is a doubt."""
        replaces = match.entry.mode == "replace"
        if self.refused is None or match.end in self.refused:
            reason = "repeat"
        elif replaces and wording.meets_negator(self.text, match, to):
            reason = "negation"
        elif replaces and wording.joins(self.text, match, to):
            reason = "boundary"
        else:
            reason = broken(self.text, match.start, end, to, match.entry.negates)
        if reason:
            self.doubts.append(Doubt(match.start, match.end, match.entry.id, reason))
        return bool(reason)


def _once(
    text: str, glossary: Glossary, scope: Scope, seen: frozenset[str], refused: frozenset[int] | None
) -> Rewriting:
    """One reading of the text; of the terms that end at `refused` (None: of all) no edit is made."""
    found = find(text, glossary, scope)
    if not found.matches:
        return Rewriting(text, (), seen, _in_order(found.doubts))
    known = seen | placing.explained(found)
    run = _Pass(text, found, refused, brackets(text))
    explained = placing.targets(text, found, known, run.inner, run.explain)
    for match in found.matches:
        if match.entry.mode == "replace" and not placing.is_glossed(found, match):
            run.replace(match)
    kept = {match.start for match in explained}
    edits = (edit for edit in run.edits if edit.mode in ("replace", "article") or edit.start in kept)
    placed = tuple(_placed(sorted(edits, key=lambda edit: edit.start)))
    known |= {match.entry.id for match in explained}
    return Rewriting(replay(text, placed), placed, known, _in_order((*found.doubts, *run.doubts)))


def _in_order(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple(sorted(set(doubts), key=lambda doubt: (doubt.start, doubt.end, doubt.entry, doubt.reason)))


def _placed(edits: Iterable[Edit]) -> Iterable[Edit]:
    shift = 0
    for edit in edits:
        start = edit.start + shift
        yield replace(edit, text_start=start, text_end=start + len(edit.to))
        shift += len(edit.to) - (edit.end - edit.start)


def _moved(places: Iterable[tuple[int, int]], edits: tuple[Edit, ...]) -> Iterable[tuple[int, int]]:
    """Places of the source, none of which an edit touches, as they stand in the output."""
    ends = [edit.end for edit in edits]
    for start, end in places:
        before = bisect_right(ends, start)
        shift = edits[before - 1].text_end - ends[before - 1] if before else 0
        yield start + shift, end + shift


def _upsetting(edits: tuple[Edit, ...], later: tuple[Edit, ...]) -> Iterable[int]:
    """Where the terms end whose edits a second run took up again: those next to its edits, or of its entries."""
    own = [edit for edit in edits if edit.mode != "article"]
    again = {edit.entry for edit in later if edit.mode != "replace"}
    yield from (edit.start + len(edit.term) for edit in own if edit.entry in again)
    for edit in later:
        at = bisect_left(own, edit.start, key=lambda one: one.text_end)
        near = min(own[max(0, at - 1) : at + 2], key=lambda one: max(one.text_start - edit.end, edit.start - one.text_end))
        yield near.start + len(near.term)
