"""How long lies between two days: the published examples of the EU, and the US count of unit-periods."""

from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.calendar import Interval, eu_years, us_unit_periods
from disclosure.figures.figure import NotComputable

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "unit", "years"),
    [
        # SWD(2012) 128, section 4.1.1
        ("2012-01-12", "2012-02-15", "month", F(1, 12) + F(3, 365)),
        ("2013-01-12", "2013-02-15", "month", F(1, 12) + F(3, 366)),
        ("2013-02-25", "2013-03-28", "month", F(1, 12) + F(3, 366)),
        ("2013-02-26", "2013-03-29", "month", F(1, 12) + F(2, 366)),
        ("2012-02-26", "2012-03-29", "month", F(1, 12) + F(3, 366)),
        ("2012-12-01", "2013-02-02", "month", F(2, 12) + F(1, 366)),
        ("2012-01-12", "2012-02-15", "year", F(34, 365)),
        ("2012-01-12", "2014-02-15", "year", 2 + F(34, 365)),
        # By the same rule
        ("2024-02-29", "2025-02-28", "year", F(365, 366)),
        ("2023-02-28", "2024-02-29", "year", F(1)),
        ("2024-01-01", "2024-01-22", "week", F(3, 52)),
        ("2024-03-01", "2024-03-01", "month", F(0)),
    ],
)
def test_years_for_an_aprc(first, last, unit, years):
    assert eu_years(date.fromisoformat(first), date.fromisoformat(last), unit) == years


@pytest.mark.parametrize(
    ("first", "last", "length", "wanted"),
    [
        # 12 CFR 1026 Appendix J (c), the days of its examples
        ("1978-01-10", "1978-03-01", {"months": 2}, Interval(0, F(52, 60))),
        ("1978-03-20", "1978-04-21", {"days": 7}, Interval(4, F(4, 7))),
        ("1978-03-18", "1978-04-20", {"days": 28}, Interval(1, F(5, 28))),
        ("1978-04-03", "1978-04-11", {"days": 14}, Interval(0, F(8, 14))),
        ("2024-01-31", "2024-02-29", {"months": 1}, Interval(0, F(29, 30))),
    ],
)
def test_unit_periods(first, last, length, wanted):
    assert us_unit_periods(date.fromisoformat(first), date.fromisoformat(last), **length) == wanted


@given(DAYS, st.integers(1, 480), st.sampled_from([1, 2, 3, 6, 12]))
def test_whole_months_leave_nothing(day, count, months):
    first = day.replace(day=min(day.day, 28))
    year, month = divmod(first.year * 12 + first.month - 1 + count * months, 12)
    if year < 2200:
        last = date(year, month + 1, first.day)
        assert us_unit_periods(first, last, months=months) == Interval(count, F(0))
        assert eu_years(first, last, "month") == F(count * months, 12)


@given(DAYS, DAYS, st.sampled_from(["year", "month", "week"]))
def test_a_later_payment_is_never_nearer(first, last, unit):
    first, last = sorted((first, last))
    assert 0 <= eu_years(first, last, unit) < (last - first).days / 360 + 0.01


def test_a_payment_before_the_money_is_refused():
    with pytest.raises(NotComputable):
        eu_years(date(2024, 2, 1), date(2024, 1, 1), "month")
    with pytest.raises(NotComputable):
        us_unit_periods(date(2024, 1, 1), date(2024, 2, 1))
