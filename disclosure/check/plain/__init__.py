"""Plain-language rules: passages in, findings out; one rule a file, its words in `templates/plain/`."""

from .rule import PlainRule, Spot, load
from .runner import damaged, not_run, plain_findings

__all__ = ["PlainRule", "Spot", "damaged", "load", "not_run", "plain_findings"]
