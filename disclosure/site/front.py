"""The documents of a site come in; what stands beside them, index, sitemap and manifest, is written."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ..document import Receipt, written
from .inputs import versions
from .options import Order
from .publish import MANIFEST, SCHEMA, write

Files = tuple[tuple[str, str, int], ...]


def front(receipts: Sequence[Receipt], failed: Sequence[str], order: Order, stage: Path) -> None:
    """Write the index in each language, the sitemap where the site has an address, and the manifest.

    `failed` names what was asked for and could not be made.
    """
    files = tuple(file for receipt in receipts for file in receipt.files)
    manifest(receipts, (*files, *_pages(receipts, order, stage)), failed, order, stage)


def manifest(
    receipts: Sequence[Receipt], files: Files, failed: Sequence[str], order: Order, stage: Path
) -> None:
    """Write what was published: each file with its sha256, each document with what it was made from."""
    documents = {
        one.place: {**one.about, "files": sorted(name for name, _, _ in one.files)} for one in receipts
    }
    data: dict[str, Any] = {
        "schema": SCHEMA, "tools": versions(), "options": order.told(), "documents": documents,
        "failed": sorted(failed),
        "files": {name: {"sha256": digest, "bytes": size} for name, digest, size in files},
    }  # fmt: skip
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    write(stage / MANIFEST, text.encode("utf-8") + b"\n")


def _pages(receipts: Sequence[Receipt], order: Order, stage: Path) -> Files:
    from ..render import catalogue

    entries = [
        catalogue.Entry(**{**one.entry, "as_of": date.fromisoformat(one.entry["as_of"])}) for one in receipts
    ]
    pages = catalogue.pages(entries)
    if order.base:
        pages |= catalogue.sitemaps(entries, order.base)
    return tuple(written(stage, name, text.encode("utf-8")) for name, text in pages.items())
