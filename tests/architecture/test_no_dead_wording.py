"""Every group of labels and every name that wording may use is used somewhere; both languages have the same."""

import re
from pathlib import Path

import pytest

from disclosure import shipped, wording
from disclosure.sheet import names

LANGUAGES = wording.languages()
PACKAGE = Path(names.__file__).parents[1]


def written(lang: str) -> str:
    """All wording of a language, the layout and the code, in which a label could be named."""
    files = [
        *shipped.folder("templates", lang).rglob("*.md"),
        *shipped.folder("templates", "layout").glob("*.html"),
        *PACKAGE.rglob("*.py"),
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_is_used(lang: str) -> None:
    # A rulebook may be written in one language only; its labels stand in every one all the same.
    text, labels = "\n".join(map(written, LANGUAGES)), wording.load(lang).labels
    groups = {group for group in labels if not re.search(rf"""['"]{group}['"]""", text)}
    single = {key for key in labels["sheet"] if not re.search(rf"""\.{key}\b|['"]{key}['"]""", text)}
    assert (groups, single) == (set(), set())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_is_used(lang: str) -> None:
    text = "\n".join(p.read_text(encoding="utf-8") for p in shipped.folder("templates", lang).rglob("*.md"))
    offered = re.findall(r'^\s+"(\w+)": (?:lambda|wording)', Path(names.__file__).read_text(encoding="utf-8"), re.M)
    assert len(offered) > 10
    # `label` is there for a house's own wording: the shipped wording writes its fixed words out.
    assert [name for name in offered if not re.search(rf"\b{name}\(", text)] == ["label"]


def test_the_languages_have_the_same_labels() -> None:
    keys = [
        {(group, key) for group, words in wording.load(lang).labels.items() for key in words}
        for lang in LANGUAGES
    ]
    assert all(one == keys[0] for one in keys)
