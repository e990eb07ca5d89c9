"""A published folder comes in; its manifest, and whether its files are what the manifest says, go out."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ..errors import EnvironmentProblem, Problem
from .publish import MANIFEST, SCHEMA


@dataclass(frozen=True, slots=True)
class Bundle:
    """A published folder and what its manifest says of it."""

    folder: Path
    files: Mapping[str, Mapping[str, Any]]
    documents: Mapping[str, Mapping[str, Any]]
    failed: tuple[str, ...]
    options: Mapping[str, Any]

    def place(self, name: str) -> str:
        """How messages call a file of it."""
        return str(self.folder / name)


def opened(folder: Path) -> Bundle:
    """The bundle in a folder. Raises EnvironmentProblem where there is none that can be read."""
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise EnvironmentProblem("site-unreadable", path=str(path), reason=error.strerror or str(error)) from None
    except (ValueError, RecursionError):
        raise EnvironmentProblem("site-unreadable", path=str(path), reason="JSON") from None
    match data:
        case {"schema": str(schema), "files": {**files}, "documents": {**documents}, "options": {**options}} if (
            schema == SCHEMA and all(isinstance(one, dict) for one in (*files.values(), *documents.values()))
        ):
            return Bundle(folder, files, documents, tuple(map(str, data.get("failed", ()))), options)
    raise EnvironmentProblem("site-unreadable", path=str(path), reason=SCHEMA)


def damages(bundle: Bundle) -> Iterator[Problem]:
    """Files that are missing, changed or not in the manifest; documents without their files; links that
    lead nowhere; documents that no index leads to."""
    there = set(_names(bundle.folder))
    for name, known in sorted(bundle.files.items()):
        yield from _file(bundle, name, known) if name in there else [_problem(bundle, name, "file-missing")]
    for name in sorted(there - bundle.files.keys() - {MANIFEST}):
        yield _problem(bundle, name, "file-unlisted")
    for place, about in sorted(bundle.documents.items()):
        for name in _expected(bundle, place):
            if name not in bundle.files or name not in about.get("files", ()):
                yield _problem(bundle, name, "file-missing")
    yield from _links(bundle, there)


def _expected(bundle: Bundle, place: str) -> list[str]:
    return [f"{place}.{one}" for one in bundle.options.get("formats", ())]


def _file(bundle: Bundle, name: str, known: Mapping[str, Any]) -> Iterator[Problem]:
    data = (bundle.folder / name).read_bytes()
    if len(data) != known.get("bytes") or hashlib.sha256(data).hexdigest() != known.get("sha256"):
        yield _problem(bundle, name, "file-changed")


def _links(bundle: Bundle, there: set[str]) -> Iterator[Problem]:
    """Each link within the site leads to a file, and the pages beside the documents lead to each of them."""
    linked: set[str] = set()
    for page in sorted(name for name in there if name.endswith(".html")):
        for address in sorted(_addresses(bundle.folder / page)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            name = os.path.normpath(os.path.join(os.path.dirname(page), unquote(parts.path)))
            if name not in there:
                yield _problem(bundle, page, "link-broken", text=address)
            elif "/" not in page:
                linked.add(name)
    for place in sorted(bundle.documents):
        if not linked & set(_expected(bundle, place)):
            yield _problem(bundle, place, "document-unlinked")


def _addresses(path: Path) -> set[str]:
    from ..verify.tree import tree

    page = path.read_text(encoding="utf-8", errors="replace")
    return {item.get("href") or "" for item in tree(page).iter("a")}


def _names(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if not path.is_dir() or path.is_symlink():
            yield path.relative_to(folder).as_posix()


def _problem(bundle: Bundle, name: str, code: str, **values: str) -> Problem:
    return Problem(bundle.place(name), 0, 0, "", code, values)
