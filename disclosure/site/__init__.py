"""Many products: plan, gather, check, write, read back, publish."""

from typing import TYPE_CHECKING, Any

from .build import Outcome, build
from .options import Options, Order

if TYPE_CHECKING:
    from .gather import Checked, check_one, terms_for

__all__ = ["Checked", "Options", "Order", "Outcome", "build", "check_one", "terms_for"]


def __getattr__(name: str) -> Any:
    """What composes and checks is loaded when it is asked for: a build that has nothing to do never is."""
    if name in __all__:
        from . import gather

        return getattr(gather, name)
    raise AttributeError(name)
