"""Many products: gather, check, write, verify, publish."""

from .build import Receipt, publish
from .gather import Checked, Options, check_one, gather, terms_for

__all__ = ["Checked", "Options", "Receipt", "check_one", "gather", "publish", "terms_for"]
