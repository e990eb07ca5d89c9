"""Wording that prints what a product does not have, or that cannot be read, is told by name."""

import pytest

from disclosure.errors import DisclosureError


def refusal(data, words, sheet_of):
    with pytest.raises(DisclosureError) as refused:
        sheet_of(data, words=words)
    (problem,) = refused.value.problems
    return problem


@pytest.mark.parametrize(
    ("expression", "path"),
    [("p.tax", "tax"), ("p.fees[0].minimum", "fees[0].minimum"), ("p.provider.phone", "provider.phone"),
     ("p.risk", "risk"), ("p.provider", "provider"), ("p.fees", "fees")],
)
def test_a_field_without_a_value_is_named(data, edited, sheet_of, expression: str, path: str) -> None:
    problem = refusal(data(), edited("more.md", "\n{{ " + expression + " }}\n"), sheet_of)
    assert (problem.file, problem.code, problem.values) == (
        "templates/en/more.md", "nothing-to-print", {"text": path},
    )


@pytest.mark.parametrize("name", ["p.taxes", "p.model_dump", "p.model_fields", "p.__class__", "p.name.versions", "nobody"])
def test_a_field_that_no_product_has_is_a_mistake_in_the_wording(data, edited, sheet_of, name: str) -> None:
    problem = refusal(data(), edited("more.md", "\n{{ " + name + " }}\n"), sheet_of)
    assert (problem.file, problem.code) == ("templates/en/more.md", "wording-syntax")


def test_broken_wording_is_told_with_its_line(data, edited, sheet_of) -> None:
    words = edited("more.md", "\n{% if p.tax %}\n")
    line = (words.folder / "more.md").read_text(encoding="utf-8").count("\n")
    problem = refusal(data(), words, sheet_of)
    assert (problem.file, problem.code, problem.line) == ("templates/en/more.md", "wording-syntax", line)


@pytest.mark.parametrize(("text", "element"), [("1. One\n", "ol"), ("`code`\n", "code"), ("***\n", "hr")])
def test_markup_that_no_sheet_has_is_refused(data, edited, sheet_of, text: str, element: str) -> None:
    words = edited("more.md", "\n" + text)
    problem = refusal(data(), words, sheet_of)
    assert (problem.code, problem.values) == ("markup-refused", {"text": element})


def test_a_label_that_is_not_there_is_named(data, edited, sheet_of) -> None:
    problem = refusal(data(), edited("more.md", "\n{{ label('fees', 'nothing') }}\n"), sheet_of)
    assert (problem.file, problem.field, problem.code) == ("en/labels.yaml", "fees.nothing", "label-missing")
