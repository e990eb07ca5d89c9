"""The annual rates of the EU and the US: published answers, an independent oracle, and odd loans."""

from decimal import Decimal
from fractions import Fraction as F

import pytest
import pyxirr
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.apr import Payments, eu_aprc, us_appendix_j_apr
from disclosure.figures.figure import NotComputable
from disclosure.figures.rounding import half_up

D = Decimal


def apr(financed, payments, per_year):
    return half_up(us_appendix_j_apr([Payments(D(financed), 1, 0)], payments, D(per_year)).value, 2)


def aprc(*flows):
    return half_up(eu_aprc([(F(time), D(amount)) for time, amount in flows]).value, 2)


# 12 CFR 1026 Appendix J (c)
@pytest.mark.parametrize(
    ("financed", "payments", "per_year", "rate"),
    [
        ("5000", [Payments(D(230), 24, 1)], 12, "9.69"),
        ("5000", [Payments(D("219.17"), 24, 0, F(6, 15))], 24, "10.34"),
        ("500", [Payments(D("17.60"), 30, 4, F(4, 7))], 52, "14.96"),
        ("400", [Payments(D("39.50"), 1, 1, F(5, 28)), Payments(D("38.31"), 11, 2, F(5, 28))], 13, "28.50"),
        ("200", [Payments(D("9.50"), 19, 0, F(8, 14)), Payments(D(30), 1, 19, F(8, 14))], 26, "12.22"),
        ("8000", [Payments(D("449.36"), 1, 0, F(52, 60)), Payments(D(465), 18, 1, F(52, 60)),
                  Payments(D(200), 1, 19, F(52, 60))], 6, "7.30"),
        ("1000", [Payments(D(1044), 1, 1)], 2, "8.80"),
        ("1000", [Payments(D(1240), 1, 2)], 1, "11.36"),
    ],
)  # fmt: skip
def test_us_examples(financed, payments, per_year, rate):
    assert apr(financed, payments, per_year) == D(rate)


# The worked examples of Directive 98/7/EC Annex III
@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        ([(0, -1000), ("546/365", 1200)], "12.96"),
        ([(0, -1000), (1, 600), (2, 600)], "13.07"),
        ([(0, -1000), ("18/12", 1200)], "12.92"),
        ([(0, -1000), ("3/12", 272), ("6/12", 272), (1, 544)], "13.19"),
    ],
)
def test_eu_examples(flows, rate):
    assert aprc(*flows) == D(rate)


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        ([(0, -1200), *((f"{k}/12", 100) for k in range(1, 13))], "0.00"),  # nothing is charged
        ([(0, -1000), (1, 500), (2, 400)], "-6.99"),  # less comes back than was lent
        ([(0, -500), ("1/365", 501)], "107.36"),  # a loan of one day
    ],
)
def test_odd_loans(flows, rate):
    assert aprc(*flows) == D(rate)


def test_forty_years_of_monthly_payments():
    flows = [(F(0), D(-200000)), *((F(k, 12), D("966.28")) for k in range(1, 481))]
    oracle = (1 + pyxirr.irr([-200000, *[966.28] * 480])) ** 12 - 1
    assert abs(float(eu_aprc(flows).value) / 100 - oracle) < 1e-12


@given(
    st.integers(100, 10**6),
    st.lists(st.integers(1, 10**5), min_size=1, max_size=40),
)
def test_the_same_rate_as_another_solver(lent, payments):
    total = sum(payments)
    if not 0.2 * lent < total < 50 * lent:
        return
    oracle = pyxirr.irr([-lent, *payments])
    flows = [(F(0), D(-lent)), *((F(k), D(one)) for k, one in enumerate(payments, 1))]
    if oracle is not None and oracle > -0.9:
        assert float(eu_aprc(flows).value) / 100 == pytest.approx(oracle, rel=1e-8, abs=1e-10)


@given(st.integers(1000, 50000), st.integers(2, 60), st.integers(1, 40))
def test_whole_unit_periods_are_plain_compound_interest(lent, count, percent):
    payment = D(lent * (100 + percent)) / 100 / count
    rate = us_appendix_j_apr([Payments(D(lent), 1, 0)], [Payments(payment, count, 1)], D(12)).value
    oracle = 1200 * pyxirr.irr([-lent, *[float(payment)] * count])
    assert float(rate) == pytest.approx(oracle, rel=1e-8)


def test_two_advances():
    advances = [Payments(D(1000), 1, 0), Payments(D(1000), 1, 1)]
    rate = us_appendix_j_apr(advances, [Payments(D(200), 11, 2)], D(12)).value
    assert float(rate) == pytest.approx(1200 * pyxirr.irr([-1000, -1000, *[200] * 11]), rel=1e-9)


def test_money_that_comes_and_goes_at_once_is_netted():
    advances = [Payments(D(1000), 1, 0)]
    with_fee = us_appendix_j_apr(advances, [Payments(D(50), 1, 0), Payments(D(100), 10, 1)], D(12))
    less = us_appendix_j_apr([Payments(D(950), 1, 0)], [Payments(D(100), 10, 1)], D(12))
    assert with_fee.value == less.value


@pytest.mark.parametrize(
    ("flows", "reason"),
    [
        ([(0, -1000), (1, 2300), (2, -1320)], "several_sign_changes"),
        ([(0, 1000), (1, 100)], "no_sign_change"),
        ([], "missing_input"),
        ([(0, -1000), (1, 1)], "rate_out_of_range"),
    ],
)
def test_no_rate_is_guessed(flows, reason):
    with pytest.raises(NotComputable) as refused:
        aprc(*flows)
    assert refused.value.reason == reason


def test_a_rate_tells_how_it_was_made():
    figure = eu_aprc([(F(0), D(-1000)), (F(1), D(1100))])
    assert figure.value == 10
    assert dict(figure.inputs) == {"amounts": "-1000; 1100", "years": "0; 1"}
    assert (figure.rule, figure.rounding) == ("Directive (EU) 2023/2225 Annex III", "half-up to 2 places")
