"""In a table's wording `<` joins a cell to the one at its left and `^` to the one above; no other sign does."""

from disclosure import wording
from disclosure.render.tabulation import grid
from disclosure.sheet.blocks import blocks
from disclosure.sheet.markup import tree
from disclosure.sheet.model import Sentence, Table
from disclosure.sheet.trace import Trace

TEXT = """\
| a | b | c |
|---|---|---|
| one | two | < |
| ^ | three | four |
| all | < | < |
| x | ^ | 5 < 6 |
"""


def table(text: str) -> Table:
    _, (found,) = blocks(tree(text), Trace(wording.load("en")), lambda runs, role: (Sentence(runs),) if runs else ())
    assert isinstance(found, Table)
    return found


def test_joined_cells_are_empty_and_known() -> None:
    found = table(TEXT)
    assert found.joined == {(0, 2), (1, 0), (2, 1), (2, 2)}
    assert all(found.rows[row][column] == () for row, column in found.joined)


def test_the_others_reach_over_them() -> None:
    reach = [[(cell.column, cell.across, cell.down) for cell in row] for row in grid(table(TEXT))]
    assert reach == [
        [(0, 1, 2), (1, 2, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 3, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
    ]


def test_signs_elsewhere_stay_text() -> None:
    said = ["".join(one.text for one in cell) for cell in table(TEXT).rows[3]]
    assert said == ["x", "^", "5 < 6"]
