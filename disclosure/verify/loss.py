"""What a reader of a finished page may find wrong, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a finished page does not show, or shows otherwise than it must.

    `where` is html or pdf, `path` the field concerned, `text` the words or the measure; `rule` names
    the message, and `values` fill it in.
    """

    where: str
    path: str
    text: str
    rule: str = "lost-on-page"
    values: tuple[tuple[str, str], ...] = ()
