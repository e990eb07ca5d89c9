"""Nothing comes in; the value for the place of a possible claim in its sentence goes out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Words from `start` to `end` that may make a claim; their wording ends at `last`.

    `tests`: where a negator before takes the claim back. `words`: the places of the words that count,
    which none of the technical terms may cover.
    """

    start: int
    end: int
    last: int
    tests: tuple[int, ...]
    words: tuple[tuple[int, int], ...]
