"""Lengths, colours and windows as a browser reckons them."""

import pytest
import tinycss2

from disclosure.verify.measure import BLACK, WHITE, Colour, colour, contrast, pixels, type_size
from disclosure.verify.window import holds, windows


def tokens(text: str) -> list[object]:
    return [one for one in tinycss2.parse_component_value_list(text) if one.type != "whitespace"]


@pytest.mark.parametrize(
    ("text", "length"),
    [("12px", 12), ("9pt", 12), ("1in", 96), ("2.54cm", 96), ("25.4mm", 96), ("2em", 20), ("2rem", 32), ("50%", 100),
     ("10vw", 50), ("0", 0), ("calc(1rem - 4px)", 12), ("calc(2 * 1rem)", 32), ("calc((1rem + 4px) / 2)", 10),
     ("clamp(4px, 2vw, 9px)", 4), ("min(1px, 2px)", 1), ("calc(1px * var(--x))", None), ("auto", None), ("7", None)],
)  # fmt: skip
def test_lengths(text: str, length: float | None) -> None:
    found = pixels(tokens(text)[0], 10, 200, 500)
    assert found == (None if length is None else pytest.approx(length))


@pytest.mark.parametrize(
    ("text", "size"),
    [("1.5em", 15), ("smaller", 10 / 1.2), ("xx-small", 9), ("bold 12px/1.4 serif", 12), ("700 1px serif", 1), ("0", 0)],
)
def test_sizes_of_type(text: str, size: float) -> None:
    assert type_size(tokens(text), 10, 500) == pytest.approx(size)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    grey = colour("#767676")
    assert grey is not None and contrast(grey, WHITE) == pytest.approx(4.54, abs=0.01)
    assert Colour(0, 0, 0, 0.5).over(WHITE) == Colour(0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("condition", "where"),
    [
        ("", "print 400 800 1300 odd"), ("all", "print 400 800 1300 odd"), ("screen", "400 800 1300 odd"),
        ("print", "print"), ("not print", "400 800 1300 odd"), ("(max-width: 480px)", "400"),
        ("screen and (min-width: 480px) and (max-width: 1120px)", "800"), ("(width >= 1120px)", "1300 odd"),
        ("(480px <= width < 1120px)", "print 800"), ("print, (max-width: 480px)", "print 400"),
        ("(prefers-color-scheme: dark)", "odd"), ("speech", ""),
    ],
)  # fmt: skip
def test_where_a_condition_holds(condition: str, where: str) -> None:
    known = windows([tokens("(max-width: 480px) and (min-width: 1120px)")])
    names = ["print", "400", "800", "1300", "odd"]
    assert len(known) == len(names)
    bits = holds(tinycss2.parse_component_value_list(condition), known)
    assert [name for number, name in enumerate(names) if bits >> number & 1] == where.split()
