"""One reading tells every problem of a definition, in reading order, each with what could be meant."""

from collections.abc import Callable

import pytest

from disclosure import product, source
from disclosure.errors import DisclosureError

MANY = """\
id: Not A Slug
kind: fund
schema: disclosure/product/1
version: "1"
languages: [zh-CN, en]
name: {zh-CN: 甲}
currency: EUR
as_of: tomorrow
currency: USD
provider: {name: {zh-CN: 乙, en: B}, phone: [1]}
fees:
  -
  - {id: f, name: {zh-CN: 丙, en: F}, when: yearly, rate: 0.5, off: balance}
  - {id: g, name: {zh-CN: 丙, en: F}, when: monthly}
how:
colour: red
"""


def test_every_problem_in_reading_order(told: Callable) -> None:
    assert told(MANY) == [
        (1, 1, "summary", "field-missing"),
        (1, 5, "id", "pattern-mismatch"),
        (6, 7, "name", "text-untranslated"),
        (8, 8, "as_of", "date-malformed"),
        (9, 1, "currency", "yaml-duplicate"),
        (10, 44, "provider.phone", "scalar-expected"),
        (12, 4, "fees[0]", "empty-value"),
        (13, 58, "fees[1].rate", "rate-without-unit"),
        (13, 63, "fees[1].off", "field-unknown"),
        (14, 5, "fees[2]", "fee-without-price"),
        (15, 5, "how", "empty-value"),
        (16, 1, "colour", "field-unknown"),
    ]


def test_the_values_say_what_could_be_meant() -> None:
    with pytest.raises(DisclosureError) as caught:
        product.parse(source.parse(MANY, "x.yaml"))
    values = {problem.field: problem.values for problem in caught.value.problems}
    assert values["name"]["lang"] == "en"
    assert values["currency"] == {"key": "currency", "first": "7"}
    assert (values["fees[1].rate"]["a"], values["fees[1].rate"]["b"]) == ("0.5%", "50%")
    expected = values["fees[1].off"]["expected"].split(", ")
    assert {"of", "rate", "amount", "when", "status"} <= set(expected)
    assert "schema" in values["colour"]["expected"].split(", ")
    assert "schema_" not in values["colour"]["expected"].split(", ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a", (1, 1, "", "mapping-expected")),
        ("- kind: fund\n", (1, 1, "", "mapping-expected")),
        ("id: a\n", (1, 1, "kind", "field-missing")),
        ("# none\nid: a\nkind: bond\n", (3, 7, "kind", "choice-unknown")),
        ("kind: [fund]\n", (1, 7, "kind", "choice-unknown")),
    ],
)
def test_no_kind_no_product(told: Callable, text: str, problem: tuple[int, int, str, str]) -> None:
    assert told(text) == [problem]


def test_a_field_of_the_same_name_as_the_kind(told: Callable, minimal: Callable) -> None:
    assert told(minimal("loan", "loan: {colour: red}\n")) == [(11, 8, "loan.colour", "field-unknown")]


def test_an_undeclared_language_is_told_wherever_it_stands(told: Callable, minimal: Callable) -> None:
    text = minimal("fund").replace("[zh-CN, en]", "[en]")
    assert [(field, code) for _, _, field, code in told(text)] == [
        ("name", "text-language-undeclared"),
        ("summary", "text-language-undeclared"),
        ("provider.name", "text-language-undeclared"),
    ]


def test_no_languages_at_all(told: Callable, minimal: Callable) -> None:
    assert told(minimal("fund").replace("[zh-CN, en]", "[]")) == [(5, 12, "languages", "list-too-short")]
