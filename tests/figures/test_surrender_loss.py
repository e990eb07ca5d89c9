"""What is lost by leaving an insurance policy early."""

from decimal import Decimal

import pytest

from disclosure.figures.cover import premiums_paid, surrender_losses
from disclosure.figures.figure import NotComputable

D = Decimal
PREMIUMS = [D(10000)] * 3


@pytest.mark.parametrize(("year", "paid"), [(1, 10000), (3, 30000), (10, 30000)])
def test_premiums_paid(year, paid):
    figure = premiums_paid(PREMIUMS, year)
    assert (figure.value, figure.unit) == (D(paid), "money")
    assert figure.inputs == (("premiums", "3 x 10000"), ("year", str(year)))


def test_losses_of_a_table_may_turn_into_a_gain():
    table = [(1, D(3000)), (2, D("9500.50")), (5, D(31000))]
    losses = surrender_losses(PREMIUMS, table)
    assert [(one.name, one.value) for one in losses] == [
        ("surrender_loss_year_1", D(7000)),
        ("surrender_loss_year_2", D("10499.50")),
        ("surrender_loss_year_5", D(-1000)),
    ]


@pytest.mark.parametrize(
    ("premiums", "table", "reason"),
    [
        ([], [(1, D(1))], "missing_input"),
        (PREMIUMS, [], "missing_input"),
        (PREMIUMS, [(0, D(1))], "out_of_range"),
        (PREMIUMS, [(1, D(-1))], "out_of_range"),
        ([D(-1)], [(1, D(1))], "out_of_range"),
    ],
)
def test_an_incomplete_policy_is_refused(premiums, table, reason):
    with pytest.raises(NotComputable) as refused:
        surrender_losses(premiums, table)
    assert refused.value.reason == reason
