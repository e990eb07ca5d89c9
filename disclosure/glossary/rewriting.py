"""A text and a glossary come in; what the reader gets goes out, with every edit and where it stands.

The source is read once; what is inserted is never searched. A second run changes nothing: an edit
that would make it change something is not made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..text.span import Span
from . import placing, wording
from .layers import Glossary
from .matcher import Doubt, Found, Match, Scope, find

ROUNDS = 8
"""So often edits are taken back that upset a second run; after that, the text stays as it is."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`original`, the source's `start` to `end`, becomes `to`, the output's `text_start` to `text_end`.

    All offsets count code points. `mode` is `explain`, `replace`, `required` or, for a mended a/an, `article`.
    """

    start: int
    end: int
    original: str
    to: str
    entry: str
    mode: str
    text_start: int = 0
    text_end: int = 0


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
    refused: frozenset[int] = frozenset()
    for _ in range(ROUNDS):
        first = _once(text, glossary, scope, seen, refused)
        if not first.edits:
            return first
        moved = replace(scope, protected=tuple(_moved(scope.protected, first.edits)))
        second = _once(first.text, glossary, moved, seen, frozenset())
        if not second.edits:
            return first
        refused |= {_nearest(first.edits, edit).end for edit in second.edits}
    return Rewriting(text, (), seen, first.doubts)


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


def _once(text: str, glossary: Glossary, scope: Scope, seen: frozenset[str], refused: frozenset[int]) -> Rewriting:
    found = find(text, glossary, scope)
    known = seen | placing.explained(found)
    explaining = placing.targets(text, found, known, refused)
    edits = [_explain(text, found, match) for match in explaining]
    for match in found.matches:
        if match.entry.mode == "replace" and not placing.is_glossed(found, match):
            edits += _replace(text, match, refused)
    placed = tuple(_placed(sorted(edits, key=lambda edit: edit.start)))
    known |= {match.entry.id for match in explaining}
    return Rewriting(replay(text, placed), placed, known, found.doubts)


def _explain(text: str, found: Found, match: Match) -> Edit:
    end = wording.end_with_possessive(text, match)
    original = text[match.start : end]
    to = original + wording.explanation(text, match, end)
    return Edit(match.start, end, original, to, match.entry.id, match.entry.mode)


def _replace(text: str, match: Match, refused: frozenset[int]) -> list[Edit]:
    to = wording.replacement(text, match)
    original = text[match.start : match.end]
    if match.end in refused or to == original or wording.collides(text, match, to):
        return []
    edits = [Edit(match.start, match.end, original, to, match.entry.id, "replace")]
    mended = wording.mended_article(text, match, to)
    if mended:
        start, end, word = mended
        edits.append(Edit(start, end, text[start:end], word, match.entry.id, "article"))
    return edits


def _placed(edits: Iterable[Edit]) -> Iterable[Edit]:
    shift = 0
    for edit in edits:
        start = edit.start + shift
        yield replace(edit, text_start=start, text_end=start + len(edit.to))
        shift += len(edit.to) - (edit.end - edit.start)


def _moved(places: Iterable[tuple[int, int]], edits: tuple[Edit, ...]) -> Iterable[tuple[int, int]]:
    for start, end in places:
        shift = sum(len(edit.to) - (edit.end - edit.start) for edit in edits if edit.end <= start)
        yield start + shift, end + shift


def _nearest(edits: tuple[Edit, ...], later: Edit) -> Edit:
    """The edit of the first run, a/an aside, that stands closest to one of the second run."""
    own = (edit for edit in edits if edit.mode != "article")
    return min(own, key=lambda edit: max(edit.text_start - later.end, later.start - edit.text_end))
