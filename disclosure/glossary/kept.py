"""The bytes of a folder's packs come in; its entries as they were read and checked before, if they were, go out.

Reading hundreds of entries from YAML takes longer than rewriting a sheet. What is kept is plain JSON
in the user's own cache folder, under the sha256 of the packs and of the code that reads them: it is
used only where nothing has changed, and may be missing or damaged at any time.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from .. import shipped
from .entry import Context, Entry, Source

_FIELDS = tuple(Entry.__dataclass_fields__)
_READERS = ("entry.py", "parse.py", "layers.py", "fold.py")


def mark(lang: str, packs: Mapping[Path, bytes]) -> str:
    """What stands for exactly these packs, read by exactly this code."""
    own = Path(__file__).parent
    parts = [lang.encode(), *((own / name).read_bytes() for name in _READERS)]
    for path, data in packs.items():
        parts += (str(path).encode("utf-8", "surrogateescape"), data)
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def recall(folder: Path, marked: str) -> tuple[Entry, ...] | None:
    """The entries kept for a folder under this mark, or None."""
    place = _place(folder)
    if place is None:
        return None
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        kept = json.loads(place.read_bytes())
        if kept["mark"] == marked:
            same: dict[Any, Any] = {}
            return tuple(_entry(row, same) for row in kept["entries"])
    return None


def keep(folder: Path, marked: str, entries: Sequence[Entry]) -> None:
    """Keep checked entries for the next start; where there is no place for them, do nothing."""
    place = _place(folder)
    if place is None:
        return
    data = json.dumps({"mark": marked, "entries": list(map(astuple, entries))}, ensure_ascii=False)
    with suppress(OSError, UnicodeEncodeError):
        handle, name = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(data)
        os.replace(name, place)


def _place(folder: Path) -> Path | None:
    """One file a folder, so that edits to the packs do not fill the cache."""
    cache = shipped.cache("glossary")
    name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return cache / f"{name[:24]}.json" if cache else None


def _entry(row: Sequence[Any], same: dict[Any, Any]) -> Entry:
    fields = zip(_FIELDS, row, strict=True)
    return Entry(*[_frozen(Entry.__dataclass_fields__[name].type, value, same) for name, value in fields])


def _frozen(kind: Any, value: Any, same: dict[Any, Any]) -> Any:
    """A value of JSON as the field of an entry: lists are tuples there. What comes again is held once, in `same`."""
    if isinstance(value, list):
        parts = tuple(_frozen(None, one, same) for one in value)
        value = kind(*parts) if kind in (Context, Source) else parts
    return value if isinstance(value, bool) else same.setdefault(value, value)
