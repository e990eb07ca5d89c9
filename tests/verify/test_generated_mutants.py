"""Of the mutants that a seed makes of the samples' pages and prints, all but a few are caught."""

import random
from collections.abc import Mapping

import mutations
import pytest

from disclosure.render.html import html
from disclosure.site import Checked
from disclosure.document import FAMILY
from disclosure.verify import Expectation, expectation, prove

PAGES, PRINTS = 150, 24


@pytest.fixture(scope="module")
def documents(everything: Mapping[str, Checked]) -> list[tuple[Expectation, str, str]]:
    """Each plain sheet of the samples: what it must say, its page, and the name of its print."""
    sheets = [sheet for checked in everything.values() for sheet in checked.sheets]
    return [(expectation(one, FAMILY), html(one), f"{one.product}/{one.lang}.pdf") for one in sheets]


def test_mutants_of_pages_are_caught(documents) -> None:
    alive = []
    for number in range(PAGES):
        rng = random.Random(f"page {number}")
        expected, page, name = rng.choice(documents)
        made = mutations.on_page(rng, expected, page)
        if made and not prove(expected, made[1], None):
            alive.append((number, made[0], name))
    assert len(alive) <= PAGES // 50, alive


def test_mutants_of_prints_are_caught(documents, site) -> None:
    pytest.importorskip("pikepdf")
    alive = []
    for number in range(PRINTS):
        rng = random.Random(f"print {number}")
        expected, _, name = rng.choice(documents)
        made = mutations.on_paper(rng, (site / name).read_bytes())
        if made and not prove(expected, None, made[1]):
            alive.append((number, made[0], name))
    assert len(alive) <= 1, alive
