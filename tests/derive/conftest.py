"""Figures of a shipped sample, or of a small product of one's own."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from disclosure import product, shipped, source
from disclosure.derive import derive, planned

HEAD = """\
schema: disclosure/product/1
kind: {kind}
id: a
version: "1"
languages: [en]
name: {{en: A}}
summary: {{en: One sentence.}}
currency: EUR
as_of: 2026-11-24
provider: {{name: {{en: B}}}}
"""
Values = dict[str, Decimal]


def values(definition: source.Document) -> Values:
    figures = derive(product.parse(definition))
    return {name: figure.value for name, figure in figures.items() if name != "unit"}


@pytest.fixture(scope="session")
def of_sample() -> Callable[[str], Values]:
    """The figures of a product in `products/` by name."""
    return lambda name: values(source.read(shipped.folder("products", f"{name}.yaml")))


@pytest.fixture(scope="session")
def of() -> Callable[[str, str], Values]:
    """The figures of a product of a kind with further fields, `fee(...)` on a line for each fee."""
    return lambda kind, more: values(source.parse(HEAD.format(kind=kind) + more, "x.yaml"))


@pytest.fixture(scope="session")
def uncounted() -> Callable[[str, str], tuple[str, ...]]:
    """The planned fees of a product of a kind, with further fields, that no total holds."""
    return lambda kind, more: planned(
        product.parse(source.parse(HEAD.format(kind=kind) + more, "x.yaml"))
    ).uncounted


@pytest.fixture(scope="session")
def fees() -> Callable[..., str]:
    """The lines for an example of 10,000 after some times, and for fees given by their inner fields."""

    def lines(*inner: str, amount: str = "10000", after: str = "P1Y, P5Y") -> str:
        listed = "".join(f"- {{id: f{n}, name: {{en: F}}, {one}}}\n" for n, one in enumerate(inner))
        return f"example: {{amount: {amount}, after: [{after}]}}\nfees:{' []' * (not inner)}\n{listed}"

    return lines
