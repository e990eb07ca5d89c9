"""The values of a product with their paths: all of them, in the order of the model, choices known as such."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from disclosure import product, shipped, source
from disclosure.product import Part, leaves


def walked(part: Any, path: str = "", chosen: bool = False) -> Iterator[tuple[str, Any, bool]]:
    """The same by asking the model about each field again."""
    if isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from walked(item, f"{path}[{index}]", chosen)
    elif isinstance(part, Part):
        for name, info in type(part).model_fields.items():
            inner = info.alias or name
            yield from walked(getattr(part, name), f"{path}.{inner}" if path else inner, "Literal" in str(info.annotation))
    elif part is not None:
        yield path, part, chosen


@pytest.mark.parametrize("file", sorted(shipped.folder("products").glob("*.yaml")), ids=lambda file: file.stem)
def test_every_value_is_there_with_its_path(file: Path) -> None:
    one = product.parse(source.read(file))
    assert list(leaves(one)) == list(walked(one))
    assert any(chosen for _, _, chosen in leaves(one))


def test_a_part_of_a_product_has_its_own_leaves() -> None:
    one = product.parse(source.read(shipped.folder("products", "harbour-tiered-saver.yaml")))
    assert {path.partition("[")[0] for path, _, _ in leaves(one.rates, "rates")} == {"rates"}
    assert list(leaves(None)) == [] and list(leaves("x", "y", True)) == [("y", "x", True)]
