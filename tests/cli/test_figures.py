"""`disclosure figures`: one answer for each line, exact numbers, and the reason where there is none."""

import io
import json
from collections.abc import Callable
from decimal import Decimal

import pytest

Asked = Callable[[str], tuple[int, list[dict[str, object]]]]


@pytest.fixture
def asked(disclosure: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The exit code and the answers to lines on standard input."""

    def answer(lines: str) -> tuple[int, list[dict[str, object]]]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        code, said, _ = disclosure("figures")
        return code, [json.loads(line, parse_float=Decimal) for line in said.splitlines()]

    return answer


def test_figures_are_written_in_full(asked: Asked) -> None:
    line = '{"id": "a", "computation": "generic.effective_annual_rate", "inputs": {"nominal_pct": 6, "n": 12}}\n'
    assert asked(line) == (0, [{"id": "a", "figures": {"ear_pct": Decimal("6.167781186449957")}}])


def test_money_of_a_rule_that_rounds_is_rounded(asked: Asked) -> None:
    line = ('{"id": 7, "computation": "us.n1a.item3.expense_example", '
            '"inputs": {"investment": 10000, "gross_expense_pct": 0.92, "years": [1, 3]}}\n')  # fmt: skip
    assert asked(line) == (0, [{"id": 7, "figures": {"cost_usd": [94, 293]}}])


def test_what_is_not_computable_says_why(asked: Asked) -> None:
    line = '{"id": 1, "computation": "eu.aprc", "inputs": {"flows": [{"amount": 5, "t": 0}]}}\n'
    assert asked(line) == (0, [{"id": 1, "error": "money goes only one way, so there is no rate"}])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nonsense", "this line is not JSON"),
        ("[1]", 'a line is {"id"'),
        ('{"id": 1}', 'a line is {"id"'),
        ('{"id": 1, "computation": "eu.aprc", "inputs": 5}', '"inputs" must name its parts'),
    ],
)
def test_a_line_that_asks_nothing(asked: Asked, line: str, told: str) -> None:
    good = '{"id": 2, "computation": "generic.rounding", "inputs": {"value": 3.065, "decimals": 2}}'
    code, answers = asked(f"{line}\n\n{good}\n")
    assert code == 3 and told in str(answers[0]["error"])
    assert answers[1] == {"id": 2, "figures": {"text": "3.07"}}
