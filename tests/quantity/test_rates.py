"""A rate carries its percent sign and keeps its decimals; what could be read in two ways is refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.quantity import QuantityError, Rate, rate

ACCEPTED = {
    "0.50%": "0.50", "5%": "5", "-14.60%": "-14.60", "+3%": "3", " 1.15 % ": "1.15",
    "100%": "100", "0.0005%": "0.0005", "0%": "0", "1000.5%": "1000.5",
}  # fmt: skip
REFUSED = [
    ("0,50%", "rate-comma", {"text": "0,50%", "better": "0.50%"}),
    ("0,500%", "rate-comma", {"text": "0,500%", "better": "0.500%"}),
    ("1,250%", "rate-comma", {"text": "1,250%", "better": "1.250%"}),
    ("-3,2 %", "rate-comma", {"text": "-3,2%", "better": "-3.2%"}),
    ("1,000,000%", "rate-malformed", {"text": "1,000,000%"}),
    ("5‰", "rate-per-mille", {"text": "5‰", "better": "0.5%"}),
    ("0.25 ‰", "rate-per-mille", {"text": "0.25 ‰", "better": "0.025%"}),
    ("0,5‰", "rate-comma", {"text": "0,5‰", "better": "0.5‰"}),
    ("x‰", "rate-malformed", {"text": "x‰"}),
    ("50bp", "rate-basis-points", {"text": "50bp", "better": "0.5%"}),
    ("125 bps", "rate-basis-points", {"text": "125 bps", "better": "1.25%"}),
    ("5 BPS", "rate-basis-points", {"text": "5 BPS", "better": "0.05%"}),
    ("10基点", "rate-basis-points", {"text": "10基点", "better": "0.1%"}),
    ("0.5", "rate-without-unit", {"text": "0.5", "a": "0.5%", "b": "50%"}),
    ("0.005", "rate-without-unit", {"text": "0.005", "a": "0.005%", "b": "0.5%"}),
    ("5", "rate-without-unit", {"text": "5", "a": "5%", "b": "500%"}),
    ("10", "rate-without-unit", {"text": "10", "a": "10%", "b": "1000%"}),
    ("-0.25", "rate-without-unit", {"text": "-0.25", "a": "-0.25%", "b": "-25%"}),
    ("0", "rate-without-unit", {"text": "0", "a": "0%", "b": "0%"}),
    ("0.50％", "rate-malformed", {"text": "0.50％"}),
    ("3%-5%", "rate-malformed", {"text": "3%-5%"}),
    ("5%%", "rate-malformed", {"text": "5%%"}),
    ("%", "rate-malformed", {"text": "%"}),
    ("", "rate-malformed", {"text": ""}),
    ("free", "rate-malformed", {"text": "free"}),
    ("5 percent", "rate-malformed", {"text": "5 percent"}),
    ("百分之五", "rate-malformed", {"text": "百分之五"}),
    (f"{'9' * 25}%", "rate-too-long", {"text": "9" * 24 + "…"}),
]


@pytest.mark.parametrize(("text", "percent"), ACCEPTED.items())
def test_accepted(text: str, percent: str) -> None:
    assert str(rate(text).percent) == percent


@pytest.mark.parametrize(("text", "code", "values"), REFUSED)
def test_refused(refusal: Callable, text: str, code: str, values: dict[str, str]) -> None:
    assert refusal(rate, text) == (code, values)


@pytest.mark.parametrize("text", [one[0] for one in REFUSED if "better" in one[2]])
def test_the_advice_is_accepted_in_turn(refusal: Callable, text: str) -> None:
    better = refusal(rate, text)[1]["better"]
    if better.endswith("‰"):
        better = refusal(rate, better)[1]["better"]
    assert str(rate(better)) == better


def test_decimals_are_part_of_what_was_said() -> None:
    assert str(rate("0.50%")) == "0.50%"
    assert str(rate("0.5%")) == "0.5%"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**6), max_value=10**6))
def test_what_is_written_is_what_is_read(percent: Decimal) -> None:
    assert str(rate(f"{percent:f}%")) == f"{percent:f}%"


@given(st.text(max_size=30))
def test_any_text_is_a_rate_or_refused(text: str) -> None:
    try:
        assert isinstance(rate(text), Rate)
    except QuantityError as error:
        assert error.values["text"] or not text.strip()
