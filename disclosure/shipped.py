"""Find the data folders (templates, glossary, products) in an installed wheel or in a checkout."""

import os
import stat
from functools import lru_cache
from pathlib import Path


@lru_cache
def root() -> Path:
    """The folder that holds `templates/`, `glossary/` and `products/`."""
    package = Path(__file__).resolve().parent
    installed = package / "_shipped"
    return installed if installed.is_dir() else package.parent


def cache(name: str) -> Path | None:
    """A folder of the user's own for what can be made again, or None where there can be none.

    Only a folder that belongs to the user and that nobody else may enter is used: what is read from
    it is trusted as much as the program itself. It may be deleted at any time.
    """
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    path = Path(base, "disclosure", name)
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = path.lstat()
    except OSError:
        return None
    mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    return path if mine and not found.st_mode & 0o077 else None


def folder(*parts: str) -> Path:
    """A shipped path, for instance `folder("templates", "en")`."""
    return root().joinpath(*parts)
