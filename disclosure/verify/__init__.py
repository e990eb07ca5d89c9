"""The independent reader: finished HTML and PDF against what the sheet was to say."""

from .expected import Expectation, expectation
from .form import Form, Standout
from .loss import Loss
from .proof import prove

__all__ = ["Expectation", "Form", "Loss", "Standout", "expectation", "prove"]
