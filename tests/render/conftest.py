"""Sheets of the sample products, composed once."""

from functools import cache

import pytest

from disclosure import derive, glossary, product, regime, shipped, source, wording
from disclosure.errors import EnvironmentProblem
from disclosure.sheet import Sheet, compose

PRODUCTS = sorted(path.stem for path in shipped.folder("products").glob("*.yaml"))


@cache
def defined(name: str) -> product.Product:
    """A sample product."""
    return product.parse(source.read(shipped.folder("products", f"{name}.yaml")))


@cache
def composed(name: str, lang: str) -> Sheet:
    """The sheet of a sample product."""
    known = defined(name)
    return compose(
        known,
        derive.derive(known),
        wording=wording.load(lang),
        regime=regime.load("plain.sheet"),
        glossary=glossary.load(lang, [shipped.folder("glossary")]),
    )


@pytest.fixture(params=[(name, lang) for name in PRODUCTS for lang in defined(name).languages], ids="/".join)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return composed(*request.param)


@pytest.fixture
def sheet_of():
    return composed


@pytest.fixture(scope="session")
def sheet_of_module():
    return composed


@pytest.fixture(scope="session")
def typeset_module():
    from disclosure.render import pdf

    try:
        pdf.warm()
    except EnvironmentProblem as problem:
        pytest.skip(f"no typesetter on this machine: {problem}")
    return pdf.pdf


@pytest.fixture
def typeset(typeset_module):
    return typeset_module
