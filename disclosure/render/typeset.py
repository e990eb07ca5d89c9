"""Runs of a sentence become pieces of text spaced by the typographic habits of their language."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest

from markupsafe import Markup, escape

from ..sheet import Run

_HAN = r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]"
_WESTERN = r"[A-Za-z0-9$€£¥%‰°℃+\u2212@#&]"
_GAP = re.compile(f"(?<={_HAN})(?={_WESTERN})|(?<={_WESTERN})(?={_HAN})")
_FULL_WIDTH = re.compile("[\u2e80-\U0010ffff]+")
_OPENING = "“‘（［〔「『《〈【"
_CLOSING = "”’，。、；：）］〕」』》〉】"
# One half of these signs is empty. Where two meet, the space between them is taken up once.
_MEETING = re.compile(f"[{_CLOSING}](?=[{_CLOSING}{_OPENING}])|(?<=[{_OPENING}])[{_OPENING}]")


def pieces(runs: Iterable[Run], lang: str) -> Iterator[tuple[Run, str]]:
    """Each run with its text as it is to be set: in Chinese, a space between Han and Western signs.

    A space between two runs is put at the end of the first one.
    """
    runs = [run for run in runs if run.text]
    if not lang.startswith("zh"):
        yield from ((run, run.text) for run in runs)
        return
    for run, after in zip_longest(runs, runs[1:]):
        text = spaced(run.text)
        if after and _GAP.search(run.text[-1:] + after.text[:1]):
            text += " "
        yield run, text


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """A Chinese text with a space between Han characters and Western letters, digits and signs."""
    return _GAP.sub(" ", text)


def tight(text: str, after: str = "") -> Markup:
    """A text as HTML in which full-width punctuation that meets is set half as wide.

    `after` is what follows the text; its first character counts (CLREQ 3.1.6.1). The class is `half`.
    """
    return _tight(text, after[:1])


@lru_cache(maxsize=4096)
def _tight(text: str, after: str) -> Markup:
    if not _MEETING.search(text + after):
        return escape(text)
    parts, at = [], 0
    for found in _MEETING.finditer(text + after):
        if found.end() <= len(text):
            sign = Markup('<span class="half">{}</span>').format(found.group())
            parts += [escape(text[at : found.start()]), sign]
            at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def between(lang: str) -> str:
    """What stands between two sentences."""
    return "" if lang.startswith("zh") else " "


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The room a text takes in half-ems: two for a full-width character, one for any other."""
    return len(text) + sum(map(len, _FULL_WIDTH.findall(text)))
