"""English passages come in; the scores that reviewers know (Flesch, Fog, SMOG, Dale-Chall) go out.

They come from textstat, fed with sentences whose numbers and marks cannot mislead its counters,
and with pronunciations from a file, so that it never looks for its own on the network.
"""

import lzma
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from disclosure.shipped import folder
from disclosure.text import en
from disclosure.text.normal import NEUTRAL, neutral
from disclosure.text.passage import Passage

SCORES = (
    ("flesch_reading_ease", "flesch_reading_ease"),
    ("flesch_kincaid_grade", "flesch_kincaid_grade"),
    ("gunning_fog", "gunning_fog"),
    ("smog_index", "smog_index"),
    ("dale_chall", "dale_chall_readability_score_v2"),
)
"""The name printed and textstat's name for it."""


def scores(
    passages: Iterable[Passage], lang: str, pronunciations: Path | None = None
) -> tuple[tuple[str, Decimal], ...]:
    """Flesch reading ease (higher is easier), Flesch-Kincaid grade, Fog, SMOG and new Dale-Chall.

    Of prose and bullets only, to one decimal. Nothing for any other language than English: the
    formulas are not defined there. Raises ValueError where there is not a word to score.
    `pronunciations` is a file made by `scripts/make-pronunciations`; the shipped one by default.
    """
    if lang != "en":
        return ()
    text = plain(passages)
    if not text:
        raise ValueError("no English prose to score")
    metrics = _textstat(pronunciations or folder("templates", "readability", "syllables.txt.xz"))
    return tuple((name, _rounded(getattr(metrics, function)(text, "en_US"))) for name, function in SCORES)


def plain(passages: Iterable[Passage]) -> str:
    """The text handed to textstat: one full stop a sentence, no hyphens, `ten` for each number."""
    return " ".join(
        sentence
        for passage in passages
        if passage.role in ("prose", "bullet")
        for span in en.sentences(passage.text)
        if (sentence := _bare(span.text))
    )


def _bare(sentence: str) -> str:
    words = (word.text.replace(".", "").replace("’", "'") for word in en.words(neutral(sentence)))
    joined = " ".join("ten" if word == NEUTRAL else word for word in words)
    return f"{joined}." if joined else ""


def _rounded(score: float) -> Decimal:
    return Decimal(repr(score)).quantize(Decimal("0.1"), ROUND_HALF_UP)


@lru_cache(maxsize=1)
def _textstat(pronunciations: Path) -> ModuleType:
    """textstat's formulas, their syllable counter reading our file instead of NLTK's corpus."""
    import textstat.backend.counts._count_syllables as counter
    import textstat.backend.metrics as metrics

    known = _sounds(pronunciations)
    counter.get_cmudict = lambda lang: known if lang.startswith("en") else None  # type: ignore[assignment]
    return metrics


def _sounds(path: Path) -> dict[str, list[list[str]]]:
    """Each word with one pronunciation, which has as many stressed sounds as the word has syllables."""
    known: dict[str, list[list[str]]] = {}
    for line in lzma.decompress(path.read_bytes()).decode().splitlines():
        count, *words = line.split(" ")
        known.update(dict.fromkeys(words, [["1"] * int(count)]))
    return known
