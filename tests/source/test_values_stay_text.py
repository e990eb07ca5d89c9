"""Nothing that YAML would turn into a number, a truth, a day or nothing is turned into one."""

import pytest

from disclosure.source import parse

TRAPS = [
    "0.10", "012345", "1_000", "1:30", "00123", "NO", "no", "on", "yes", "true", "1e3", "1e309",
    ".nan", ".inf", "123456789012345678901234567890", "2026-02-30", "2026-11-24", "0x1F", "0o17",
    "-0", "+5", "=", "1,000.00", "5%", "5‰", "1.", ".5",
]  # fmt: skip


@pytest.mark.parametrize("written", TRAPS)
def test_a_plain_scalar_stays_as_typed(written: str) -> None:
    document = parse(f"a: {written}\nb: [{written.replace(',', '')}]\n", "x.yaml")
    assert document.data == {"a": written, "b": [written.replace(",", "")]}
    assert document.problems == ()


def test_a_key_stays_as_typed() -> None:
    assert parse("NO: 1\n1: 2\n0.10: 3\n~: 4\n", "x.yaml").data == {
        "NO": "1", "1": "2", "0.10": "3", "~": "4",
    }  # fmt: skip


def test_a_merge_key_is_a_name_like_any_other() -> None:
    assert parse("<<: {a: 1}\n", "x.yaml").data == {"<<": {"a": "1"}}


def test_a_quoted_null_is_text() -> None:
    document = parse("a: '~'\nb: \"null\"\n", "x.yaml")
    assert document.data == {"a": "~", "b": "null"}
    assert document.problems == ()


def test_block_and_folded_text() -> None:
    text = "a: |\n  one\n  two\nb: >-\n  one\n  two\nc: 'it''s'\nd: \"\\u00e9\"\n"
    assert parse(text, "x.yaml").data == {
        "a": "one\ntwo\n", "b": "one two", "c": "it's", "d": "é",
    }  # fmt: skip


def test_a_comment_is_not_data() -> None:
    assert parse("# head\na: 1 # tail\nb: 'x # y'\n", "x.yaml").data == {"a": "1", "b": "x # y"}


def test_the_root_may_be_a_list_or_text() -> None:
    assert parse("- a\n- b\n", "x.yaml").data == ["a", "b"]
    assert parse("a", "x.yaml").data == "a"
