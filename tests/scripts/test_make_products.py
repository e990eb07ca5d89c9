"""Definitions made from a seed are the same each time, of all kinds, and good ones."""

import subprocess
import sys
from pathlib import Path

import pytest

from disclosure import product, source
from disclosure.check import gate
from disclosure.site import Options, check_one

SCRIPT = Path(__file__).parents[2] / "scripts" / "make-products"
KINDS = {"deposit", "wealth", "fund", "loan", "card", "insurance"}
Texts = dict[str, str]


def made(folder: Path, *arguments: str) -> Texts:
    """The definitions that the script writes, by their file's name."""
    subprocess.run([sys.executable, "-B", str(SCRIPT), *arguments[:2], str(folder), *arguments[2:]], check=True)
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Texts]:
    """Twelve definitions of seed 3, two of each kind, with their folder."""
    folder = tmp_path_factory.mktemp("dozen")
    return folder, made(folder, "3", "12")


def test_the_same_seed_gives_the_same_bytes(dozen, tmp_path) -> None:
    assert made(tmp_path, "3", "12") == dozen[1]


def test_each_depends_on_the_seed_and_its_number_alone(dozen, tmp_path) -> None:
    assert made(tmp_path / "later", "3", "5", "--first", "7") == dict(
        pair for pair in dozen[1].items() if int(pair[0][-10:-5]) >= 7
    )
    assert not made(tmp_path / "other", "4", "12").items() & dozen[1].items()


def test_they_are_of_all_six_kinds_in_both_languages(dozen) -> None:
    folder, texts = dozen
    items = [product.parse(source.read(folder / name)) for name in texts]
    assert {item.kind for item in items} == KINDS
    assert {item.languages for item in items} == {("zh-CN", "en")}
    assert len({item.id for item in items}) == len(items)


def test_all_of_them_may_be_published(dozen) -> None:
    folder, texts = dozen
    blocked = {name: gate(check_one(folder / name, Options()).findings).blocking for name in texts}
    assert {name: found for name, found in blocked.items() if found} == {}


def test_no_firm_of_the_samples_is_left(dozen) -> None:
    for name, text in dozen[1].items():
        for firm in ("Hengjiang", "恒江", "Harbour Street", "Cedar Hollow", "Northlight", "Ridgeway", "Wayfare", "Fernlea"):
            assert firm not in text, name
            assert firm.lower().replace(" ", "-") not in text, name


def test_one_kind_in_one_language_has_no_word_of_another(tmp_path) -> None:
    texts = made(tmp_path, "1", "4", "--kinds", "card,loan", "--lang", "en")
    items = [product.parse(source.read(tmp_path / name)) for name in texts]
    assert {(item.kind, item.languages) for item in items} == {("card", ("en",)), ("loan", ("en",))}
    assert all(text.isascii() for text in texts.values())


def test_an_unknown_kind_is_refused(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-B", str(SCRIPT), "1", "1", str(tmp_path), "--kinds", "boat"], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "unknown: boat; known: deposit, wealth, fund, loan, card, insurance" in done.stderr
    assert list(tmp_path.iterdir()) == []
