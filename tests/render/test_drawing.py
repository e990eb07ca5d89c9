"""Drawings are to scale and stay inside their frame."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosure.render.drawing import WIDTH, caption_at, cells, height, rows
from disclosure.sheet.model import Bar, Bars, Scale

SIZES = st.lists(st.integers(0, 10**9), min_size=1, max_size=8)


def bars(*sizes, parts=("Costs",)):
    return Bars(parts, tuple(Bar(f"{n} years", (Decimal(size),), (f"€{size}",)) for n, size in enumerate(sizes)))


def test_one_cell_of_the_scale_is_this_product():
    found = cells(Scale(("R1", "R2", "R3", "R4", "R5"), 3, "low", "high"))
    assert [cell.here for cell in found] == [False, False, True, False, False]
    assert [cell.x for cell in found] == [0, 80, 160, 240, 320]


def test_the_caption_stays_inside_at_both_ends():
    codes = tuple("1234567")
    for level in range(1, 8):
        middle = caption_at(Scale(codes, level, "", ""), "this product")
        assert 45 <= middle <= WIDTH - 45


def test_twice_the_sum_is_twice_the_bar():
    short, long = rows(bars(100, 200))
    assert abs(long.pieces[0].width - 2 * short.pieces[0].width) <= 1


@given(SIZES)
def test_bars_and_their_sums_stay_inside(sizes):
    data = bars(*sizes)
    for row in rows(data):
        assert 0 <= row.pieces[0].x <= row.end <= WIDTH
    assert height(data) == 22 * len(sizes)


def test_pieces_of_a_bar_touch():
    (row,) = rows(Bars(("a", "b", "c"), (Bar("", (Decimal(60), Decimal(30), Decimal(10)), ("", "", "")),)))
    first, second, third = row.pieces
    assert first.x + first.width == second.x
    assert second.x + second.width == third.x
    assert third.x + third.width == WIDTH == row.end


def test_nothing_to_show_draws_empty_bars():
    assert [row.pieces[0].width for row in rows(bars(0, 0))] == [0, 0]
