"""Numbers, sums, dates and addresses weigh nothing when a text is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text import neutral


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cost is 0.85%.", "The cost is 0."),
        ("Pay $1,250.00 million on 1 January 2025.", "Pay 0 on 0."),
        ("Due May 5, 2024, 3 per cent", "Due 0, 0"),
        ("See https://example.com/a?b=1.", "See 0."),
        ("Ask me@example.com now", "Ask 0 now"),
        ("ISIN LU1234567890", "ISIN 0"),
        ("每年的费用是０．８５％。", "每年的费用是0。"),
        ("2025年1月31日付人民币100万元", "0付0"),
        ("最少投 100 元", "最少投 0"),
        ("A股", "A股"),
        ("long\u00adterm\u200b plan\u00a0x", "longterm plan x"),
        ("", ""),
    ],
)
def test_neutral(text, expected):
    assert neutral(text) == expected


@given(text=st.text(max_size=60))
def test_neutral_text_stays_as_it_is(text):
    once = neutral(text)
    assert neutral(once) == once or any(character.isdigit() for character in once)
