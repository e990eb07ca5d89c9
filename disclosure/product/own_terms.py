"""A term as a definition itself explains it, for its own sheets alone."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from .parties import Short
from .part import Part

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]

EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]


class OwnTerm(Part):
    """A word of the trade that only this product uses, or uses in its own sense.

    It is laid over the house's and the shipped glossary: with the `id` of an entry there it takes
    that entry's place, and in any case it takes the term over. `plain` is what a reader is told in
    brackets, or instead; `define` is a whole sentence for the list of explained words.
    """

    lang: Language
    term: Short
    plain: Short
    define: Short | None = None
    id: EntryId | None = None
    forms: tuple[Short, ...] = ()
    mode: Literal["explain", "replace"] = "explain"
