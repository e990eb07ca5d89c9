"""Packs: what is refused, with its place, and how layers lie over each other."""

from pathlib import Path
from typing import Any

import pytest

from disclosure.errors import DisclosureError
from disclosure.glossary import Entry, Glossary, entries, load

GOOD = {
    "id": "levy",
    "term": "levy",
    "plain": "charge",
    "define": "A levy is a charge.",
    "examples": [{"text": "A levy.", "out": "A levy (charge)."}, {"text": "Levying."}],
}


def codes(*rows: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(DisclosureError) as caught:
        entries({"entries": list(rows)}, "en", "core.yaml")
    assert {problem.file for problem in caught.value.problems} == {"core.yaml"}
    return [(problem.field, problem.code) for problem in caught.value.problems]


def test_a_good_entry_is_read_with_its_defaults() -> None:
    data = {"defaults": {"kinds": ["fund"], "source": {"name": "us", "kind": "own-words"}}, "entries": [GOOD]}
    (entry,) = entries(data, "en", "core.yaml")
    assert (entry.mode, entry.status, entry.kinds, entry.source.kind) == ("explain", "draft", ("fund",), "own-words")
    assert entry.examples == (("A levy.", "A levy (charge)."), ("Levying.", "Levying."))


@pytest.mark.parametrize(
    "change, problem",
    [
        ({"colour": "red"}, ("entries[0].colour", "glossary-unknown-key")),
        ({"plain": " "}, ("entries[0].plain", "glossary-empty")),
        ({"plain": "Levy"}, ("entries[0].plain", "glossary-plain-is-term")),
        ({"plain": "5 dollars"}, ("entries[0].plain", "glossary-plain-digit")),
        ({"mode": "swap"}, ("entries[0].mode", "glossary-unknown-value")),
        ({"kinds": ["bank"]}, ("entries[0].kinds", "glossary-unknown-value")),
        ({"forms": "levies"}, ("entries[0].forms", "glossary-not-a-list")),
        ({"term": ["levy"]}, ("entries[0].term", "glossary-not-text")),
        ({"context": {"if": []}}, ("entries[0].context.if", "glossary-unknown-key")),
        ({"examples": [{"text": "Levying."}]}, ("entries[0].examples", "glossary-example-change-missing")),
        ({"examples": GOOD["examples"][:1]}, ("entries[0].examples", "glossary-example-same-missing")),
        ({"status": "approved"}, ("entries[0].reviewer", "glossary-reviewer-missing")),
    ],
)
def test_a_mistake_is_named_with_its_place(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert problem in codes(GOOD | change)


def test_one_surface_has_one_entry_in_one_scope() -> None:
    assert codes(GOOD, GOOD | {"id": "other"}) == [("entries[1]", "glossary-duplicate-surface")]
    apart = {"entries": [GOOD | {"kinds": ["fund"]}, GOOD | {"id": "other", "kinds": ["loan"]}]}
    assert len(entries(apart, "en", "core.yaml")) == 2


def test_all_problems_come_at_once() -> None:
    assert len(codes({"term": "x"}, "text", GOOD | {"mode": "no"})) >= 5  # type: ignore[arg-type]


def test_a_later_layer_wins_by_id_and_by_term() -> None:
    shipped = Glossary.of([Entry("a", "en", "levy", plain="charge"), Entry("b", "en", "fund", plain="pot")])
    house = Glossary.of([Entry("a", "en", "levy", plain="cost"), Entry("x", "en", "Fund", plain="pool")])
    assert [(e.id, e.plain) for e in shipped.merge(house).entries] == [("a", "cost"), ("x", "pool")]


def test_required_wording_cannot_be_replaced_by_a_layer() -> None:
    shipped = Glossary.of([Entry("a", "en", "levy", plain="charge", mode="required")])
    with pytest.raises(DisclosureError, match="glossary-replace-required"):
        shipped.merge(Glossary.of([Entry("z", "en", "Levy", plain="cost", mode="replace")]))


def test_packs_are_read_from_folders_and_a_mistake_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "house.yaml").write_text("entries:\n  - id: a\n    term: levy\n    colour: red\n", "utf-8")
    with pytest.raises(DisclosureError) as caught:
        load("en", [tmp_path])
    lines = {problem.code: problem.line for problem in caught.value.problems}
    assert lines["glossary-unknown-key"] == 4


def test_a_form_without_a_wording_has_its_entry_s(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    pack = """
entries:
  - id: levy
    term: levy
    forms: {impost: "", duty: "tax on goods", "toll": }
    plain: charge
    define: A levy is a charge.
    examples: [{text: A levy., out: A levy (charge).}, {text: Levying.}]
"""
    (tmp_path / "en" / "house.yaml").write_text(pack, "utf-8")
    (entry,) = load("en", [tmp_path]).entries
    assert [entry.wording(surface) for surface in entry.surfaces] == ["charge", "charge", "tax on goods", "charge"]
