"""The independent reader: finished HTML and PDF against what the sheet was to say."""

from .form import Form, Standout
from .loss import Loss
from .proof import Expectation, expectation, prove

__all__ = ["Expectation", "Form", "Loss", "Standout", "expectation", "prove"]
