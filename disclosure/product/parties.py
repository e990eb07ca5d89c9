"""Who stands behind a product, where more is written, and whom a customer asks or complains to."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, StringConstraints, model_validator

from .part import Day, Length, Part, Words, refuse

Role = Literal["issuer", "manager", "lender", "insurer", "bank", "distributor"]


def _web(value: object) -> object:
    if not isinstance(value, str) or not value.startswith(("https://", "http://")):
        raise refuse("url-malformed", text=str(value)[:60])
    return value.strip()


Web = Annotated[str, BeforeValidator(_web)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Contact(Part):
    """How to reach somebody; every way that exists, and one at least."""

    name: Words | None = None
    phone: Short | None = None
    email: Short | None = None
    url: Web | None = None
    address: Words | None = None
    hours: Words | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not (self.phone or self.email or self.url or self.address):
            raise refuse("contact-empty")
        return self


class Complaints(Contact):
    """Where a complaint goes first, how long an answer may take, and who decides after that."""

    reply_within: Length | None = None
    ombudsman: Contact | None = None


class Party(Part):
    """A company with a role in the product."""

    name: Words
    role: Role | None = None
    regulator: Words | None = None
    registered_in: Words | None = None
    licence: Short | None = None
    website: Web | None = None
    phone: Short | None = None
    email: Short | None = None
    complaints: Complaints | None = None


class Code(Part):
    """A registration code or identifier: ISIN, 理财登记编码, LEI."""

    scheme: Words
    value: Short


class Link(Part):
    """A document or page with more about the product."""

    name: Words
    url: Web


class Detail(Part):
    """A further stated fact that has no field of its own."""

    name: Words
    value: Words


class Evidence(Part):
    """Where a claim was taken from; for the reviewer, not printed."""

    claim: Short
    source: Words
    page: Short | None = None
    on: Day | None = None
