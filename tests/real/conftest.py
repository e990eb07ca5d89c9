"""Real records of banks and fund companies, mapped to definitions, with their sheets."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure import product, source
from disclosure.product.importers import cdr, ept
from disclosure.sheet import Sheet

REAL = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared") / "real"
EVERY = 6  # of the bank products, which stand in order of their category


def definitions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and plain data of each definition."""
    for path in sorted((REAL / "cdr_full").glob("*.json"))[::EVERY]:
        yield path.stem, cdr.product(cdr.record(path.read_text(encoding="utf-8")))
    rows = REAL / "ept_v21_dev.yaml"
    if rows.is_file():
        for row in yaml.load(rows.read_text(encoding="utf-8"), yaml.BaseLoader):
            yield row["00050_Portfolio_Name"], ept.product(row)


@pytest.fixture(scope="session")
def real(sheet_of: Any) -> Mapping[str, tuple[Any, Sheet]]:
    """(product, sheet) of each real record, by its name."""
    found = {}
    for name, data in definitions():
        item = product.parse(source.Document(name, data, {}, {}))
        found[name] = item, sheet_of(item, item.languages[0])
    if not found:
        pytest.skip("no real records on this machine (set DISCLOSURE_SHARED)")
    return found
