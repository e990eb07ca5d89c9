"""A text that is taken for shallow at a glance is shallow when it is read."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.source import _CRASHES_BELOW, _is_shallow

PIECES = st.sampled_from(
    ["- ", "-", "  ", " ", "a: ", "b:", "\n", "\n", "\n  ", "? ", ": ", "[", "]", "{", "}", "x", ", ", "&a ", "*a", "!t ", "|\n", "# c\n", "'q'",
     "\t", "- - - - - - - - - - ", "[[[[[[[[[[", "]]]]]", "- ? - ? - ? - ? ", "\r", "\u2028", "\ufeff", "---\n"]
)  # fmt: skip


def depth(text: str) -> int:
    now = most = 0
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            now += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            most = max(most, now)
    except yaml.YAMLError:
        pass
    return most


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=80).map("".join))
def test_what_looks_shallow_is(text: str) -> None:
    assert not _is_shallow(text) or depth(text) <= _CRASHES_BELOW


def test_lists_in_lists_on_one_line_are_counted() -> None:
    assert _is_shallow("- " * 10 + "x") and depth("- " * 10 + "x") == 10
    assert not _is_shallow("- " * 60 + "x")
    assert not _is_shallow("[" * 101)
