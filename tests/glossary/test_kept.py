"""What a start keeps of the packs for the next: the same entries, never stale, never needed."""

import json
from pathlib import Path

import pytest

from disclosure.errors import DisclosureError
from disclosure.glossary import load

PACK = """
entries:
  - id: nav
    term: NAV
    forms: {net asset value: price of a unit}
    plain: unit price
    define: The NAV is the price of a unit.
    negates: false
    context: {not_in: [NAV centre], only_if: [fund]}
    source: {name: us, kind: own-words}
    examples:
      - {text: fund NAV, out: fund NAV (unit price)}
      - {text: NAVY}
"""


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "packs" / "en").mkdir(parents=True)
    (tmp_path / "packs" / "en" / "core.yaml").write_text(PACK, "utf-8")
    return tmp_path / "packs"


def kept(packs: Path) -> list[Path]:
    return sorted((packs.parent / "cache").rglob("*.json"))


def test_the_second_start_has_the_same_entries(packs: Path) -> None:
    first = load("en", [packs]).entries
    (file,) = kept(packs)
    assert load("en", [packs]).entries == first
    assert json.loads(file.read_text("utf-8"))["entries"][0][0] == "nav"


def test_a_changed_added_or_removed_pack_is_read_anew(packs: Path) -> None:
    load("en", [packs])
    core = packs / "en" / "core.yaml"
    core.write_text(PACK.replace("unit price", "price today"), "utf-8")
    assert load("en", [packs]).entries[0].plain == "price today"
    (packs / "en" / "more.yaml").write_text(PACK.replace("nav", "x").replace("NAV", "XYZ").replace("net asset value", "x y z"), "utf-8")
    assert len(load("en", [packs]).entries) == 2
    core.unlink()
    assert len(load("en", [packs]).entries) == 1
    assert len(kept(packs)) == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff", b'{"mark": 1, "entries": []}', b"[" * 100_000])
def test_a_damaged_file_is_passed_over(packs: Path, damage: bytes) -> None:
    first = load("en", [packs]).entries
    kept(packs)[0].write_bytes(damage)
    assert load("en", [packs]).entries == first


def test_entries_of_another_shape_are_passed_over(packs: Path) -> None:
    first = load("en", [packs]).entries
    (file,) = kept(packs)
    data = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(data | {"entries": [row[:-1] for row in data["entries"]]}), "utf-8")
    assert load("en", [packs]).entries == first


def test_without_a_place_to_keep_it_the_glossary_is_the_same(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load("en", [packs]).entries
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert load("en", [packs]).entries == first


def test_what_has_problems_is_not_kept(packs: Path) -> None:
    (packs / "en" / "bad.yaml").write_text("entries:\n  - term: levy\n", "utf-8")
    for _ in range(2):
        with pytest.raises(DisclosureError):
            load("en", [packs])
    assert kept(packs) == []
