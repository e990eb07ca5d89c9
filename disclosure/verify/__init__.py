"""The independent reader: finished HTML and PDF against what the sheet was to say."""

from .proof import Expectation, Loss, expectation, prove

__all__ = ["Expectation", "Loss", "expectation", "prove"]
