"""A family of claims may list nothing lawful in a language; its words are judged all the same."""

import pytest

from disclosure.check.claims import claims


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Hurry, buy now before it is gone: this offer ends at midnight and will never come back."),
        ("zh-CN", "最后一天，手慢无，赶紧抢购，错过再等一年。"),
    ],
)
def test_pressure(lang: str, text: str) -> None:
    assert {claim.rule for claim in claims(text, lang)} == {"pressure"}
