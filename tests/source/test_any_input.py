"""Whatever the bytes, a file is read or refused; whatever the data, it reads back as it was dumped."""

import string
from pathlib import Path

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from disclosure.errors import DisclosureError
from disclosure.source import DEEPEST, parse, read

SEEN = st.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"), exclude_characters="\u2028\u2029"
)
WORDS = st.text(SEEN, min_size=1, max_size=30)
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)
YAML_SOUP = st.text(
    st.sampled_from(string.ascii_lowercase[:4] + "0123 \n\n\t-:?,[]{}#&*!|>'\"%@`~\\é中\u202e\ufeff\r\x85\x00")
)


def depth(data: object) -> int:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + max(map(depth, inner), default=0)


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"a: \xef\xbf\xbf")
@settings(max_examples=300, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(raw)
    try:
        read(file)
    except DisclosureError as error:
        assert error.problems


@given(YAML_SOUP)
@settings(max_examples=500, deadline=1000)
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        problems = parse(text, "x.yaml").problems
    except DisclosureError as error:
        problems = error.problems
    lines = len(text.splitlines()) + 1
    assert all(0 <= problem.line <= lines and problem.column >= 0 for problem in problems)


@given(DATA.filter(lambda data: depth(data) <= DEEPEST), st.booleans())
@settings(max_examples=200, deadline=1000)
def test_plain_data_reads_back_equal(data: object, flow: bool) -> None:
    dumped = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True)
    document = parse(dumped, "x.yaml")
    assert document.data == data
    assert document.problems == ()


@given(DATA, st.integers(min_value=0), st.characters())
@settings(max_examples=200, deadline=1000)
def test_a_changed_character_is_read_or_refused(data: object, at: int, other: str) -> None:
    dumped = yaml.safe_dump(data, allow_unicode=True)
    at %= len(dumped)
    try:
        parse(dumped[:at] + other + dumped[at + 1 :], "x.yaml")
    except DisclosureError as error:
        assert error.problems
