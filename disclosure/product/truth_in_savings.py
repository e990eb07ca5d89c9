"""What the American account disclosure needs beyond the terms of a deposit."""

from typing import Literal

from .part import Length, Part, Percent, YesNo


class TruthInSavings(Part):
    """The facts of 12 CFR 1030.4(b) that no other field of a deposit holds.

    `stated_apy` is the bank's own annual percentage yield, for comparison with ours. `compounded` is how
    often interest is added to the balance, left out where it never is. `balance_method` is how the
    balance is worked out, `accrues_from` from when a deposit that is no cash earns interest. `penalty` is
    the interest of how long a time that is lost on taking money out early; `penalty_sure` says whether
    it is always charged. `renews` says whether the account is renewed at maturity, `grace` for how long
    after that money can be taken out free.
    """

    stated_apy: Percent | None = None
    compounded: Length | None = None
    balance_method: Literal["daily_balance", "average_daily_balance"] | None = None
    accrues_from: Literal["day_of_deposit", "day_of_credit"] | None = None
    penalty: Length | None = None
    penalty_sure: YesNo = True
    renews: YesNo | None = None
    grace: Length | None = None
