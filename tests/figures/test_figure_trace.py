"""A figure carries its inputs as text; a figure that cannot be computed says why."""

import pickle
from decimal import Decimal

import pytest

from disclosure.figures.figure import NotComputable, at_least, finite, listed, more_than


def test_inputs_become_text_in_order():
    assert listed(rate=Decimal("1.50"), big=Decimal("1E+5"), count=12, fee=None, base="days") == (
        ("rate", "1.50"),
        ("big", "100000"),
        ("count", "12"),
        ("fee", "none"),
        ("base", "days"),
    )


def test_equal_payments_are_counted():
    payments = [Decimal("83.34")] * 11 + [Decimal("83.26")]
    assert listed(payments=payments) == (("payments", "11 x 83.34; 83.26"),)


@pytest.mark.parametrize(
    ("demand", "value", "reason", "text"),
    [
        (lambda v: at_least(0, fee=v), Decimal(-1), "out_of_range", "fee must be 0 or more, not -1"),
        (lambda v: more_than(0, fee=v), 0, "out_of_range", "fee must be more than 0, not 0"),
        (lambda v: finite(fee=v), None, "missing_input", "fee is missing"),
        (
            lambda v: at_least(0, fee=v),
            Decimal("NaN"),
            "out_of_range",
            "fee must be a finite number, not NaN",
        ),
    ],
)
def test_bad_inputs_are_refused_with_a_reason(demand, value, reason, text):
    with pytest.raises(NotComputable) as refused:
        demand(value)
    assert (refused.value.reason, str(refused.value)) == (reason, text)


def test_a_float_is_a_mistake_in_the_program():
    with pytest.raises(TypeError, match="fee must be a Decimal"):
        at_least(0, fee=0.5)


def test_not_computable_survives_a_trip_to_another_process():
    sent = NotComputable("missing_input", "the fee is missing")
    received = pickle.loads(pickle.dumps(sent))
    assert (received.reason, str(received)) == ("missing_input", "the fee is missing")
