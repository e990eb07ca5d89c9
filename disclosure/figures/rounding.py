"""An unrounded Decimal goes in; the Decimal that is printed comes out."""

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import wraps
from typing import ParamSpec, TypeVar

from disclosure.figures.figure import NotComputable

PRECISION = 60

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def half_up(value: Decimal, places: int) -> Decimal:
    """`value` rounded to `places` decimals, a five going away from zero; never minus zero.

    A negative `places` rounds to tens, hundreds and so on: `half_up(Decimal("865"), -1)` is 870.
    The result is independent of the caller's decimal context. Raises NotComputable for NaN or an
    infinity. Source: Directive (EU) 2023/2225 Annex III remark (d) for the direction of a five.
    """
    if not value.is_finite():
        raise NotComputable("out_of_range", f"{value} cannot be rounded")
    digits = max(value.adjusted(), 0) + max(places, 0) + 3
    with localcontext(Context(prec=digits, rounding=ROUND_HALF_UP)):
        rounded = value.quantize(Decimal(1).scaleb(-places)).quantize(
            Decimal(1).scaleb(-max(places, 0))
        )
    return rounded.copy_abs() if rounded.is_zero() else rounded


def precisely(rule: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Run `rule` with PRECISION significant digits, whatever the caller's decimal context is."""

    @wraps(rule)
    def in_high_precision(*given: _Given.args, **named: _Given.kwargs) -> _Result:
        with localcontext(Context(prec=PRECISION, rounding=ROUND_HALF_EVEN)):
            return rule(*given, **named)

    return in_high_precision
