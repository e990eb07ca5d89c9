"""Sheets of the sample products, composed once."""

from functools import cache

import pytest

from disclosure import derive, glossary, product, regime, shipped, source, wording
from disclosure.sheet import Sheet, compose

PRODUCTS = sorted(path.stem for path in shipped.folder("products").glob("*.yaml"))
LANGS = ("en", "zh-CN")


@cache
def composed(name: str, lang: str) -> Sheet:
    """The sheet of a sample product."""
    known = product.parse(source.read(shipped.folder("products", f"{name}.yaml")))
    return compose(
        known,
        derive.derive(known),
        wording=wording.load(lang),
        regime=regime.load("plain.sheet"),
        glossary=glossary.load(lang, [shipped.folder("glossary")]),
    )


@pytest.fixture(params=[(name, lang) for name in PRODUCTS for lang in LANGS], ids="/".join)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return composed(*request.param)


@pytest.fixture
def sheet_of():
    return composed
