"""`check --format json` is what docs/report.schema.json says, for every sample and for what goes wrong."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from disclosure.report.findings import as_json, score
from disclosure.report.outcome import Outcome, versions
from disclosure.site import Checked

SCHEMA = json.loads(Path(__file__).parents[2].joinpath("docs", "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_sample(everything: Mapping[str, Checked]) -> None:
    outcomes = [Outcome(str(one.document.file), one.document, one.reports, one.findings, one.sheets) for one in everything.values()]
    VALIDATOR.validate(json.loads(as_json(outcomes)))


def test_what_goes_wrong(hard: Outcome, unfinished: Outcome, broken: Outcome, reworded: Outcome) -> None:
    data = json.loads(as_json([hard, unfinished, broken, reworded]))
    VALIDATOR.validate(data)
    assert data["products"][2]["problems"] and data["products"][3]["findings"]
    VALIDATOR.validate(json.loads(as_json([])))


def test_what_the_schema_says_of_points_holds(hard: Outcome) -> None:
    for sheet in json.loads(as_json([hard]))["products"][0]["sheets"]:
        assert 100 - sum(map(Decimal, sheet["contributions"].values())) == sheet["plainness"]


@pytest.mark.parametrize("name", ["plainness", "band", "measures", "versions"])
def test_a_sheet_that_lacks_something_is_refused(plain: Outcome, name: str) -> None:
    data: Any = json.loads(as_json([plain]))
    del data["products"][0]["sheets"][0][name]
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def test_it_says_what_each_score_was_made_with(plain: Outcome) -> None:
    for sheet in json.loads(as_json([plain]))["products"][0]["sheets"]:
        lang = sheet["lang"]
        assert sheet["versions"] == dict(versions(lang)) and sheet["versions"][f"readability.{lang}"] == "2"
    assert all(f"readability.{one.lang} 2" in score(one, "en") for one in plain.reports)
