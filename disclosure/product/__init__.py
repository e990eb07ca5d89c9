"""The product model: what a definition may say, and how it is read."""

from .fees import Fee, Step, Tiers, Waiver
from .kinds import KINDS, SCHEMA, Card, Deposit, Fund, Insurance, Loan, Product, Wealth
from .parse import adapter, leaves, parse, texts
from .part import Part, Text
from .rates import InterestRate
from .risk import Rating, Risk
from .select import select

__all__ = [
    "KINDS",
    "SCHEMA",
    "Card",
    "Deposit",
    "Fee",
    "Fund",
    "Insurance",
    "InterestRate",
    "Loan",
    "Part",
    "Product",
    "Rating",
    "Risk",
    "Step",
    "Text",
    "Tiers",
    "Waiver",
    "Wealth",
    "adapter",
    "leaves",
    "parse",
    "select",
    "texts",
]
