"""A character that nobody can see is refused, in a value and in a name: it could turn a figure round."""

import pytest

from disclosure.source import parse

HIDDEN = {
    "null": 0x00, "bell": 0x07, "escape": 0x1B, "delete": 0x7F, "C1 control": 0x9B,
    "soft hyphen": 0xAD, "Arabic letter mark": 0x61C, "Mongolian vowel separator": 0x180E,
    "zero width space": 0x200B, "zero width joiner": 0x200D, "right-to-left mark": 0x200F,
    "right-to-left embedding": 0x202B, "right-to-left override": 0x202E, "word joiner": 0x2060,
    "right-to-left isolate": 0x2067, "old bidi switch": 0x206A, "private use": 0xE000,
    "byte order mark": 0xFEFF, "annotation anchor": 0xFFF9, "tag": 0xE0041,
}  # fmt: skip


@pytest.mark.parametrize("code", HIDDEN.values(), ids=HIDDEN.keys())
def test_in_a_value(code: int) -> None:
    document = parse(f'a: 1\nb: ["0.5\\U{code:08X}0%"]\n', "x.yaml")
    (problem,) = document.problems
    assert (problem.line, problem.column, problem.field) == (2, 5, "b[0]")
    assert (problem.code, problem.values) == ("hidden-character", {"character": f"U+{code:04X}"})


@pytest.mark.parametrize("code", HIDDEN.values(), ids=HIDDEN.keys())
def test_in_a_name(code: int) -> None:
    (problem,) = parse(f'a:\n  "b\\U{code:08X}": 1\n', "x.yaml").problems
    assert (problem.line, problem.column, problem.code) == (2, 3, "hidden-character")


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\u00ad", "\u2066"])
def test_written_as_it_is(character: str) -> None:
    (problem,) = parse(f"a: x{character}y\n", "x.yaml").problems
    assert problem.values == {"character": f"U+{ord(character):04X}"}


@pytest.mark.parametrize("text", ["é", "中文，。", "𠮷", "a\u00a0b", "😀", "×÷−–—", "\u3000x", "a\tb", "™"])
def test_what_can_be_seen_is_kept(text: str) -> None:
    document = parse(f"a: 'x{text}y'\n", "x.yaml")
    assert document.data == {"a": f"x{text}y"}
    assert document.problems == ()
