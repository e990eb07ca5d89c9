"""What the American truth-in-lending box needs beyond the terms of a loan."""

from typing import Literal

from .fees import Slug
from .part import Amount, Day, Part, Percent


class TruthInLending(Part):
    """The facts of 12 CFR 1026.18 that no other field of a loan holds.

    `stated_apr` and `stated_finance_charge` are the lender's own, for comparison with ours.
    `not_finance_charge` names planned fees that 1026.4(c) to (e) leave out of the finance charge.
    `prepayment_penalty` and `prepayment_refund` say whether paying early may cost a penalty, and may
    bring back part of the finance charge.
    """

    stated_apr: Percent | None = None
    stated_finance_charge: Amount | None = None
    first_payment: Day | None = None
    not_finance_charge: tuple[Slug, ...] = ()
    prepayment_penalty: Literal["possible", "none"] | None = None
    prepayment_refund: Literal["possible", "none"] | None = None
