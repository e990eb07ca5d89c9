"""`disclosure trace`: for each number on a sheet the field, or the inputs, equation, rounding and rule."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
LOAN = Path(__file__).parents[2] / "products" / "hengjiang-personal-loan.yaml"


def numbers(disclosure: Callable[..., Said], *arguments: object) -> list[dict[str, object]]:
    code, said, _ = disclosure("trace", LOAN, "--regime", "plain.sheet", "--format", "json", *arguments)
    assert code == 0
    return [one for sheet in json.loads(said) for one in sheet["numbers"]]


def test_a_stated_number_leads_to_its_line(disclosure: Callable[..., Said]) -> None:
    rate = next(one for one in numbers(disclosure, "--lang", "en") if one["shown"] == "6.60%")
    assert rate["field"] == "rates[0].rate"
    assert "6.60%" in LOAN.read_text(encoding="utf-8").splitlines()[int(str(rate["line"])) - 1]


def test_a_computed_number_can_be_computed_again(disclosure: Callable[..., Said]) -> None:
    found = {str(one.get("figure")): one for one in numbers(disclosure, "--lang", "en")}
    assert found["rate.irr"] == {
        "section": "cost", "shown": "8.83%", "value": "8.83%", "figure": "rate.irr",
        "inputs": {"principal": "100000", "upfront_fee": "1000",
                   "payments": "11 x 8634.25; 8634.18", "per_year": "12"},
        "equation": "100 * ((1 + r)^per_year - 1); principal - upfront_fee = sum(payment(k) / (1 + r)^k)",
        "rounding": "half-up to 2 places", "rule": "PBOC Announcement [2021] No. 3",
    }  # fmt: skip
    assert found["loan.first"]["inputs"] == {
        "principal": "100000", "payments": "12", "payments a year": "12", "rate": "6.60% a year for 12",
    }  # fmt: skip


def test_every_number_on_the_sheet_is_there(disclosure: Callable[..., Said]) -> None:
    for one in numbers(disclosure):
        assert ("field" in one) != ("figure" in one), one
        assert "field" in one or one.get("inputs") or one["figure"] == "unit", one


def test_lines_for_people_in_their_language(disclosure: Callable[..., Said]) -> None:
    _, said, _ = disclosure("trace", LOAN, "--lang", "zh-CN", lang="zh-CN")
    assert "依据: PBOC Announcement [2021] No. 3" in said and "写在: rates[0].rate" in said


@pytest.mark.parametrize("asked", ["hengjiang-personal-loan", "site/hengjiang-personal-loan/en.html"])
def test_an_id_or_a_page_will_do(
    disclosure: Callable[..., Said], asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(LOAN.parents[1])
    code, said, _ = disclosure("trace", asked, "--lang", "en")
    assert code == 0 and said.startswith("hengjiang-personal-loan")


def test_nothing_of_that_name(disclosure: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(LOAN.parents[1])
    code, _, errors = disclosure("trace", "nothing")
    assert code == 2 and "nothing" in errors
