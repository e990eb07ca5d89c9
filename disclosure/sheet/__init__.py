"""The composed sheet: its values, and how a product becomes one."""

from .compose import check_wording, compose
from .model import Fact, Run, Section, Sentence, Sheet, Term

__all__ = ["Fact", "Run", "Section", "Sentence", "Sheet", "Term", "check_wording", "compose"]
