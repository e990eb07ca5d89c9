"""Decimal inputs go in; figures, each made by one named rule, come out.

`derive` uses the rules that the plain sheet prints; the others answer to the published examples of
the law they name, and wait for the rulebooks that print them.
"""

from .figure import Figure, NotComputable

__all__ = ["Figure", "NotComputable"]
