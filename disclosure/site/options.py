"""What was asked of a build, as values that need nothing else to be loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Options:
    """What to make of each definition: languages and rulebook (none = those it names), audience.

    `glossaries` are folders of the house's own terms, laid over the shipped ones in this order.
    """

    languages: tuple[str, ...] = ()
    regime: str = ""
    audience: str = "retail"
    familiar: bool = False
    glossaries: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A build: the definition files in name order, what to make of each, and in which formats.

    With `keep_going`, what can be published is, though other documents failed. `base` is the public
    address of the site, for its sitemap. With `fresh`, everything is made anew.
    """

    files: tuple[Path, ...]
    options: Options = Options()
    formats: tuple[str, ...] = ("html", "pdf")
    keep_going: bool = False
    base: str = ""
    fresh: bool = False

    def told(self) -> Mapping[str, Any]:
        """What was asked for, as the manifest tells it and the ledger remembers it."""
        asked = self.options
        return {
            "formats": list(self.formats), "languages": list(asked.languages), "audience": asked.audience,
            "regime": asked.regime, "base": self.base,
        }  # fmt: skip
