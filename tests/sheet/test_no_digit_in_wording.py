"""Wording that brings a figure of its own is refused, and told where."""

import pytest

from disclosure import wording
from disclosure.errors import DisclosureError, Problem
from disclosure.sheet import check_wording


@pytest.mark.parametrize("lang", wording.languages())
def test_the_shipped_wording_holds_none(lang: str) -> None:
    check_wording(wording.load(lang))


@pytest.mark.parametrize("digit", ["3", "３", "٣", "0.5%"])
def test_a_typed_digit_is_refused_with_file_and_line(edited, digit: str) -> None:
    words = edited("cost.md", f"\nPlain words.\nIt takes {digit} days.\n")
    line = (words.folder / "cost.md").read_text(encoding="utf-8").count("\n")
    with pytest.raises(DisclosureError) as refused:
        check_wording(words)
    said = {"text": f"It takes {digit} days."}
    assert refused.value.problems == (
        Problem("templates/en/cost.md", line, 0, "", "digit-in-wording", said),
    )


def test_every_place_is_told_at_once(edited) -> None:
    words = edited("cost.md", "\nOn day 1.\n")
    with (words.folder / "_say.md").open("a", encoding="utf-8") as file:
        file.write("\nOn day 2.\n")
    with pytest.raises(DisclosureError) as refused:
        check_wording(words)
    assert [problem.file for problem in refused.value.problems] == ["templates/en/_say.md", "templates/en/cost.md"]


def test_logic_may_count(edited) -> None:
    check_wording(edited("cost.md", "{% if p.fees and p.fees[0] and 1 < 2 %}{# 3 #}{% endif %}\n"))


@pytest.mark.parametrize(
    "expression",
    ["3", "1 + 1", "'3 days'", "'%d'|format(4)", "p.fees|length", "joined('in 5 days')", "listed(['6'])", "label('digits', 'one')"],
)
def test_an_expression_that_makes_a_digit_is_refused(data, edited, sheet_of, expression: str) -> None:
    words = edited("cost.md", "\n{{ " + expression + " }}\n")
    words = wording.Wording("en", words.folder, {**words.labels, "digits": {"one": "day 1"}}, words.locale)
    with pytest.raises(DisclosureError) as refused:
        sheet_of(data(), words=words)
    (problem,) = refused.value.problems
    assert (problem.file, problem.code) == ("templates/en/cost.md", "digit-in-wording")
