"""The wording of one language: its section files, labels and habits, read from `templates/<lang>/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import shipped, source
from .errors import DisclosureError, Problem
from .locale import Locale


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language says things: labels by group and key, quantities by locale, section files."""

    lang: str
    folder: Path
    labels: Mapping[str, Any]
    locale: Locale

    def label(self, group: str, key: str) -> str:
        """A fixed word or phrase, e.g. `label("basis", "balance")`. Raises DisclosureError."""
        try:
            return str(self.labels[group][key])
        except KeyError:
            where = f"{self.lang}/labels.yaml"
            problem = Problem(where, 0, 0, f"{group}.{key}", "label-missing")
            raise DisclosureError([problem]) from None

    def files(self) -> tuple[Path, ...]:
        """Every file the wording is made of, in name order."""
        return tuple(sorted(path for path in self.folder.rglob("*") if path.is_file()))


def languages() -> tuple[str, ...]:
    """The languages that sheets can be written in: those with a folder of wording."""
    found = shipped.folder("templates").glob("*/locale.yaml")
    return tuple(sorted(path.parent.name for path in found))


@lru_cache
def load(lang: str) -> Wording:
    """The wording of a language. Raises DisclosureError where there is none."""
    if lang not in languages():
        values = {"lang": lang, "known": ", ".join(languages())}
        raise DisclosureError([Problem("", 0, 0, "languages", "language-unknown", values)])
    folder = shipped.folder("templates", lang)
    locale = Locale.of(lang, source.read(folder / "locale.yaml").data)
    return Wording(lang, folder, source.read(folder / "labels.yaml").data, locale)


@lru_cache
def scales() -> Mapping[str, Any]:
    """The risk scales of `templates/scales.yaml`: levels, their codes and names in each language."""
    return dict(source.read(shipped.folder("templates", "scales.yaml")).data)


@lru_cache
def suitability() -> Mapping[str, Any]:
    """Which investors a level of a risk scale fits, from `templates/suitability.yaml`, by scale."""
    return dict(source.read(shipped.folder("templates", "suitability.yaml")).data)
