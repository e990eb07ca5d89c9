"""Find the data folders (templates, glossary, products) in an installed wheel or in a checkout."""

from functools import lru_cache
from pathlib import Path


@lru_cache
def root() -> Path:
    """The folder that holds `templates/`, `glossary/` and `products/`."""
    package = Path(__file__).resolve().parent
    installed = package / "_shipped"
    return installed if installed.is_dir() else package.parent


def folder(*parts: str) -> Path:
    """A shipped path, for instance `folder("templates", "en")`."""
    return root().joinpath(*parts)
