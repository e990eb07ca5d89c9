"""Terms come in from the glossary's files; a text goes in with jargon and comes out explained."""

from .entry import Context, Entry, Source
from .layers import Glossary
from .matcher import Doubt
from .packs import load
from .parse import entries, given
from .rewriting import Edit, Rewriting, replay, rewrite, unexplained
from .trial import Failure, failures

__all__ = [
    "Context", "Doubt", "Edit", "Entry", "Failure", "Glossary", "Rewriting", "Source",
    "entries", "failures", "given", "load", "replay", "rewrite", "unexplained",
]  # fmt: skip
