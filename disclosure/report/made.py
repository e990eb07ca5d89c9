"""A language comes in; the versions of what a score of its texts was made with go out."""

from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from .. import __version__
from ..check.run import model

_COUNTED_BY = {"en": "textstat", "zh-CN": "jieba"}


@lru_cache
def versions(lang: str) -> tuple[tuple[str, str], ...]:
    """The program, the readability model and the library that counts for it, each with its version."""
    library = _COUNTED_BY[lang]
    try:
        found = version(library)
    except PackageNotFoundError:
        found = ""
    known = (("Disclosure", __version__), (f"readability.{lang}", model(lang).version), (library, found))
    return tuple((name, value) for name, value in known if value)
