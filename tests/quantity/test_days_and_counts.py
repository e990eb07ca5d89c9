"""A day is year, month and day with dashes, and must exist; a count is a whole number."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.quantity import QuantityError, count, day

DAYS = [
    ("2026/11/24", "date-not-iso", {"text": "2026/11/24", "better": "2026-11-24"}),
    ("2026.1.5", "date-not-iso", {"text": "2026.1.5", "better": "2026-01-05"}),
    ("2026年1月5日", "date-not-iso", {"text": "2026年1月5日", "better": "2026-01-05"}),
    ("2026年1月5", "date-not-iso", {"text": "2026年1月5", "better": "2026-01-05"}),
    ("2026/2/30", "date-impossible", {"text": "2026/2/30"}),
    ("2026年13月1日", "date-impossible", {"text": "2026年13月1日"}),
    ("2026-02-30", "date-impossible", {"text": "2026-02-30"}),
    ("2025-02-29", "date-impossible", {"text": "2025-02-29"}),
    ("2026-00-10", "date-impossible", {"text": "2026-00-10"}),
    ("0000-01-01", "date-impossible", {"text": "0000-01-01"}),
    ("24/11/2026", "date-malformed", {"text": "24/11/2026"}),
    ("2026-1-5", "date-malformed", {"text": "2026-1-5"}),
    ("20261124", "date-malformed", {"text": "20261124"}),
    ("2026-W48-2", "date-malformed", {"text": "2026-W48-2"}),
    ("2026-11-24T00:00:00", "date-malformed", {"text": "2026-11-24T00:00:00"}),
    ("２０２６-11-24", "date-malformed", {"text": "２０２６-11-24"}),
    ("soon", "date-malformed", {"text": "soon"}),
    ("", "date-malformed", {"text": ""}),
]
COUNTS = ["", "-1", "+1", "1.0", "1,000", "few", "１２", "1e3", "1234567890"]


@pytest.mark.parametrize(("text", "code", "values"), DAYS)
def test_no_day(refusal: Callable, text: str, code: str, values: dict[str, str]) -> None:
    assert refusal(day, text) == (code, values)


def test_days() -> None:
    assert day("2026-11-24") == day(" 2026-11-24 ") == date(2026, 11, 24)
    assert day("2028-02-29") == date(2028, 2, 29)


@given(st.dates())
def test_a_day_that_is_written_is_read(value: date) -> None:
    assert day(value.isoformat()) == value


@pytest.mark.parametrize("text", COUNTS)
def test_no_count(refusal: Callable, text: str) -> None:
    assert refusal(count, text) == ("count-malformed", {"text": text})


def test_counts() -> None:
    assert [count("0"), count("12"), count(" 360 "), count("012"), count("999999999")] == [
        0, 12, 360, 12, 999_999_999,
    ]  # fmt: skip


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (day, count):
        try:
            read(text)
        except QuantityError as error:
            assert error.values["text"] == text
