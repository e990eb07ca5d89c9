"""What a published folder was made from, kept beside it in one SQLite file between builds.

Nothing in it is trusted: a file that it names counts only while it holds what the ledger says. It
may be lost or damaged at any time, and then everything is made anew.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .inputs import sha256

_FORMAT = "1"
_TABLES = """
CREATE TABLE form (version TEXT);
CREATE TABLE input (name TEXT PRIMARY KEY, sha256 TEXT);
CREATE TABLE document (name TEXT PRIMARY KEY, definition TEXT, page TEXT, needs TEXT, about TEXT, entry TEXT, files TEXT, warnings INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One published document: the definition it is of, the sha256 of its page, what it depends on,
    what the manifest and the index say of it, and its files (name, sha256, bytes, stamp)."""

    name: str
    definition: str
    page: str
    needs: tuple[str, ...]
    about: Mapping[str, Any]
    entry: Mapping[str, Any]
    files: tuple[tuple[str, str, int, str], ...]
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """The inputs of the last build by name, and its documents by name."""

    inputs: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)

    def changed(self, now: Mapping[str, str]) -> tuple[str, ...]:
        """The names of inputs that are new, gone or different."""
        both = self.inputs.keys() | now.keys()
        return tuple(sorted(name for name in both if self.inputs.get(name) != now.get(name)))


def place(target: Path) -> Path:
    """Where the ledger of a published folder lies."""
    return target.parent / f".{target.name}.ledger"


def recall(target: Path) -> Ledger:
    """The ledger of a published folder; an empty one where there is none that can be read."""
    path = place(target)
    if not path.is_file():
        return Ledger()
    with suppress(sqlite3.Error, ValueError, TypeError, KeyError):
        with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True)) as base:
            if base.execute("SELECT version FROM form").fetchall() == [(_FORMAT,)]:
                inputs = dict(base.execute("SELECT name, sha256 FROM input"))
                rows = map(_row, base.execute("SELECT * FROM document"))
                return Ledger(inputs, {row.name: row for row in rows})
    return Ledger()


def keep(target: Path, inputs: Mapping[str, str], rows: Iterable[Row]) -> None:
    """Write the ledger anew, in one step. Does nothing where there is no room or no leave to."""
    path = place(target)
    fresh = path.with_name(f"{path.name}-{os.getpid()}")
    with suppress(sqlite3.Error, OSError):
        try:
            _write(fresh, inputs, [_stamped(target, row) for row in rows])
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
            fresh.with_name(f"{fresh.name}-journal").unlink(missing_ok=True)


def holds(target: Path, row: Row) -> bool:
    """Are all files of a document as they were when it was published?"""
    return all(_same(target / name, digest, stamp) for name, digest, _, stamp in row.files)


def _same(path: Path, digest: str, stamp: str) -> bool:
    """A file whose stamp is the same was not written to: no program sets the time of the last change
    of status. Any other is read."""
    try:
        return _stamp(path) == stamp or sha256(path.read_bytes()) == digest
    except OSError:
        return False


def _stamp(path: Path) -> str:
    found = path.lstat()
    return f"{found.st_dev}.{found.st_ino}.{found.st_size}.{found.st_mtime_ns}.{found.st_ctime_ns}"


def _stamped(target: Path, row: Row) -> tuple[Any, ...]:
    files = [[name, digest, size, _stamp(target / name)] for name, digest, size, _ in row.files]
    texts = (json.dumps(one, ensure_ascii=False) for one in (row.needs, row.about, row.entry, files))
    return row.name, row.definition, row.page, *texts, row.warnings


def _write(path: Path, inputs: Mapping[str, str], rows: list[tuple[Any, ...]]) -> None:
    with closing(sqlite3.connect(path)) as base:
        # What is half written is thrown away, and what is lost costs one build: nothing need be flushed.
        base.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;")
        base.executescript(_TABLES)
        base.execute("INSERT INTO form VALUES (?)", (_FORMAT,))
        base.executemany("INSERT INTO input VALUES (?, ?)", inputs.items())
        base.executemany("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        base.commit()


def _row(values: tuple[Any, ...]) -> Row:
    name, definition, page, needs, about, entry, files, warnings = values
    listed = tuple((str(one), str(digest), int(size), str(stamp)) for one, digest, size, stamp in json.loads(files))
    return Row(name, definition, page, tuple(json.loads(needs)), json.loads(about), json.loads(entry), listed, warnings)


def _quoted(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.absolute()))
