"""A text in which not all words stand as they must comes in; what is lost, and what was added, goes out."""

from collections.abc import Iterator, Sequence

from .expected import Expectation, Passage
from .loss import Loss
from .walk import Loose, Span, Text, fragments, in_any_order
from .words import pattern, squeezed

_MOST_ADDED = 5


def loose_of(expected: Expectation, *more: tuple[str, int]) -> Loose:
    """The words that may stand anywhere, and `more` of them with how often each may."""
    fixed = [(squeezed(one.words), one.most) for one in expected.fixed] + list(more)
    together: dict[str, int] = {}
    for words, most in fixed:
        together[words] = together.get(words, 0) + most
    return Loose(tuple(together), tuple(together.values()))


def named(where: str, passage: Passage, rule: str) -> Loss:
    """What is wrong with a passage, under the field of its first fact."""
    return Loss(where, passage.path, "".join(passage.sentences), rule)


def torn(expected: Expectation, where: str, text: Text, spans: Sequence[Span]) -> Iterator[Loss]:
    """Figures that a line or a box parts or that touch another one; a head of which only a part is left out."""
    for passage, (start, end) in zip(expected.passages, spans, strict=True):
        if start == end:
            continue
        for one in passage.stated:
            cut = text.cut((start + one.start, start + one.end))
            if cut != one.shown and not pattern(one.shown, one.figure).fullmatch(cut):
                yield Loss(where, one.path, one.shown, "figure-torn")
        if text.touches(start) or text.touches(end):
            yield named(where, passage, "figure-torn")
    left_out = [number for number in expected.optional if spans[number][0] == spans[number][1]]
    if 0 < len(left_out) < len(expected.optional):
        yield from (named(where, expected.passages[number], "lost-on-page") for number in left_out)


def reckoned(
    expected: Expectation, where: str, raw: str, loose: Loose, breaks: Sequence[int] = ()
) -> Iterator[Loss]:
    """Each fact and sentence that stands in a text less often than it should, and what else stands there."""
    yield from _facts_lost(expected, where, raw)
    tight = squeezed(raw)
    words = [passage.words for passage in expected.passages]
    missing, left = in_any_order(words, loose, tight, breaks)
    yield from _sentences_lost(expected, where, tight, missing)
    yield from _fixed_lost(expected, where, tight)
    added = [one for one in fragments(left) if any(map(str.isalnum, one))]
    for one in added[:_MOST_ADDED]:
        yield Loss(where, "", one, "invented-on-page")


def _facts_lost(expected: Expectation, where: str, raw: str) -> Iterator[Loss]:
    said = "\n".join("".join(passage.sentences) for passage in expected.passages)
    known = {(one.path, one.shown): one.figure for passage in expected.passages for one in passage.stated}
    for (path, shown), figure in known.items():
        sought = pattern(shown, figure)
        if _count(sought, raw) < _count(sought, said):
            yield Loss(where, path, shown)


def _count(sought: object, text: str) -> int:
    return sum(1 for _ in sought.finditer(text))  # type: ignore[attr-defined]


def _sentences_lost(expected: Expectation, where: str, tight: str, missing: Sequence[str]) -> Iterator[Loss]:
    """The sentences of passages that do not stand in a text whole."""
    gone = set(missing)
    for passage in expected.passages:
        if passage.words in gone:
            lost = [one for one in passage.sentences if squeezed(one) not in tight]
            for one in lost or ["".join(passage.sentences)]:
                yield Loss(where, passage.place, one.strip())


def _fixed_lost(expected: Expectation, where: str, tight: str) -> Iterator[Loss]:
    for one in expected.fixed:
        if one.must and squeezed(one.words) not in tight:
            yield Loss(where, "", one.words)
