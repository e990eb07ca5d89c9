"""A piece of a text comes in with its place; a Span keeps both together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The piece `text` of a larger text, from code point `start` up to, not including, `end`."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, whole: str, start: int, end: int) -> "Span":
        """The part `whole[start:end]` as a Span."""
        return cls(start, end, whole[start:end])

    @classmethod
    def trimmed(cls, whole: str, start: int, end: int) -> "Span | None":
        """The part `whole[start:end]` without white space at its ends; None if nothing is left."""
        part = whole[start:end]
        kept = part.strip()
        if not kept:
            return None
        start += len(part) - len(part.lstrip())
        return cls(start, start + len(kept), kept)
