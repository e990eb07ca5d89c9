"""Terms come in from the glossary's files; a text goes in with jargon and comes out explained."""

from .asked import language
from .choice import Doubt
from .defining import defined
from .entry import Context, Entry, Source
from .layers import Glossary
from .packs import load
from .parse import entries, given, refused
from .rewriting import Edit, Rewriting, replay, rewrite, unexplained, unused
from .trial import Failure, failures

__all__ = [
    "Context", "Doubt", "Edit", "Entry", "Failure", "Glossary", "Rewriting", "Source",
    "defined", "entries", "failures", "given", "language", "load", "refused", "replay", "rewrite", "unexplained", "unused",
]  # fmt: skip
