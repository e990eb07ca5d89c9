"""Decimal inputs go in; figures, each made by one named rule, come out."""

from .figure import Figure, NotComputable

__all__ = ["Figure", "NotComputable"]
