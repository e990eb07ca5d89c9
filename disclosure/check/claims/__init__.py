"""A text comes in; the claims that a seller of finance may not make to the public go out."""

from .model import Claim, Verdict
from .search import claims
from .shelf import family, family_ids

__all__ = ["Claim", "Verdict", "claims", "family", "family_ids"]
