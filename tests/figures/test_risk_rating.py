"""Risk levels: the higher one counts, and the published tables of the EU indicator."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.figure import NotComputable
from disclosure.figures.rating import higher, priips_mrm, priips_sri

D = Decimal


@given(st.lists(st.integers(1, 7), min_size=1))
def test_the_higher_level_counts(levels):
    assert higher(iter(levels)) == max(levels)


@pytest.mark.parametrize(("levels", "reason"), [([], "missing_input"), ([0, 2], "out_of_range")])
def test_no_level_is_made_up(levels, reason):
    with pytest.raises(NotComputable) as refused:
        higher(levels)
    assert refused.value.reason == reason


@pytest.mark.vectors("priips_sri")
def test_filed_indicators(case):
    mrm = priips_mrm(D(case["inputs"]["vev"]) * 100)
    assert mrm.value == D(case["expected"]["mrm"])
    sri = priips_sri(int(mrm.value), int(case["inputs"]["crm"]))
    assert sri.value == D(case["expected"]["sri"])


@pytest.mark.parametrize(
    ("crm", "row"),
    [
        (1, "1234567"),
        (2, "1234567"),
        (3, "3334567"),
        (4, "5555567"),
        (5, "5555567"),
        (6, "6666667"),
    ],
)
def test_the_published_table(crm, row):
    assert "".join(str(priips_sri(mrm, crm).value) for mrm in range(1, 8)) == row


@pytest.mark.parametrize(
    ("vev_pct", "mrm"),
    [
        ("0", 1),
        ("0.49999", 1),
        ("0.5", 2),
        ("5", 3),
        ("11.99999", 3),
        ("12", 4),
        ("20", 5),
        ("30", 6),
        ("79.99999", 6),
        ("80", 7),
        ("150", 7),
    ],
)
def test_a_lower_bound_belongs_to_its_class(vev_pct, mrm):
    assert priips_mrm(D(vev_pct)).value == mrm


@pytest.mark.parametrize(("mrm", "crm"), [(0, 1), (8, 1), (1, 0), (1, 7)])
def test_levels_off_the_table_are_refused(mrm, crm):
    with pytest.raises(NotComputable):
        priips_sri(mrm, crm)
