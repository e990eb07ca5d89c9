"""A glossary comes in; each of its entries' examples that does not come out as stated goes out."""

from collections.abc import Iterator
from dataclasses import dataclass

from .entry import Entry
from .layers import Glossary
from .rewriting import rewrite


@dataclass(frozen=True, slots=True)
class Failure:
    """The example `text` of an entry became `got` instead of `wanted`."""

    entry: str
    text: str
    wanted: str
    got: str


def failures(glossary: Glossary) -> tuple[Failure, ...]:
    """Every example of an entry in use run twice: with its entry alone, and its text with the whole glossary.

    Alone it must come out as stated. With the whole glossary the entry must act where it is meant
    to and only there, or leave the place to a longer term.
    """
    return tuple(failure for entry in glossary.entries if entry.is_live for failure in _failed(entry, glossary))


def _failed(entry: Entry, glossary: Glossary) -> Iterator[Failure]:
    kind = entry.kinds[0] if entry.kinds else None
    for text, wanted in entry.examples:
        alone = rewrite(text, Glossary((entry,)), lang=entry.lang, kind=kind).text
        if alone != wanted:
            yield Failure(entry.id, text, wanted, alone)
        whole = rewrite(text, glossary, lang=entry.lang, kind=kind)
        acted = any(edit.entry == entry.id for edit in whole.edits)
        if acted != (text != wanted):
            yield Failure(entry.id, text, wanted, whole.text)
