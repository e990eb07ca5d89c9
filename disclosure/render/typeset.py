"""Runs of a sentence become pieces of text spaced by the typographic habits of their language."""

import re
from collections.abc import Iterable, Iterator

from ..sheet import Run

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_WESTERN = r"[A-Za-z0-9$€£¥%+\u2212@#&]"
_GAP = re.compile(f"(?<={_HAN})(?={_WESTERN})|(?<={_WESTERN})(?={_HAN})")


def pieces(runs: Iterable[Run], lang: str) -> Iterator[tuple[Run, str]]:
    """Each run with its text as it is to be set: in Chinese, a space between Han and Western signs.

    A space between two runs is put at the end of the first one.
    """
    runs = list(runs)
    if not lang.startswith("zh"):
        yield from ((run, run.text) for run in runs)
        return
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        text = spaced(run.text)
        if after and after.text and _GAP.search(run.text[-1:] + after.text[:1]):
            text += " "
        yield run, text


def spaced(text: str) -> str:
    """A Chinese text with a space between Han characters and Western letters, digits and signs."""
    return _GAP.sub(" ", text)


def between(lang: str) -> str:
    """What stands between two sentences."""
    return "" if lang.startswith("zh") else " "
