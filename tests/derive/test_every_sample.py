"""Each figure of each sample can be traced: inputs, equation, rounding and rule, and it is exact."""

from decimal import Decimal
from pathlib import Path

import pytest

from disclosure import product, shipped, source
from disclosure.derive import derive
from disclosure.figures import Figure

SAMPLES = sorted(shipped.folder("products").glob("*.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_figure_says_how_it_was_made(path: Path) -> None:
    figures = derive(product.parse(source.read(path)))
    assert figures["unit"].value == 1000
    for name, figure in figures.items():
        assert isinstance(figure, Figure)
        assert type(figure.value) is Decimal and figure.value.is_finite(), name
        assert figure.equation and figure.rounding and figure.rule, name
        assert figure.inputs or name == "unit", name


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_same_product_has_the_same_figures(path: Path) -> None:
    one = product.parse(source.read(path))
    assert derive(one) == derive(one)
