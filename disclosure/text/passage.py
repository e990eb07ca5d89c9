"""One block of a sheet comes in; a Passage, the unit that readability is read from, goes out."""

from dataclasses import dataclass
from typing import Literal

from disclosure.text.span import Span

Role = Literal["prose", "bullet", "heading", "cell", "statutory"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of text. `jargon` holds the glossary terms that stand in it unexplained.

    Headings and cells are read for their words only; wording fixed by law (`statutory`) is read
    but moves no score.
    """

    text: str
    role: Role
    jargon: tuple[Span, ...] = ()
