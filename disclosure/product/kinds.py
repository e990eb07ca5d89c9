"""The six kinds of product: what all share, and what each kind adds."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from ..quantity import Period
from .currency import Currency
from .fees import Fee, Slug
from .parties import Code, Detail, Evidence, Link, Party, Short
from .fund_terms import FundTerms
from .offering import Offering
from .own_terms import Language, OwnTerm
from .part import Amount, Count, Day, Length, Part, Percent, SignedAmount, Words, YesNo, refuse
from .priips import Priips
from .rates import InterestRate, Returns
from .risk import Risk
from .us_fund import FeeTable
from .terms import Condition, Example, Exit, Feature, Limit, Target, Term
from .truth_in_lending import TruthInLending
from .truth_in_savings import TruthInSavings

SCHEMA = "disclosure/product/1"
MOST_PAYMENTS = 1200


class RuleException(Part):
    """A finding that a reviewer lets stand: its rule, why, and the last day on which that holds.

    Without `field` it holds for the whole sheet, without `lang` for the sheet in each language. The
    day is compared with the definition's own `as_of`, so that one definition always gives one sheet.
    """

    rule: Slug
    field: Short | None = None
    lang: Language | None = None
    reason: Short
    until: Day


class Common(Part):
    """What a product of any kind is described by.

    `fees` left out means that nobody stated them; an empty list says that there are none.
    """

    schema_: Literal["disclosure/product/1"] = Field(alias="schema")
    id: Slug
    version: Short
    languages: tuple[Language, ...] = Field(min_length=1)
    name: Words
    summary: Words
    how: Words | None = None
    currency: Currency
    as_of: Day
    launched: Day | None = None
    next_review: Day | None = None
    provider: Party
    distributor: Party | None = None
    codes: tuple[Code, ...] = ()
    target: Target | None = None
    risk: Risk | None = None
    term: Term | None = None
    exit: Exit | None = None
    returns: Returns | None = None
    rates: tuple[InterestRate, ...] | None = None
    fees: tuple[Fee, ...] | None = None
    example: Example | None = None
    features: tuple[Feature, ...] = ()
    limits: tuple[Limit, ...] = ()
    eligibility: tuple[Condition, ...] = ()
    links: tuple[Link, ...] = ()
    details: tuple[Detail, ...] = ()
    tax: Words | None = None
    regimes: tuple[Short, ...] = Field(default=("plain.sheet",), min_length=1)
    evidence: tuple[Evidence, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    glossary: tuple[OwnTerm, ...] = ()


class Deposit(Common):
    """Money left with a bank: a savings account, a term deposit, a notice account."""

    kind: Literal["deposit"]
    savings: TruthInSavings | None = None


class Asset(Part):
    """One kind of thing an investment product buys, and how much of the money may be in it."""

    name: Words
    at_least: Percent | None = None
    at_most: Percent | None = None


class Investment(Part):
    """Where the money of a wealth product or fund goes."""

    type: Words | None = None
    objective: Words | None = None
    invests_in: tuple[Asset, ...] = ()
    custodian: Words | None = None
    base_currency: Currency | None = None
    hedged: YesNo = False


class Wealth(Common):
    """A wealth management product (理财产品) of a bank or its subsidiary."""

    kind: Literal["wealth"]
    investment: Investment | None = None
    priips: Priips | None = None
    offering: Offering | None = None


class Fund(Common):
    """A share class of an investment fund."""

    kind: Literal["fund"]
    investment: Investment | None = None
    fund: FundTerms | None = None
    fee_table: FeeTable | None = None
    priips: Priips | None = None


class Repayment(Part):
    """How a loan is paid back: `count` payments, one `every` period."""

    type: Literal["equal_payment", "equal_principal", "interest_only", "bullet"]
    count: Count
    every: Length = Period(months=1)
    payment: Amount | None = None
    rate: Slug | None = None

    @model_validator(mode="after")
    def _monthly_or_yearly(self) -> Self:
        if not self.every.in_months or self.count == 0:
            raise refuse("repayment-period")
        if self.count > MOST_PAYMENTS:
            raise refuse("repayment-count", text=str(self.count), most=str(MOST_PAYMENTS))
        return self


class Security(Part):
    """What stands behind a loan: a thing that can be lost (`pledge`), a person (`guarantor`) or `none`.

    `text` says which thing or whose promise; where nothing stands behind the loan there is none.
    """

    kind: Literal["pledge", "guarantor", "none"]
    text: Words | None = None

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if self.kind != "none" and self.text is None:
            raise refuse("security-without-text")
        if self.kind == "none" and self.text is not None:
            raise refuse("security-none-with-text")
        return self


class Borrowing(Part):
    """What a loan adds: what it is for, how it is paid back, what happens if it is not.

    `stated_annual_rate` is the all-in annual rate the provider states, for comparison with ours.
    """

    purpose: Words | None = None
    repayment: Repayment | None = None
    security: Security | None = None
    missed: Words | None = None
    stated_annual_rate: Percent | None = None
    tila: TruthInLending | None = None


class Loan(Common):
    """Money lent to a customer: a personal loan, a mortgage, an overdraft, a lease."""

    kind: Literal["loan"]
    loan: Borrowing | None = None


class CardTerms(Part):
    """What a credit card adds.

    The smallest monthly payment is `minimum_share` of the debt, at least `minimum_amount`; with
    `interest_on_top: yes` the month's interest is paid as well.
    """

    interest_free: Length | None = None
    minimum_share: Percent | None = None
    minimum_amount: Amount | None = None
    interest_on_top: YesNo = False
    limit_from: Amount | None = None
    limit_to: Amount | None = None
    missed: Words | None = None
    avoid_interest: Words | None = None
    minimum_interest: Amount | None = None
    balance_method: Words | None = None
    introductory_ends: Words | None = None

    @model_validator(mode="after")
    def _can_be_kept(self) -> Self:
        low, high = self.limit_from, self.limit_to
        if low is not None and high is not None and low > high:
            raise refuse("card-limit-upside-down", low=f"{low:f}", high=f"{high:f}")
        if self.minimum_share is not None and self.minimum_share.percent > 100:
            raise refuse("card-minimum-above-debt", text=str(self.minimum_share))
        return self


class Card(Common):
    """A credit or charge card."""

    kind: Literal["card"]
    card: CardTerms | None = None


class Premium(Part):
    """What insurance costs: `amount` every period, for a length of time; once, with no `every`."""

    amount: Amount
    every: Length | None = None
    for_: Length | None = Field(default=None, alias="for")

    @model_validator(mode="after")
    def _is_repeated(self) -> Self:
        if self.for_ is not None and self.every is None:
            raise refuse("premium-for-without-every")
        return self


class CashValue(Part):
    """What the policy pays if it is given up at the end of a policy year, and `on_death` in that year."""

    year: Count
    value: SignedAmount
    on_death: Amount | None = None


class Cover(Part):
    """What insurance adds, in the order of the EU insurance product document (Reg. 2017/1469).

    `design` says how the benefits of a life policy come about; `example_person` whose figures
    `cash_values` and `illustrated` are; `illustrated` holds the values with dividends or interest that
    nobody guarantees. Source: 一年期以上人身保险产品信息披露规则 (银保监规〔2022〕24号).
    """

    type: Words | None = None
    design: Literal["ordinary", "participating", "universal", "unit_linked"] | None = None
    example_person: Words | None = None
    illustrated: tuple[CashValue, ...] = ()
    sum_insured: Amount | None = None
    premium: Premium | None = None
    payment: Words | None = None
    insured: tuple[Words, ...] = ()
    optional: tuple[Words, ...] = ()
    not_insured: tuple[Words, ...] = ()
    restrictions: tuple[Words, ...] = ()
    where: Words | None = None
    obligations: tuple[Words, ...] = ()
    starts_and_ends: Words | None = None
    cancel: Words | None = None
    cooling_off: Length | None = None
    waiting: Length | None = None
    cash_values: tuple[CashValue, ...] = ()
    claims: Words | None = None

    @model_validator(mode="after")
    def _years_rise(self) -> Self:
        years = [one.year for one in self.cash_values]
        if 0 in years:
            raise refuse("cash-value-year-zero")
        if years != sorted(set(years)):
            raise refuse("cash-values-not-rising")
        return self


class Insurance(Common):
    """A contract of insurance."""

    kind: Literal["insurance"]
    insurance: Cover | None = None


Product = Annotated[
    Deposit | Wealth | Fund | Loan | Card | Insurance, Field(discriminator="kind")
]
MODELS: Mapping[str, type[Common]] = {
    "deposit": Deposit,
    "wealth": Wealth,
    "fund": Fund,
    "loan": Loan,
    "card": Card,
    "insurance": Insurance,
}
KINDS: tuple[str, ...] = tuple(MODELS)
