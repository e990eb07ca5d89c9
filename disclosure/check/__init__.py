"""Checks: what is scored is what is printed."""

from .finding import Finding, Report, Rule
from .run import Verdict, compare, gate, run

__all__ = ["Finding", "Report", "Rule", "Verdict", "compare", "gate", "run"]
