"""Real rows of the European PRIIPs Template become key information documents, and rows again."""

import os
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure import derive, product, regime, source, wording
from disclosure.check.rules import priips_disagrees
from disclosure.product.importers import ept
from disclosure.report import ept as out
from disclosure.sheet import compose
from disclosure.site.gather import terms_of

ROWS = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared") / "real" / "ept_v21_dev.yaml"


def parsed(row: Mapping[str, Any]) -> Any:
    return product.parse(source.Document("row", ept.product(row), {}, {}))


@pytest.fixture(scope="module")
def real() -> list[tuple[Mapping[str, str], Any]]:
    """Each real row with its product."""
    if not ROWS.is_file():
        pytest.skip("no real rows on this machine (set DISCLOSURE_SHARED)")
    rows = yaml.load(ROWS.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [(row, parsed(row)) for row in rows]


def told(row: Mapping[str, str]) -> dict[str, Any]:
    """What a row says, by field number; numbers by value."""
    found = {}
    for name, text in row.items():
        line = " ".join(text.split())
        if line not in ("", '""', "None"):
            found[name[:5]] = exact(line)
    return found


def exact(text: str) -> Any:
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return text


def test_every_value_comes_back_and_none_is_added(real) -> None:
    for row, item in real:
        assert told(out.row(item)) == told(row), item.id


def test_a_row_of_ours_becomes_the_same_product(real) -> None:
    for _, item in real:
        assert parsed(out.row(item)) == item


def test_every_row_becomes_a_document_with_both_tables(real) -> None:
    rules = regime.load("eu.priips.kid")
    for _, item in real:
        sheet = compose(
            item, derive.derive(item), wording=wording.load("en"), regime=rules, glossary=terms_of("en")
        )
        paths = {fact.path for fact in sheet.facts}
        assert {f"figures.priips.cost.{item.term.recommended}.total", "figures.priips.row.running"} <= paths
        assert len(sheet.sections) == 9


def test_stated_measures_are_those_that_are_worked_out(real) -> None:
    rules = regime.load("plain.sheet")
    agree = {"priips.sri": 0, "priips.mrm": 0, "priips.vev": 0}
    for _, item in real:
        figures = derive.derive(item)
        assert list(priips_disagrees.find(item, "en", rules)) == []
        agree["priips.sri"] += figures["priips.sri"].value == item.risk.ratings[0].level
        agree["priips.mrm"] += figures["priips.mrm"].value == item.risk.sri.market_risk
        agree["priips.vev"] += "priips.vev" in figures
    assert agree == {"priips.sri": len(real), "priips.mrm": len(real), "priips.vev": 4}


def test_a_wrong_class_in_a_row_is_told(real) -> None:
    row, _ = real[0]
    (one,) = priips_disagrees.find(parsed({**row, "01090_SRI": "2"}), "en", regime.load("plain.sheet"))
    assert (one.rule, one.severity, one.path) == ("priips-disagrees", "error", "risk.ratings[0].level")


def test_a_class_that_the_maker_raised_may_be_higher_and_not_lower(real) -> None:
    row, _ = real[0]
    for level, told_of in (("4", 0), ("2", 1)):
        item = parsed({**row, "01090_SRI": level, "01095_IS_SRI_Adjusted": "Y"})
        assert len(list(priips_disagrees.find(item, "en", regime.load("plain.sheet")))) == told_of


def test_a_product_of_ours_becomes_a_row() -> None:
    path = Path(__file__).parents[2] / "products" / "northlight-global-fund.yaml"
    row = out.row(product.parse(source.read(path)))
    assert list(row) == [name for name in out.columns() if name in row]
    numbers = {name[:5]: text for name, text in row.items()}
    wanted = {
        "00030": "LU9999000177", "01090": "4", "01020": "0.158", "01120": "5", "02060": "0.055", "02220": "10000",
        "03010": "0.03", "03020": "0", "03060": "0.0145", "03080": "0.0018", "03090": "N", "07060": "0.024",
    }  # fmt: skip
    assert {number: numbers.get(number) for number in wanted} == wanted


def test_what_the_definition_does_not_state_stays_empty() -> None:
    row = {
        "00001_EPT_Version": "V21", "00005_File_Generation_Date_And_Time": "2024-01-02T03:04:05Z",
        "00010_Portfolio_Manufacturer_Name": "Heron", "00030_Portfolio_Identifying_Data": "XS0000000001",
        "00050_Portfolio_Name": "Heron Bond", "00060_Portfolio_Or_Share_Class_Currency": "EUR",
        "00070_PRIIPs_KID_Publication_Date": "2024-01-01",
    }  # fmt: skip
    numbers = {name[:5] for name in out.row(parsed(row))}
    assert numbers.isdisjoint({"01090", "01120", "03010", "03020", "03060", "03080", "03090", "02220", "04080"})
