"""Run a test once for each case of a shared vector file: `@pytest.mark.vectors("file name")`."""

import os
from pathlib import Path

import pytest
import yaml

SHARED = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "vectors(name): run for each case of a shared vector file")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    mark = metafunc.definition.get_closest_marker("vectors")
    if mark:
        metafunc.parametrize("case", cases_of(mark.args[0]))


def cases_of(name: str) -> list[object]:
    file = SHARED / "vectors" / f"{name}.yaml"
    if not file.is_file():
        reason = f"no {name}.yaml: set DISCLOSURE_SHARED to the folder of shared vectors"
        return [pytest.param(None, marks=pytest.mark.skip(reason=reason))]
    # BaseLoader leaves every number as its text, so that nothing passes through a float.
    cases = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["cases"]
    return [pytest.param(case, id=case["id"]) for case in cases]
