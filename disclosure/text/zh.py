"""Chinese text comes in; its sentences, clauses and words go out, each with its place.

The spans of `sentences` and of `clauses` cover every character that is not white space.
Latin sentences inside the text are cut by the English rules.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from disclosure.text import en, lexicon
from disclosure.text.breaks import CLOSERS, lines, spans
from disclosure.text.span import Span

WRAPPED = 22
"""Characters from which a line that ends without a stop counts as wrapped by hand."""

_STOP = re.compile(rf"(?:[。！？]|[!?](?![A-Za-z0-9=&])|…+|\.{{3,}})+[{re.escape(CLOSERS)}]*")
_TITLE = re.compile(r"《[^《》\n]*》|〈[^〈〉\n]*〉")
_JOINING = frozenset("，、；：")
_GOES_ON = frozenset("，、；：,;:）)》」』的等之")
CLAUSE = re.compile(r"[，；：]|(?<!\d)[,;:]|[,;:](?!\d)|—+|–")
_WHOLE = re.compile(
    r"(?:https?://|www\.)[!-~]*[A-Za-z0-9/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[$€£¥￥]?\d+(?:[.,:/⁄-]\d+)*[%％‰]?|[A-Za-z]\+\d|[A-Za-z]+(?:['’.&-][A-Za-z]+)+",
    re.ASCII,
)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences; headings and list items count as sentences of their own.

    A closing quotation mark after 。 belongs to the sentence; marks inside 《》 end nothing.
    """
    return spans(text, (*_stops(text), *lines(text, WRAPPED)))


def clauses(text: str) -> tuple[Span, ...]:
    """The parts of each sentence (分句) between ，；： and dashes; 、 joins a list and cuts nothing."""
    inner = (found.end() for found in CLAUSE.finditer(text))
    return spans(text, (*_stops(text), *lines(text, WRAPPED), *inner))


def words(text: str) -> tuple[Span, ...]:
    """The words by jieba's dictionary, without marks; a number, an address, a Latin word are one each."""
    found: list[Span] = []
    at = 0
    for whole in _WHOLE.finditer(text):
        found += _chinese(text, at, whole.start())
        found.append(Span(*whole.span(), whole.group()))
        at = whole.end()
    found += _chinese(text, at, len(text))
    return tuple(found)


def characters(text: str) -> int:
    """The length Chinese readers count: each 汉字 is 1, and so is each number or Latin word; marks are 0."""
    return sum(1 if word.text.isascii() else len(word.text) for word in words(text))


def _chinese(text: str, start: int, end: int) -> Iterator[Span]:
    for piece in lexicon.cut(text[start:end]):
        if any(map(str.isalnum, piece)):
            yield Span(start, start + len(piece), piece)
        start += len(piece)


def _stops(text: str) -> Iterator[int]:
    titles = [found.span() for found in _TITLE.finditer(text)] if "《" in text or "〈" in text else []
    starts = [start for start, _ in titles]
    for cut in (*_own_stops(text), *en.full_stops(text)):
        at = bisect_left(starts, cut) - 1
        if text[cut : cut + 1] not in _JOINING and not (at >= 0 and cut <= titles[at][1]):
            yield cut


def _own_stops(text: str) -> Iterator[int]:
    quotes: list[int] | None = None
    for found in _STOP.finditer(text):
        start, end = found.span()
        if end - start == 1 and text[start] != "…":
            yield end
            continue
        if quotes is None:
            quotes = [at for at, char in enumerate(text) if char == '"']
        mark = found.group().rstrip(CLOSERS)
        after = start + len(mark)
        stop = after + _closing(text, after, end, quotes)
        quoted = stop > after or mark[-1] in "….”"
        if not (quoted and text[stop : stop + 1] in _GOES_ON):
            yield stop


def _closing(text: str, start: int, end: int, quotes: Sequence[int]) -> int:
    """How many of the marks from `start` close something: a straight quote closes only if one is open."""
    for at in range(start, end):
        if text[at] == '"' and bisect_left(quotes, at) % 2 == 0:
            return at - start
    return end - start
