"""The solver finds the one root of cash flows in time, against an independent implementation too."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.solver import internal_rate

D = Decimal


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        ([("0", "-1000"), ("1", "1100")], "0.1"),
        ([("1", "1100"), ("0", "-1000")], "0.1"),
        ([("0", "1000"), ("1", "-1100")], "0.1"),
        ([("0", "-100"), ("0.5", "121")], "0.4641"),
        ([("0", "-1000"), ("0", "100"), ("1", "900")], "0"),
        ([("0", "-1000"), ("2", "0.1")], "-0.99"),
        ([("0", "-1"), ("1", "1000000")], "999999"),
    ],
)
def test_exact_rates(flows, rate):
    assert internal_rate([(D(time), D(amount)) for time, amount in flows]) == D(rate)


@pytest.mark.parametrize(
    ("amounts", "reason"),
    [
        ([], "no_sign_change"),
        ([100, 100], "no_sign_change"),
        ([-1000, 2300, -1320], "several_sign_changes"),
        ([-1000, 100, -100, 1100], "several_sign_changes"),
        ([-1000, 9], "rate_out_of_range"),
        ([-1, 10**10], "rate_out_of_range"),
    ],
)
def test_no_guess(amounts, reason):
    with pytest.raises(NotComputable) as refused:
        internal_rate([(D(time), D(amount)) for time, amount in enumerate(amounts)])
    assert refused.value.reason == reason


@given(
    st.integers(1, 10**6),
    st.lists(st.integers(0, 10**6), min_size=1, max_size=60).filter(any),
)
def test_an_independent_solver_agrees(outlay, payments):
    pyxirr = pytest.importorskip("pyxirr")
    flows = [(D(0), D(-outlay)), *((D(t), D(p)) for t, p in enumerate(payments, start=1))]
    try:
        rate = internal_rate(flows)
    except NotComputable as refused:
        assert refused.reason == "rate_out_of_range"
        return
    worth = sum(amount / (1 + rate) ** time for time, amount in flows)
    scale = sum(abs(amount) / (1 + rate) ** time for time, amount in flows)
    assert abs(worth) <= scale * D("1e-18")
    theirs = pyxirr.irr([-outlay, *payments])
    if theirs is not None and theirs > -1:
        assert float(rate) == pytest.approx(theirs, rel=1e-6, abs=1e-6)
