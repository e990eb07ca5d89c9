"""`disclosure fix`: shows or makes safe replacements, file by file, whole or not at all."""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
HOUSE = """\
defaults: {status: approved, reviewer: A. Reader, reviewed: 2026-11-20, category: house}
entries:
  - id: house.end
    term: maturity
    plain: end date
    define: The day it ends.
    mode: replace
    examples:
      - {text: "Paid at maturity.", out: "Paid at end date."}
      - {text: "Your prematurity."}
"""


@pytest.fixture
def definition(definition: str) -> str:
    """The small definition, in English alone."""
    return re.sub(r"zh-CN(: [^,}]*)?, ", "", definition)


@pytest.fixture
def own(folder: Callable[..., Path], tmp_path: Path) -> Path:
    """A definition that speaks of maturity, beside a house glossary that knows a plainer word."""
    (tmp_path / "glossary" / "en").mkdir(parents=True)
    (tmp_path / "glossary" / "en" / "house.yaml").write_text(HOUSE, encoding="utf-8")
    place = folder(saver=("fees:", "features:\n  - text: {en: Paid at maturity.}\nfees:"))
    return place / "saver.yaml"


def test_diff_shows_and_changes_nothing(disclosure: Callable[..., Said], own: Path) -> None:
    before = own.read_bytes()
    code, said, _ = disclosure("fix", own, "--diff", "--glossary", own.parents[1] / "glossary")
    assert code == 0
    assert "-  - text: {en: Paid at maturity.}" in said and "+  - text: {en: Paid at end date.}" in said
    assert own.read_bytes() == before


def test_fix_makes_the_change_and_says_so(disclosure: Callable[..., Said], own: Path) -> None:
    os.chmod(own, 0o640)
    code, said, _ = disclosure("fix", own, "--glossary", own.parents[1] / "glossary")
    assert code == 0
    assert 'features[0].text.en: "maturity" → "end date" [house.end]' in said
    assert said.endswith("1 change in 1 definition\n")
    assert "Paid at end date." in own.read_text(encoding="utf-8")
    assert stat.S_IMODE(own.stat().st_mode) == 0o640
    assert [path.name for path in own.parent.iterdir()] == ["saver.yaml"]


def test_the_glossary_beside_the_products_is_used(
    disclosure: Callable[..., Said], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.parents[1])
    _, said, _ = disclosure("fix", "--diff")
    assert "Paid at end date." in said


def test_it_speaks_chinese(disclosure: Callable[..., Said], own: Path) -> None:
    _, said, _ = disclosure("fix", own, "--glossary", own.parents[1] / "glossary", lang="zh-CN")
    assert "“maturity”改为“end date” [house.end]" in said and "改了 1 处，共 1 份定义" in said


def test_a_broken_definition_is_named_and_left(
    disclosure: Callable[..., Said], own: Path
) -> None:
    broken = own.with_name("broken.yaml")
    broken.write_text(own.read_text(encoding="utf-8").replace("currency: CNY", "currency: pounds"), encoding="utf-8")
    before = broken.read_bytes()
    code, said, errors = disclosure("fix", own.parent, "--glossary", own.parents[1] / "glossary")
    assert code == 3 and "broken.yaml" in errors and "house.end" in said
    assert broken.read_bytes() == before


def test_a_glossary_that_is_not_there(disclosure: Callable[..., Said], own: Path) -> None:
    code, _, errors = disclosure("fix", own, "--glossary", "nowhere")
    assert code == 2 and "nowhere" in errors


def test_a_broken_glossary_is_told_with_its_line(disclosure: Callable[..., Said], own: Path) -> None:
    pack = own.parents[1] / "glossary" / "en" / "house.yaml"
    pack.write_text(HOUSE.replace("mode: replace", "mode: swap"), encoding="utf-8")
    code, _, errors = disclosure("check", own, "--glossary", own.parents[1] / "glossary")
    assert code == 3 and "house.yaml:7:" in errors and "swap" in errors
