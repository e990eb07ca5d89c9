"""Every computation by name reproduces the published examples, and refuses what has no honest answer."""

import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from disclosure.figures.computations import COMPUTATIONS, compute
from disclosure.figures.figure import NotComputable

VECTORS = Path(__file__).parents[2] / os.environ.get("DISCLOSURE_SHARED", "../shared") / "vectors"


def published():
    files = sorted(VECTORS.glob("*.yaml"))
    if not files:
        reason = "no published examples: set DISCLOSURE_SHARED to the folder that holds vectors/"
        return [pytest.param("", None, marks=pytest.mark.skip(reason=reason))]
    told = [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for file in files]
    return [
        pytest.param(one["computation"], case, id=case["id"])
        for one in told
        for key in one
        if key.endswith("cases")
        for case in one[key]
    ]


@pytest.mark.parametrize(("name", "case"), published())
def test_a_published_example_comes_out(name, case):
    inputs = {key: None if value == "null" else value for key, value in case["inputs"].items()}
    got = compute(name, inputs)
    tolerance = Decimal(case.get("tolerance", {}).get("abs", "0"))
    for key, wanted in case["expected"].items():
        assert near(got[key], wanted, tolerance), (key, got[key], wanted)


def near(got, wanted, tolerance):
    if isinstance(got, list):
        return len(got) == len(wanted) and all(map(near, got, wanted, [tolerance] * len(got)))
    if isinstance(got, str):
        return got == wanted
    exact = sum(Fraction(part) for part in wanted.split("+")) if "/" in wanted else Fraction(wanted)
    return abs(Fraction(got) - exact) <= tolerance


@pytest.mark.parametrize(
    ("name", "inputs", "told"),
    [
        ("eu.apr", {}, 'no computation "eu.apr"; known: cn.fund_summary'),
        ("eu.aprc", {}, "unit is missing"),
        ("eu.aprc", {"flows": []}, "there are no payments"),
        ("eu.aprc", {"flows": [{"amount": "-1000", "t": "soon"}]}, "flows[0].t must be a time such as 3/12"),
        ("eu.aprc", {"flows": [{"amount": "1", "t": "1/0"}]}, "flows[0].t must be a time"),
        ("eu.aprc", {"flows": [5]}, "flows[0] must name its parts"),
        ("generic.rounding", {"value": "x", "decimals": "1"}, "value must be a number"),
        ("generic.rounding", {"value": True, "decimals": "1"}, "value must be a number"),
        ("generic.rounding", {"value": "1", "decimals": "1.5"}, "decimals must be a whole number"),
        ("generic.effective_annual_rate", {"nominal_pct": "6", "n": "4", "m": "1"}, "has no input m"),
        ("us.reg_dd.apy", {"principal": "1000", "days": "365"}, "interest is missing"),
        ("cn.fund_summary.operating_rate",
         {"management_pct": "1", "custody_pct": "0.2", "other_pct": "-0.1"}, "other_pct must be 0 or more"),
        ("cn.pboc_2021_3.annualised_rate",
         {"principal": "1000", "payment": "100", "periods_per_year": "12"}, "count is missing"),
    ],
)  # fmt: skip
def test_what_has_no_honest_answer_is_refused(name, inputs, told):
    with pytest.raises(NotComputable) as refused:
        compute(name, inputs)
    assert told in str(refused.value)


def test_a_missing_interest_is_worked_out_from_the_rate():
    inputs = {"principal": "1000", "days": "365", "nominal_pct": "5.25", "compounding_per_year": "365"}
    assert round(compute("us.reg_dd.apy", inputs)["apy_pct"], 2) == Decimal("5.39")


def test_every_name_says_whose_rule_it_is():
    assert {name.split(".")[0] for name in COMPUTATIONS} == {"cn", "eu", "us", "generic"}
