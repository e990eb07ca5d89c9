"""Half-up rounding: once, away from zero, never minus zero, whatever the decimal context."""

from decimal import ROUND_DOWN, Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.rounding import half_up, precisely


@pytest.mark.vectors("rounding")
def test_published_roundings(case):
    inputs = case["inputs"]
    rounded = half_up(Decimal(inputs["value"]), int(inputs["decimals"]))
    assert str(rounded) == case["expected"]["text"]


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("2.675", 2, "2.68"),
        ("860.5", 0, "861"),
        ("865", -1, "870"),
        ("864.99", -1, "860"),
        ("4.9", -1, "0"),
        ("-0.004", 2, "0.00"),
        ("-0", 0, "0"),
        ("-0.005", 2, "-0.01"),
        ("1", 2, "1.00"),
        ("1E+3", 2, "1000.00"),
        ("99999999999999999999999999999999999.995", 2, "100000000000000000000000000000000000.00"),
    ],
)
def test_half_up(value, places, text):
    assert str(half_up(Decimal(value), places)) == text


def test_context_of_the_caller_does_not_matter():
    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        assert half_up(Decimal("123456.785"), 2) == Decimal("123456.79")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_no_number_is_refused(value):
    with pytest.raises(NotComputable, match="cannot be rounded"):
        half_up(Decimal(value), 2)


@given(
    st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=6),
    st.integers(0, 5),
)
def test_error_is_at_most_half_a_unit_and_rounding_again_changes_nothing(value, places):
    rounded = half_up(value, places)
    assert abs(rounded - value) <= Decimal("0.5").scaleb(-places)
    assert half_up(rounded, places) == rounded
    assert half_up(-value, places) == -rounded


def test_precisely_hides_the_context_of_the_caller():
    third = precisely(lambda: Decimal(1) / 3)
    with localcontext(Context(prec=2)):
        assert third() == Decimal("0." + 60 * "3")
